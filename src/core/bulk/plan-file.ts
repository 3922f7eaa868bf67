import { createHash } from 'node:crypto'
import type { Words } from '../words.ts'
import {
  counted,
  noCounts,
  type PlanCounts,
  type PlanHead,
  type PlannedFinding,
  type PlanUnit,
  type RecordRead,
} from './plan.ts'
import { type BulkCollection, bulkCollections } from './records.ts'

/*
 * A plan file is JSON, a unit a line: people read it with any tool, and it is written and read line by line, so that
 * its length costs no memory. Its last line holds the counts, and the hash of all that stands before it: the plan's name.
 */

/** What is wrong with a plan file, and in which line. */
export class PlanFileRefused extends Error {
  constructor(
    readonly line: number,
    readonly messages: Words,
  ) {
    super(messages.en)
    this.name = 'PlanFileRefused'
  }
}

/** Writes a plan: the lines of the head, of each unit, and of the end. */
export function planWriter(head: PlanHead): {
  readonly begin: () => string
  readonly add: (unit: PlanUnit) => string
  readonly end: () => {
    readonly text: string
    readonly sha256: string
    readonly counts: PlanCounts
  }
} {
  const hash = createHash('sha256')
  let counts = noCounts
  let units = 0
  const write = (text: string) => {
    hash.update(text, 'utf8')
    return text
  }
  return {
    begin: () => write(`${JSON.stringify(head).slice(0, -1)},"units":[\n`),
    add: (unit) => {
      counts = counted(counts, unit)
      return write(`${units++ ? ',\n' : ''}${lineOf(unit)}`)
    },
    end: () => {
      write(`${units ? '\n' : ''}],"counts":${JSON.stringify(counts)}`)
      const sha256 = hash.digest('hex')
      return {
        text: `${units ? '\n' : ''}],"counts":${JSON.stringify(counts)},"sha256":"${sha256}"}\n`,
        sha256,
        counts,
      }
    },
  }
}

export type PlanLine =
  | { readonly head: PlanHead }
  | { readonly unit: PlanUnit; readonly line: number }
  | { readonly counts: PlanCounts; readonly sha256: string }

/**
 * Reads the lines of a plan, one after the other, and checks that they are those that were written. Empty lines among
 * them, as a server sends while it plans, are none of them.
 *
 * @throws PlanFileRefused naming the line
 */
export async function* readPlan(
  lines: AsyncIterable<string> | Iterable<string>,
): AsyncGenerator<PlanLine> {
  const hash = createHash('sha256')
  let number = 0
  let before = ''
  let begun = false
  let ended = false
  let counts = noCounts
  for await (const line of lines) {
    number++
    if (line === '') continue
    if (!begun) {
      yield { head: headIn(line, number) }
      hash.update(`${line}\n`, 'utf8')
      begun = true
      continue
    }
    if (line.startsWith('],"counts":')) {
      const end = /^(\],"counts":(\{[^{}]*\})),"sha256":"([0-9a-f]{64})"\}$/.exec(line)
      if (!end) throw new PlanFileRefused(number, changed)
      hash.update(`${before ? `${before}\n` : ''}${end[1]}`, 'utf8')
      if (hash.digest('hex') !== end[3] || JSON.stringify(counts) !== end[2])
        throw new PlanFileRefused(number, changed)
      yield { counts, sha256: end[3] as string }
      ended = true
      break
    }
    if (before) hash.update(`${before}\n`, 'utf8')
    const unit = unitIn(line.endsWith(',') ? line.slice(0, -1) : line, number)
    counts = counted(counts, unit)
    yield { unit, line: number }
    before = line
  }
  if (!ended) throw new PlanFileRefused(number, cutOff)
}

function headIn(line: string, number: number): PlanHead {
  const text = line.endsWith(',"units":[') ? `${line.slice(0, -',"units":['.length)}}` : line
  const head = parsed(text, number) as Partial<PlanHead>
  if (head.schema !== 1 || typeof head.title !== 'string' || !line.endsWith(',"units":['))
    throw new PlanFileRefused(number, noPlan)
  return head as PlanHead
}

/**
 * What was read of records, by their collections, `id`, `updatedAt` and `hash` of one after the other: it is most of a plan, and an
 * application reads it twice.
 */
type ReadInFile = { readonly [C in BulkCollection]?: readonly string[] }

function lineOf({ read, ...unit }: PlanUnit): string {
  const its: { [C in BulkCollection]?: string[] } = {}
  for (const { collection, id, updatedAt, hash } of read) {
    const own = its[collection] ?? []
    own.push(id, updatedAt, hash)
    its[collection] = own
  }
  return JSON.stringify({ ...unit, read: its satisfies ReadInFile })
}

/** Null for what no plan holds. */
function readIn(value: unknown): RecordRead[] | null {
  if (!isObject(value)) return null
  const read: RecordRead[] = []
  for (const [name, own] of Object.entries(value as object)) {
    const collection = bulkCollections.find((one) => one === name)
    if (!collection || !Array.isArray(own)) return null
    for (let i = 0; i < own.length; i += 3) {
      const [id, updatedAt, hash] = [own[i], own[i + 1], own[i + 2]]
      if (![id, updatedAt, hash].every(isText)) return null
      read.push({ collection, id, updatedAt, hash })
    }
  }
  return read
}

function unitIn(line: string, number: number): PlanUnit {
  const its = parsed(line, number) as Partial<PlanUnit> | null
  const read = its && readIn(its.read)
  const unit: Partial<PlanUnit> | null = read && { ...its, read }
  const isPlain =
    unit !== null &&
    typeof unit === 'object' &&
    [unit.changes, unit.policies].every(Array.isArray) &&
    (!unit.organisation || [unit.organisation.id, unit.organisation.slug].every(isText)) &&
    (unit.changes as PlanUnit['changes']).every(
      (change) =>
        bulkCollections.includes(change?.collection) &&
        isText(change.id) &&
        [change.before, change.before?.fields, change.after].every(isObject),
    ) &&
    (unit.policies as PlanUnit['policies']).every(
      (policy) =>
        [policy?.id, policy?.slug].every(isText) &&
        [policy.appeared, policy.vanished].every(
          (one) => Array.isArray(one) && one.every(isFinding),
        ),
    )
  if (!isPlain) throw new PlanFileRefused(number, noPlan)
  return unit as PlanUnit
}

const isText = (value: unknown) => typeof value === 'string'
const isObject = (value: unknown) =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isFinding = (finding: Partial<PlannedFinding> | null) =>
  [
    finding?.key,
    finding?.ruleId,
    finding?.severity,
    finding?.message?.ja,
    finding?.message?.en,
  ].every(isText)

function parsed(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new PlanFileRefused(line, noPlan)
  }
}

/** What is said of a file that is no plan. */
export const noPlan: Words = {
  ja: '一括更新の計画として読めません。plan が書き出したファイルを指定してください。',
  en: 'This is no plan of a bulk update. Name a file that `plan` wrote.',
}
const changed: Words = {
  ja: '計画が書き出された後に変更されています。計画を作り直してください。',
  en: 'The plan was changed after it had been written. Make it anew.',
}
const cutOff: Words = {
  ja: '計画が途中で切れています。計画を作り直してください。',
  en: 'The plan breaks off. Make it anew.',
}
