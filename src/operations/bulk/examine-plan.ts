import type { FlattenedField, Payload, PayloadRequest } from 'payload'
import { sayingOf } from '../../core/amendment.ts'
import { lineKey } from '../../core/bulk/changes/record-lines.ts'
import type { Fields, PlanUnit, RecordChange } from '../../core/bulk/plan.ts'
import { readPlan } from '../../core/bulk/plan-file.ts'
import { type BulkRecord, bulkCollections } from '../../core/bulk/records.ts'
import { isStorable } from '../../core/storable.ts'
import { databaseClock } from '../database/database-clock.ts'
import { tableNameOf } from '../database/sql.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import { changesOf } from './change-records.ts'
import { unitKey, writtenUnits } from './journal.ts'
import { readLibrary, readRecords, type StoredRecords } from './read-records.ts'
import { list, storedFields } from './record-shape.ts'
import { alone } from './session.ts'
import { isSettled } from './validate-record.ts'
import { isWithin, type Within } from './within.ts'

/*
 * A plan's hash says that it is whole, not who made it. Where it comes from outside, nothing that it says is taken on
 * trust: whose its records are is asked of the database, before anything of them is told; and what becomes of them is
 * worked out anew from the fields that it sets, so that it writes what a save of this user could have written.
 */

/** Units that are asked about at once. */
const TOGETHER = 50
/** Organisations whose records are in memory at once. */
const READ_TOGETHER = 8

/**
 * Looks whose the organisations, records and policies of a plan are.
 *
 * @throws OperationRefused naming what is outside
 * @throws PlanFileRefused when it is no plan, or not the one that was written
 */
export async function refuseOutside(
  lines: AsyncIterable<string>,
  within: Within,
  reading: Reading,
): Promise<void> {
  const foreign: string[] = []
  let together: PlanUnit[] = []
  const look = async () => {
    foreign.push(...(await foreignIn(together, reading)))
    together = []
  }
  for await (const line of readPlan(lines)) {
    if ('head' in line && !isText(line.head.title, line.head.reverts ?? ''))
      throw notMadeSo(['title, reverts'])
    if (!('unit' in line)) continue
    if (!isAskable(line.unit)) throw notMadeSo([`line ${line.line}`])
    const { organisation } = line.unit
    if (isWithin(within, organisation?.id ?? null)) together.push(line.unit)
    else foreign.push(organisation?.slug ?? 'library')
    if (together.length === TOGETHER) await look()
  }
  await look()
  if (foreign.length) throw outside(foreign)
}

const isText = (...values: readonly unknown[]) => values.every(isStorable)

/** Names that the database could not even be asked about. */
const isAskable = ({ organisation, read, changes, policies }: PlanUnit): boolean =>
  (!organisation || isText(organisation.id, organisation.slug)) &&
  read.every(({ id, updatedAt }) => isText(id, updatedAt)) &&
  [...changes, ...policies].every(({ id }) => isText(id))

/** What units hold of others than their own organisation. What is gone, or never was, is for the look at drift. */
async function foreignIn(units: readonly PlanUnit[], reading: Reading): Promise<readonly string[]> {
  const values = bulkCollections.flatMap((collection) => {
    const its = units.flatMap(({ organisation, read, changes, policies }) =>
      [
        ...read.flatMap((one) => (one.collection === collection ? [one.id] : [])),
        ...changes.flatMap((one) => (one.collection === collection ? [one.id] : [])),
        ...(collection === 'policies' ? policies.map(({ id }) => id) : []),
      ].map((id) => ({ id: String(id), owner: organisation?.id ?? null })),
    )
    return [its.map(({ id }) => id), its.map(({ owner }) => owner)]
  })
  const rows = await alone(ownersStatement(reading.req.payload), values, reading)
  return rows.map(({ id, collection }) => `${collection} ${id}`)
}

function ownersStatement(payload: Payload): string {
  const { slugs } = settingsOf(payload)
  return bulkCollections
    .map((collection, i) => {
      const table = tableNameOf(payload, slugs[collection])
      const owner = collection === 'organisations' ? 't.id' : 't.organisation_id'
      return `select v.id, '${collection}' as collection from unnest($${2 * i + 1}::text[], $${2 * i + 2}::text[]) v(id, owner) join ${table} t on t.id = v.id where ${owner} is distinct from v.owner`
    })
    .join(' union ')
}

/**
 * Works out anew what becomes of each organisation that is left to write, organisation by organisation.
 *
 * @throws OperationRefused when a change could not be made by a plan, or not by this user, naming record and field
 */
export async function refuseMadeUp(
  lines: AsyncIterable<string>,
  sha256: string,
  reading: Reading,
): Promise<void> {
  const done = await writtenUnits(sha256, reading)
  const library = await readLibrary(reading)
  const { today } = await databaseClock(reading.req)
  let together: PlanUnit[] = []
  for await (const line of readPlan(lines)) {
    if (!('unit' in line)) continue
    const { organisation, changes } = line.unit
    if (changes.length > 0 && !done.has(unitKey(sha256, organisation?.id ?? null)))
      together.push(line.unit)
    if (together.length === READ_TOGETHER) await look()
  }
  await look()

  async function look(): Promise<void> {
    const owners = together.flatMap(({ organisation }) => organisation?.id ?? [])
    const read = await readRecords(owners, reading)
    for (const unit of together)
      await refuse(unit, unit.organisation ? read.get(unit.organisation.id) : library)
    together = []
  }

  async function refuse(unit: PlanUnit, own: StoredRecords | undefined): Promise<void> {
    if (!own) throw notMadeSo([unit.organisation?.slug ?? ''])
    const wanted = new Map(unit.changes.map((one) => [lineKey(one.collection, one.id), one]))
    const source = {
      change(
        { id }: BulkRecord,
        { collection }: { readonly collection: RecordChange['collection'] },
      ) {
        const fields = Object.entries(wanted.get(lineKey(collection, id))?.after ?? {})
        return Object.fromEntries(fields.filter(([field]) => !isSettled(field, collection)))
      },
    }
    const selection = { collections: bulkCollections, organisations: null }
    const { changes } = await changesOf(source, selection, { own, library }, today, reading)
    await refuseFields(changes, reading.req)
    const made = new Map(changes.map((one) => [lineKey(one.collection, one.id), one]))
    const other = [...wanted].filter(([key, { before, after }]) => {
      const own = made.get(key)
      const isSame = sayingOf([own?.before, own?.after]) === sayingOf([before, after])
      return !isSame || Object.keys(after).some((name) => !(name in (own?.after ?? {})))
    })
    if (other.length || made.size !== unit.changes.length)
      throw notMadeSo(other.map(([key]) => `${unit.organisation?.slug ?? 'library'} ${key}`))
  }
}

/** @throws OperationRefused for fields that the collection lets others change, but not this user */
export async function refuseFields(
  changes: readonly RecordChange[],
  req: PayloadRequest,
): Promise<void> {
  const refused: string[] = []
  for (const { collection, id, name, before, after } of changes) {
    const fields = storedFields(req.payload, collection)
    for (const field of await closedIn(fields, before.fields, after, id, req))
      refused.push(`[${collection}] ${name} ${field}`)
  }
  if (refused.length) throw closed(refused)
}

async function closedIn(
  fields: readonly FlattenedField[],
  before: Fields,
  after: Fields,
  id: string,
  req: PayloadRequest,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const field of fields) {
    const [old, own] = [before[field.name], after[field.name]]
    if (!(field.name in after) || sayingOf(old) === sayingOf(own)) continue
    const { update } = ('access' in field && field.access) || {}
    const isOpen = !update || (await update({ req, id, data: after, siblingData: after } as never))
    if (!isOpen) found.push(field.name)
    else if (field.type === 'array')
      for (const row of list(own)) {
        const was = list(old).find((one) => one.id === row.id) ?? {}
        found.push(...(await closedIn(field.flattenedFields, was, row, id, req)))
      }
    else if (field.type === 'group' || field.type === 'tab') {
      const [was, is] = [(old ?? {}) as Fields, (own ?? {}) as Fields]
      found.push(...(await closedIn(field.flattenedFields, was, is, id, req)))
    }
  }
  return found
}

const outside = (foreign: readonly string[]) => {
  const told = [...new Set(foreign)].slice(0, 10).join(', ')
  return new OperationRefused('not-allowed', {
    ja: `この計画には、あなたが変更できない事業者や記録が含まれています。何も書き込んでいません: ${told}`,
    en: `This plan holds organisations or records that you may not change; nothing was written: ${told}`,
  })
}

const notMadeSo = (places: readonly string[]) =>
  new OperationRefused('bulk-invalid', {
    ja: `plan が書き出した計画ではありません。何も書き込んでいません。計画を作り直してください: ${places.slice(0, 10).join(', ')}`,
    en: `\`plan\` makes no such plan; nothing was written. Make it anew: ${places.slice(0, 10).join(', ')}`,
  })

const closed = (fields: readonly string[]) => {
  const told = fields.slice(0, 10).join(', ')
  return new OperationRefused('not-allowed', {
    ja: `あなたには変更できない項目です。何も書き込んでいません: ${told}`,
    en: `These fields are not yours to change; nothing was written: ${told}`,
  })
}
