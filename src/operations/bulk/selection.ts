import type { Selection } from '../../core/bulk/define-change.ts'
import type { Fields } from '../../core/bulk/plan.ts'
import { type BulkCollection, type BulkRecord, bulkCollections } from '../../core/bulk/records.ts'
import { rules } from '../../core/check/rules/index.ts'
import { idOfSlug } from '../policy/find-policy.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import { storedFields } from './record-shape.ts'
import { everywhere, isWithin, type Within } from './within.ts'

export type SettledSelection = Omit<Selection, 'organisations'> & {
  /** Ids, in the order of their slugs as given; null for all. */
  readonly organisations: readonly string[] | null
}

/**
 * The selection with what it names found.
 *
 * @throws OperationRefused naming a collection, an organisation, a field or a rule that is not there
 */
export async function settledSelection(
  selection: Selection,
  reading: Reading,
  within: Within = everywhere,
): Promise<SettledSelection> {
  const { slugs } = settingsOf(reading.req.payload)
  for (const collection of selection.collections)
    if (!bulkCollections.includes(collection))
      throw refused(
        `コレクション「${collection}」はありません。あるもの: ${bulkCollections.join('、')}`,
        `There is no collection \`${collection}\`. There are: ${bulkCollections.join(', ')}.`,
      )
  for (const rule of selection.findings ?? [])
    if (!rules.some(({ id }) => id === rule))
      throw refused(`点検の規則「${rule}」はありません。`, `The check has no rule \`${rule}\`.`)
  for (const path of Object.keys(selection.where ?? {}))
    for (const collection of selection.collections) refuseUnknown(path, collection, reading)
  if (!selection.organisations) {
    const { organisations: own } = within
    return { ...selection, organisations: own === 'all' ? null : [...own].sort() }
  }
  const organisations: string[] = []
  for (const slug of new Set(selection.organisations)) {
    const id = await idOfSlug(slugs.organisations, slug, undefined, reading)
    if (!id || !isWithin(within, id))
      throw new OperationRefused('organisation-missing', {
        ja: `事業者「${slug}」がありません。`,
        en: `There is no organisation \`${slug}\`.`,
      })
    organisations.push(id)
  }
  return { ...selection, organisations }
}

function refuseUnknown(path: string, collection: BulkCollection, { req }: Reading): void {
  const [name = ''] = path.split('.')
  const fields = storedFields(req.payload, collection)
  if (fields.some((field) => field.name === name)) return
  const known = fields.map((field) => field.name)
  throw refused(
    `「${collection}」に項目「${name}」はありません。ある項目: ${known.join('、')}`,
    `\`${collection}\` has no field \`${name}\`. It has: ${known.join(', ')}.`,
  )
}

const refused = (ja: string, en: string) => new OperationRefused('bad-request', { ja, en })

/** Whether every field of a `where` says what it asks, in any language where it names none. */
export function matches(record: BulkRecord, where: Selection['where'] = {}): boolean {
  return Object.entries(where).every(([path, wanted]) => {
    const value = path
      .split('.')
      .reduce<unknown>((at, name) => (at as Fields | null | undefined)?.[name], record)
    const isPlain = typeof value !== 'object' || value === null
    return isPlain ? (value ?? null) === wanted : Object.values(value).includes(wanted)
  })
}
