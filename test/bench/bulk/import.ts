import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { createLocalReq, type Payload } from 'payload'
import { v5 as uuidv5 } from 'uuid'
import { type EditionRow, seal } from '../../../src/core/edition/index.ts'
import type { Entry } from '../../../src/core/exchange/entry.ts'
import type { PortableRecord } from '../../../src/core/exchange/record-shape.ts'
import { checkImport } from '../../../src/operations/exchange/check-import.ts'
import { exportEntries } from '../../../src/operations/exchange/export-entries.ts'
import { exportLinesOf, linesSource } from '../../../src/operations/exchange/json-lines.ts'
import { writeImport } from '../../../src/operations/exchange/write-import.ts'
import { settingsOf } from '../../../src/operations/settings.ts'

export type ImportCost = {
  readonly organisations: number
  readonly records: number
  readonly msPerRecord: number
  readonly msPerCreate: number
  readonly peakMB: number
}

/**
 * What importing exported organisations costs, checked and written from lines of JSON, beside a loop of
 * `payload.create` over the records of one of them, in their base language. `template` is the slug of an organisation
 * that is there; its copies get ids, slugs and hashes of their own.
 */
export async function importCost(
  payload: Payload,
  {
    template,
    organisations,
    folder,
  }: { readonly template: string; readonly organisations: number; readonly folder: string },
): Promise<ImportCost> {
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  const entries: Entry[] = []
  for await (const entry of exportEntries({ organisations: [template] }, reading))
    if (entry.organisation !== null) entries.push(entry)
  const records = entries.filter(({ type }) => type === 'record').length
  const file = path.join(folder, 'import.jsonl')
  const out = fs.createWriteStream(file)
  const languages = Object.keys(settingsOf(payload).locales)
  for await (const line of exportLinesOf(copies(entries, organisations), languages))
    if (!out.write(line)) await once(out, 'drain')
  await new Promise<void>((resolve) => {
    out.end(resolve)
  })

  let peak = 0
  const look = () => {
    peak = Math.max(peak, process.memoryUsage.rss())
  }
  const looking = setInterval(look, 20)
  const began = performance.now()
  const source = await linesSource(file)
  await checkImport(source, reading)
  for await (const _ of writeImport(source, 'empty', reading)) look()
  const ms = performance.now() - began
  clearInterval(looking)
  fs.rmSync(file)
  return {
    organisations,
    records: records * organisations,
    msPerRecord: ms / (records * organisations),
    msPerCreate: await createEach(payload, [...copy(entries, organisations + 1)]),
    peakMB: peak / 1024 / 1024,
  }
}

async function* copies(entries: readonly Entry[], count: number): AsyncGenerator<Entry> {
  for (let i = 1; i <= count; i++) yield* copy(entries, i)
}

const NAMESPACE = 'a3c2b1d0-6f1e-4f58-9c55-0d9b7f3a2e11'
const uuid = /[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}|[\da-f]{24}/g

/** The entries as those of another organisation. */
function* copy(entries: readonly Entry[], number: number): Generator<Entry> {
  const organisation = `copied-${String(number).padStart(5, '0')}`
  const ids = new Map<string, string>()
  const idOf = (id: string) => {
    const known = ids.get(id) ?? uuidv5(`${id} ${number}`, NAMESPACE)
    ids.set(id, known)
    return known
  }
  const again = <T>(value: T): T => JSON.parse(JSON.stringify(value).replace(uuid, idOf))
  let previous: string | null = null
  for (const entry of entries) {
    if (entry.type === 'record') {
      const record: PortableRecord = again(entry.record)
      const isOwn = entry.kind === 'organisations'
      yield { ...entry, organisation, record: isOwn ? { ...record, slug: organisation } : record }
      continue
    }
    const {
      sha256: _,
      previousSha256: __,
      internalSha256: ___,
      languages: ____,
      ...open
    } = entry.edition
    const row: EditionRow = seal(
      { ...again(open), organisationSlug: organisation, internal: entry.rest.internal },
      previous,
    )
    previous = row.sha256
    const { internal, ...edition } = row
    yield { ...entry, organisation, edition, rest: { ...entry.rest, internal } }
  }
}

/** Milliseconds a record of creating them one after the other. */
async function createEach(payload: Payload, entries: readonly Entry[]): Promise<number> {
  const { slugs } = settingsOf(payload)
  const ids: { organisation?: string; policy?: string } = {}
  const records = entries.flatMap((entry) => (entry.type === 'record' ? [entry] : []))
  const sections = records.filter(({ kind }) => kind === 'policySections')
  const inOrder = [
    ...records.filter(({ kind }) => kind !== 'policySections'),
    ...sections.filter(({ record }) => !record.parent),
    ...sections.filter(({ record }) => record.parent),
  ]
  const began = performance.now()
  for (const { kind, record } of inOrder) {
    if (kind === 'organisations') ids.organisation = record.id
    if (kind === 'policies') ids.policy = record.id
    await payload.create({
      collection: slugs[kind] as never,
      data: {
        ...(inBase(record) as object),
        ...(kind !== 'organisations' && { organisation: ids.organisation }),
        ...(kind === 'policySections' && { policy: ids.policy }),
      } as never,
      depth: 0,
    })
  }
  return (performance.now() - began) / records.length
}

/** As a request in Japanese says it. */
function inBase(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inBase)
  if (typeof value !== 'object' || value === null || 'root' in value) return value
  if ('ja' in value) return value.ja
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, inBase(inner)]))
}
