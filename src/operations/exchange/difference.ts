import type pg from 'pg'
import type { Unit } from '../../core/exchange/check-entries.ts'
import type { Source } from '../../core/exchange/entry.ts'
import { fieldName, type ImportFlaw } from '../../core/exchange/flaw.ts'
import { placeInJson } from '../../core/exchange/place-in-json.ts'
import { inShape } from '../../core/exchange/print-record.ts'
import { type RecordKind, recordKinds } from '../../core/exchange/record-shape.ts'
import type { Words } from '../../core/words.ts'
import { readRecords } from './read-records.ts'
import type { StoredRecord } from './record-rows.ts'
import type { RecordTables } from './record-tables.ts'

/** A record that an import changes, and the fields in which it does. */
export type ChangedRecord = {
  readonly kind: RecordKind
  readonly id: string
  readonly fields: readonly string[]
}

/** What an import makes of a library or an organisation that may be there already. */
export type UnitDifference = {
  readonly added: readonly { readonly kind: RecordKind; readonly id: string }[]
  readonly changed: readonly ChangedRecord[]
  readonly same: number
  /** The records of both, with what their places say of them. */
  readonly written: { readonly [K in RecordKind]?: readonly StoredRecord[] }
}

type Tables = { readonly [K in RecordKind]: RecordTables }
type ByKind = { readonly [K in RecordKind]?: readonly StoredRecord[] }

/** For a database that has nothing: everything is added. */
export function allAdded({ records }: Unit, byKind: ByKind): UnitDifference {
  const added = records.map(({ kind, record: { id } }) => ({ kind, id }))
  return { added, changed: [], same: 0, written: byKind }
}

/**
 * What of a unit is not in the database, or says something else there. When a record was written is no difference.
 * Records that only the database has are left alone.
 */
export async function differenceFrom(
  client: pg.ClientBase,
  unit: Unit,
  byKind: ByKind,
  tables: Tables,
  locales: { readonly [language: string]: string | null },
): Promise<{ readonly difference: UnitDifference; readonly flaws: readonly ImportFlaw[] }> {
  const flaws: ImportFlaw[] = []
  const sources = new Map<string, Source>(
    unit.records.map(({ record, source }) => [record.id, source]),
  )
  const flaw = (id: string, field: string, why: Words) => {
    const source = sources.get(id)
    if (!source) return
    const { line, column } = placeInJson(source.text, [field])
    const place = { file: source.file, line: source.line ?? line, column }
    flaws.push({ ...place, field: fieldName([field]), why })
  }
  const added: { kind: RecordKind; id: string }[] = []
  const changed: ChangedRecord[] = []
  const written: { [K in RecordKind]?: StoredRecord[] } = {}
  let same = 0
  for (const kind of recordKinds) {
    const own = byKind[kind] ?? []
    if (own.length === 0) continue
    const { shape } = tables[kind]
    const ids = own.map(({ id }) => id)
    const stored = new Map(
      (await readRecords(client, tables[kind], { ids }, locales)).map((one) => [one.id, one]),
    )
    for (const record of own) {
      const before = stored.get(record.id)
      const isElsewhere =
        before &&
        ((before.organisation ?? null) !== (record.organisation ?? null) ||
          before.policy !== record.policy)
      const fields = before ? changedFields(before, record, shape) : []
      if (isElsewhere) flaw(record.id, 'id', elsewhere)
      else if (before && fields.length === 0) same++
      else {
        if (before) changed.push({ kind, id: record.id, fields })
        else added.push({ kind, id: record.id })
        const list = written[kind] ?? []
        written[kind] = list
        list.push(before ? { ...record, updatedAt: new Date().toISOString() } : record)
      }
    }
    if (kind === 'organisations' || kind === 'policies')
      for (const id of await slugsTaken(client, tables[kind], own)) flaw(id, 'slug', slugTaken)
  }
  return { difference: { added, changed, same, written }, flaws }
}

const times = ['createdAt', 'updatedAt']

function changedFields(
  before: StoredRecord,
  after: StoredRecord,
  shape: RecordTables['shape'],
): readonly string[] {
  const told = (record: StoredRecord) => inShape(record, shape) as { readonly [f: string]: unknown }
  const [a, b] = [told(before), told(after)]
  return shape.flatMap(({ name }) =>
    times.includes(name) || JSON.stringify(a[name]) === JSON.stringify(b[name]) ? [] : [name],
  )
}

/** The ids of records whose slug another one has, in the same organisation. */
async function slugsTaken(
  client: pg.ClientBase,
  { kind, live }: RecordTables,
  records: readonly StoredRecord[],
): Promise<readonly string[]> {
  const owner =
    kind === 'policies' ? live.columns.find(({ path }) => path[0] === 'organisation') : null
  const { rows } = await client.query<{ id: string }>(
    `select s.id from json_populate_recordset(null::${live.main}, $1::json) s
     join ${live.main} m on m.slug = s.slug and m.id <> s.id
     ${owner ? `and m."${owner.name}" = s."${owner.name}"` : ''}`,
    [
      JSON.stringify(
        records.map(({ id, slug, organisation }) => ({
          id,
          slug,
          ...(owner && { [owner.name]: organisation }),
        })),
      ),
    ],
  )
  return rows.map(({ id }) => id)
}

const elsewhere: Words = {
  ja: 'このIDの記録が、データベースでは別の事業者かポリシーにあります。',
  en: 'In the database the record with this id belongs to another organisation or policy.',
}

const slugTaken: Words = {
  ja: 'この名前は、データベースでは別のIDのものが使っています。IDを合わせるか、別の名前にしてください。',
  en: 'In the database something with another id has this slug. Give it that id, or another slug.',
}
