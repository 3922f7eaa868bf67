import type { FlattenedField } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { sayingOf } from '../../core/amendment.ts'
import type { ChangeContext } from '../../core/bulk/define-change.ts'
import type { Fields, RecordChange } from '../../core/bulk/plan.ts'
import { recordHash } from '../../core/bulk/record-hash.ts'
import { type BulkCollection, type BulkRecord, bulkCollections } from '../../core/bulk/records.ts'
import { relationKinds } from '../../core/lexical/relations.ts'
import { shortened } from '../../core/shortened.ts'
import type { Words } from '../../core/words.ts'
import { checkDocuments } from '../checking/check-policy.ts'
import type { Doc } from '../database/local-api.ts'
import { composeWhole } from '../policy/compose-all.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { baseLanguage, type Settings, settingsOf } from '../settings.ts'
import {
  bodyFields,
  policyRecords,
  relationsOf,
  type StoredRecords,
  usedBy,
} from './read-records.ts'
import { docFields, recordOf, storedFields } from './record-shape.ts'
import { matches, type SettledSelection } from './selection.ts'
import { fieldProblems, shapeProblems, unknownFields } from './validate-record.ts'

/** What a change is worked out from: an organisation's records, with those that it shares. */
export type Scope = { readonly own: StoredRecords; readonly library: StoredRecords }

/** Where new fields come from: a change script, a ready-made change, a file, the versions of records. */
export type ChangeSource = {
  /** Asked before the records of an organisation; of the library with `own` being the library itself. */
  readonly prepare?: (scope: Scope, today: string) => Promise<void>
  /** As a method: a script is typed on the collections that it selects, and asked about no others. */
  change(
    record: never,
    context: ChangeContext,
  ): { readonly [field: string]: unknown } | null | undefined
  /** Where a person finds what a record is to become: `changes.jsonl:3201`. */
  readonly placeOf?: (collection: BulkCollection, id: string) => string | null
}

export type Changed = {
  readonly changes: readonly RecordChange[]
  /** The records with their changes. */
  readonly after: StoredRecords
}

/** The same of the shared library, with what it was. A selection of organisations or policies leaves it alone. */
export async function changeLibrary(
  source: ChangeSource,
  selection: SettledSelection,
  library: StoredRecords,
  today: string,
  reading: Reading,
): Promise<Changed & { readonly before: StoredRecords }> {
  if (selection.organisations || selection.policies || selection.findings)
    return { changes: [], before: library, after: library }
  return {
    before: library,
    ...(await changesOf(source, selection, { own: library, library }, today, reading)),
  }
}

/**
 * What a change makes of the selected records of one organisation.
 *
 * @throws OperationRefused naming every record, field and reason for which it cannot be
 */
export async function changesOf(
  source: ChangeSource,
  selection: SettledSelection,
  scope: Scope,
  today: string,
  reading: Reading,
): Promise<Changed> {
  const { own } = scope
  const settings = settingsOf(reading.req.payload)
  await source.prepare?.(scope, today)
  const isSelected = selectedBy(selection, scope, today, settings)
  const [organisation] = own.organisations
  const changes: RecordChange[] = []
  const problems: Problem[] = []
  const after = { ...own }
  for (const collection of bulkCollections) {
    if (!selection.collections.includes(collection)) continue
    const fields = storedFields(reading.req.payload, collection)
    const context: ChangeContext = {
      collection,
      organisation: organisation ? { id: organisation.id, slug: String(organisation.slug) } : null,
      today,
    }
    const docs: Doc[] = []
    for (const doc of own[collection]) {
      docs.push(doc)
      const record = recordOf(fields, doc, settings)
      if (!isSelected(collection, record)) continue
      const asked = source.change(record as never, context)
      if (!asked) continue
      const name = nameOf(record, settings)
      const report = (field: string, message: Words) =>
        problems.push({
          place: source.placeOf?.(collection, doc.id) ?? null,
          organisation: context.organisation?.slug ?? null,
          collection,
          id: doc.id,
          name,
          field,
          message,
        })
      const changed: { [field: string]: unknown } = differing(record, asked)
      if (Object.keys(changed).length === 0) continue
      const misshapen = [
        ...unknownFields(changed, fields, collection),
        ...shapeProblems(changed, fields, Object.keys(settings.locales)),
      ]
      for (const { field, message } of misshapen) report(field, message)
      if (misshapen.length) continue
      withRowIds(changed, fields)
      const patched = { ...doc, ...docFields(fields, changed, doc, settings) }
      const derived = bodyFields[collection]?.some((field) => field in changed)
        ? derivedOf(collection, patched, settings)
        : {}
      const whole: Doc = { ...patched, ...derived }
      const found = await fieldProblems(collection, doc, whole, Object.keys(changed), reading.req)
      for (const { field, message } of found) report(field, message)
      for (const { field, message } of wrongRelations(collection, derived, doc, scope))
        report(field, message)
      const rederived = differing(record, derived)
      docs[docs.length - 1] = whole
      changes.push({
        collection,
        id: doc.id,
        organisation: organisation?.id ?? null,
        name,
        before: {
          hash: recordHash(record),
          fields: Object.fromEntries(
            Object.keys({ ...changed, ...rederived }).map((field) => [
              field,
              record[field] ?? null,
            ]),
          ),
        },
        after: { ...changed, ...rederived },
      })
    }
    after[collection] = docs
  }
  if (problems.length) throw cannotBe(problems)
  return { changes, after }
}

/** The fields that say something else than the record does; localised ones whole, with the languages left alone. */
function differing(record: BulkRecord, asked: Fields): Fields {
  return Object.fromEntries(
    Object.entries(asked).flatMap(([field, value]) => {
      if (value === undefined) return []
      const stored = record[field]
      const whole = isPlainObject(value) && isPlainObject(stored) ? { ...stored, ...value } : value
      return sayingOf(stored) === sayingOf(whole) && field in record ? [] : [[field, whole]]
    }),
  )
}

/** New rows get the ids that they will have, so that what is planned is what is written. */
function withRowIds(
  changed: { [field: string]: unknown },
  fields: readonly FlattenedField[],
): void {
  for (const field of fields) {
    const value = changed[field.name]
    if (field.type === 'array' && Array.isArray(value))
      changed[field.name] = value.map((row) => ({ ...row, id: row.id ?? uuidv7() }))
    if ((field.type === 'group' || field.type === 'tab') && isPlainObject(value)) {
      const own = { ...value }
      withRowIds(own, field.flattenedFields)
      changed[field.name] = own
    }
  }
}

const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The relations that the plugin's hook would derive from the bodies. */
function derivedOf(collection: BulkCollection, doc: Doc, settings: Settings): Fields {
  const { sections, ...kinds } = relationsOf(collection, doc, settings)
  return { ...kinds, references: sections }
}

/** What bodies use that is missing, or neither the organisation's nor the library's. */
function wrongRelations(
  collection: BulkCollection,
  derived: Fields,
  doc: Doc,
  { own, library }: Scope,
): readonly { readonly field: string; readonly message: Words }[] {
  const wrong: string[] = []
  for (const kind of relationKinds) {
    const known = new Set([...own[kind], ...library[kind]].map(({ id }) => id))
    for (const id of (derived[kind] ?? []) as readonly string[])
      if (!known.has(id)) wrong.push(`${kind} ${id}`)
  }
  const policy = collection === 'policies' ? doc.id : doc.policy
  for (const id of (derived.references ?? []) as readonly string[])
    if (!own.policySections.some((section) => section.id === id && section.policy === policy))
      wrong.push(`policySections ${id}`)
  if (wrong.length === 0) return []
  return [
    {
      field: bodyFields[collection]?.[0] ?? '',
      message: {
        ja: `本文が、この事業者のものでも共通の文例でもない記録、または存在しない記録を使っています: ${wrong.join('、')}`,
        en: `The text uses records that are missing, or belong neither to this organisation nor to the shared library: ${wrong.join(', ')}.`,
      },
    },
  ]
}

/** Whether a record is selected, beside its collection and organisation. */
function selectedBy(
  { policies, where, findings }: SettledSelection,
  { own, library }: Scope,
  today: string,
  settings: Settings,
): (collection: BulkCollection, record: BulkRecord) => boolean {
  const named = policies && own.policies.filter(({ slug }) => policies.includes(String(slug)))
  const ids = named && new Set<string>()
  for (const policy of named ?? []) {
    const sections = own.policySections.filter((section) => section.policy === policy.id)
    for (const { id } of [policy, ...sections]) ids?.add(id)
    for (const id of usedBy(policy, sections, settings)) ids?.add(id)
  }
  const found = findings && new Set<string>()
  if (findings && found)
    for (const policy of named ?? own.policies) {
      const records = policyRecords(policy, own, library, settings)
      const { documents } = composeWhole(records, settings)
      const days = { today, effectiveFrom: today }
      for (const finding of checkDocuments(documents, records, days, settings).findings)
        if (findings.includes(finding.ruleId)) found.add(finding.opens.id)
    }
  return (_, record) =>
    (!ids || ids.has(record.id)) && (!found || found.has(record.id)) && matches(record, where)
}

/** What people know a record by. */
export function nameOf(record: Fields, settings: Settings): string {
  const base = baseLanguage(settings)
  for (const field of ['heading', 'title', 'name', 'legalName', 'text', 'slug']) {
    const value = record[field]
    const text = isPlainObject(value) ? value[base] : value
    if (typeof text === 'string' && text !== '') return shortened(text, 60)
  }
  return String(record.id)
}

type Problem = {
  readonly place: string | null
  readonly organisation: string | null
  readonly collection: BulkCollection
  readonly id: string
  readonly name: string
  readonly field: string
  readonly message: Words
}

const cannotBe = (problems: readonly Problem[]) => {
  const where = ({ place, organisation, collection, name, field }: Problem) =>
    `${place === null ? '' : `${place}: `}${organisation ?? '—'} ${collection}「${name}」${field}`
  const told = problems.slice(0, 20)
  return new OperationRefused(
    'bulk-invalid',
    {
      ja: `この変更はできません。何も書き込んでいません。\n${told.map((one) => `${where(one)}: ${one.message.ja}`).join('\n')}`,
      en: `The change cannot be made; nothing was written.\n${told.map((one) => `${where(one)}: ${one.message.en}`).join('\n')}`,
    },
    problems,
  )
}
