import { sql } from '@payloadcms/db-postgres'
import { isolateObjectProperty } from 'payload'
import { generateNKeysBetween } from 'payload/shared'
import type { PolicyDocument } from '../../core/document.ts'
import { extract } from '../../core/extract.ts'
import { renamed } from '../../core/lexical/relations.ts'
import { saysAll } from '../../core/merge/same.ts'
import type { PolicyRecords, SectionRecord } from '../../core/records.ts'
import { sectionOrderField } from '../../core/slugs.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { localApi } from '../database/local-api.ts'
import { queryIn, tableOf } from '../database/sql.ts'
import { editionTexts, storedEditions } from '../editions/stored-editions.ts'
import { findAll, type Reading } from '../policy/load-policy.ts'
import { recordReaderOf } from '../policy/record-reader.ts'
import { inAll, inReadingOrder } from '../policy/store-policy.ts'
import { overwrite, write } from '../policy/write-languages.ts'
import { OperationRefused } from '../refused.ts'
import { type Settings, settingsOf } from '../settings.ts'
import { type RestoredRecord, restoreRecords } from './restore-records.ts'

export type Restored = {
  readonly policy: string
  readonly number: number
  /** The languages that the edition has; what was begun in others stays as it is. */
  readonly languages: readonly string[]
  /** What was done with the records that the edition prints; those that say the same already are not named. */
  readonly records: readonly RestoredRecord[]
  readonly sections: { readonly written: number; readonly trashed: number }
  /** The fields in which the organisation says something else today. They stay: they are of all its policies. */
  readonly organisation: readonly string[]
}

/**
 * Makes an edition the working copy: its sections and records say what it says, under their ids, in every language it
 * has. What other policies use is never changed by it. One transaction: all of it, or nothing.
 *
 * @throws OperationRefused when there is no such edition, or it has no text
 */
export async function restorePolicy(
  { policy, number }: { readonly policy: string; readonly number: number },
  reading: Reading,
): Promise<Restored> {
  const { req } = reading
  const settings = settingsOf(req.payload)
  return inTransaction(req, async () => {
    const policies = tableOf(req.payload, settings.slugs.policies)
    await queryIn(req, sql`select id from ${policies} where id = ${policy} for update`)
    const documents = await documentsOf(policy, number, reading, settings)
    const languages = documents.map(({ locale }) => locale)
    const records = extract(...documents)

    const read = recordReaderOf(settings)
    const [doc] = await findAll(settings.slugs.policies, { id: { equals: policy } }, reading)
    if (!doc) throw policyMissing(policy)
    const organisation = String(doc.organisation)
    const [owner] = await findAll(
      settings.slugs.organisations,
      { id: { equals: organisation } },
      reading,
    )
    const place = { policy, organisation, languages }
    const { ids, restored } = await restoreRecords(records, place, reading)
    const sections = await restoreSections(records, { ...place, ids }, reading)

    const { id: _, organisation: __, slug: ___, ...fields } = records.policy
    const wanted = {
      ...fields,
      preamble: inAll(fields.preamble, (state) => renamed(state, ids)),
      closing: inAll(fields.closing, (state) => renamed(state, ids)),
    }
    if (!saysAll(read.policy(doc), wanted))
      await overwrite(settings.slugs.policies, policy, {}, wanted, languages, reading)
    const trashed = await trashOthers(policy, sections.ids, reading)
    return {
      policy,
      number,
      languages,
      records: restored,
      sections: { written: sections.written, trashed },
      organisation: owner ? differing(read.organisation(owner), records.organisation) : [],
    }
  })
}

/** The edition's documents, the base language first. */
async function documentsOf(
  policy: string,
  number: number,
  { req }: Reading,
  { locales }: Settings,
): Promise<[PolicyDocument, ...PolicyDocument[]]> {
  const heads = (await storedEditions(policy, req)).map(({ head }) => head)
  const head = heads.find((one) => one.number === number)
  if (!head) throw editionMissing(number, heads.length)
  const texts = (await editionTexts(policy, [number], req)).get(number) ?? {}
  const [base, ...others] = Object.keys(locales)
  const [first, ...rest] = [base ?? 'ja', ...others].flatMap((language) => texts[language] ?? [])
  if (!first || first.locale !== base) {
    const last = heads.findLast((one) => base && one.languages[base])
    throw notRestorable(number, last?.number)
  }
  return [first, ...rest]
}

/** Sections under their own ids, parents before their children; those that say the same already are left alone. */
async function restoreSections(
  { sections }: PolicyRecords,
  {
    policy,
    languages,
    ids,
  }: {
    readonly policy: string
    readonly languages: readonly string[]
    readonly ids: ReadonlyMap<string, string>
  },
  reading: Reading,
): Promise<{ readonly ids: ReadonlySet<string>; readonly written: number }> {
  const settings = settingsOf(reading.req.payload)
  const { slugs } = settings
  const read = recordReaderOf(settings)
  const own = sections.map(({ id }) => id)
  const docs = own.length
    ? await findAll(slugs.policySections, { id: { in: own } }, reading, { trash: true })
    : []
  const stored = new Map(docs.map((doc) => [doc.id, doc]))
  const keys = generateNKeysBetween(null, null, sections.length)
  let written = 0
  for (const [i, section] of inReadingOrder(sections).entries()) {
    const { id, parent, order: _, ...fields } = section
    const wanted = {
      ...fields,
      body: inAll(section.body, (state) => renamed(state, ids)),
      end: inAll(section.end, (state) => renamed(state, ids)),
    }
    const place = { parent, [sectionOrderField(slugs)]: keys[i] }
    const doc = stored.get(id)
    if (!doc) await write(slugs.policySections, id, { policy, ...place }, wanted, reading)
    else {
      const says = read.section(doc)
      const isThere = !doc.deletedAt && says.parent === parent && saysAll(says, wanted)
      if (isThere && says.order === keys[i]) continue
      await overwrite(slugs.policySections, id, place, isThere ? {} : wanted, languages, reading)
      if (isThere) continue
    }
    written++
  }
  return { ids: new Set(own), written }
}

/** Moves the sections that the edition does not have to the trash, the inner ones first. */
async function trashOthers(
  policy: string,
  kept: ReadonlySet<string>,
  reading: Reading,
): Promise<number> {
  const { req, overrideAccess } = reading
  const settings = settingsOf(req.payload)
  const docs = await findAll(settings.slugs.policySections, { policy: { equals: policy } }, reading)
  const read = recordReaderOf(settings)
  const others: readonly SectionRecord[] = docs
    .filter(({ id }) => !kept.has(id))
    .map((doc) => read.section(doc))
  const below = (one: SectionRecord): number =>
    1 + Math.max(0, ...others.filter(({ parent }) => parent === one.id).map(below))
  for (const { id } of others.toSorted((a, b) => below(a) - below(b)))
    await localApi(req.payload).update({
      collection: settings.slugs.policySections,
      id,
      data: { deletedAt: new Date().toISOString() },
      depth: 0,
      joins: false,
      req: isolateObjectProperty(req, ['context']),
      overrideAccess,
      // Whatever refers to them was written before, or goes to the trash along with them.
      context: { privacyPolicyRelationsChecked: true },
    })
  return others.length
}

/** The fields, by name, in which one record does not say what another says. */
function differing(stored: object, { id: _, slug: __, ...wanted }: PolicyRecords['organisation']) {
  return Object.entries(wanted)
    .filter(([field, value]) => !saysAll((stored as Record<string, unknown>)[field], value))
    .map(([field]) => field)
}

const policyMissing = (policy: string) =>
  new OperationRefused('policy-missing', {
    ja: `ポリシー「${policy}」がありません（またはごみ箱にあります）。ごみ箱にあるときは、先に元に戻してください。`,
    en: `There is no policy \`${policy}\`, or it is in the trash. Take it out of the trash first.`,
  })

const editionMissing = (number: number, count: number) =>
  new OperationRefused('edition-missing', {
    ja: `第${number}版がありません。${count ? `ある版：1〜${count}` : 'まだ公表された版がありません。'}`,
    en: `There is no edition ${number}. ${count ? `There are editions 1 to ${count}.` : 'Nothing has been published yet.'}`,
  })

const notRestorable = (number: number, last: number | undefined) =>
  new OperationRefused('not-restorable', {
    ja: `第${number}版には戻せる本文がありません（取下げ・廃止の記録、または基本の言語の本文がない版です）。${last ? `本文のある最後の版は第${last}版です。` : ''}`,
    en: `Edition ${number} has no text to restore: it records a withdrawal or a repeal, or lacks the base language. ${last ? `The last edition with a text is ${last}.` : ''}`,
  })
