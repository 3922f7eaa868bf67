import { isCalendarDay } from '../../core/calendar.ts'
import { type ChangedRecord, recordOf } from '../../core/compare/changes/record-of.ts'
import { dutiesDisclaimer, dutiesOf } from '../../core/compare/duties/index.ts'
import { type OpenDuty, openDuties } from '../../core/compare/duties/open-duties.ts'
import { type Change, type Comparison, compare } from '../../core/compare/index.ts'
import { type ComparisonTable, type Layout, tableOf } from '../../core/compare/table/index.ts'
import { type EditionHead, type EditionKind, replacedBy } from '../../core/edition/index.ts'
import type { Words } from '../../core/words.ts'
import { databaseClock } from '../database/database-clock.ts'
import { nextAmendment, printedAs } from '../editions/next-edition.ts'
import { editionTexts, storedEditions } from '../editions/stored-editions.ts'
import { composeAll, type Documents } from '../policy/compose-all.ts'
import { loadPolicy, type Reading } from '../policy/load-policy.ts'
import { policyMissing } from '../policy/policy-missing.ts'
import { storedIn } from '../policy/stored-in.ts'
import { unreadableDay } from '../publishing/unreadable-day.ts'
import { OperationRefused } from '../refused.ts'
import { baseLanguage, settingsOf } from '../settings.ts'

export type ComparisonRequest = {
  readonly policy: string
  /** The number of an edition. @default the one in force on the day from which the working copy would hold */
  readonly before?: number | null
  /** The number of an edition. @default the working copy */
  readonly after?: number | null
  /** The day from which the working copy would hold. @default today in Japan */
  readonly effectiveFrom?: string | null
  readonly locale?: string | null
  readonly layout?: Layout
}

/** One of both texts: an edition, or the working copy. */
export type ComparedText = { readonly edition: number | null; readonly effectiveFrom: string }

/** A change with the duties that it raises, by their keys, and the record that an editor opens. */
export type ToldChange = Change & {
  readonly duties: readonly string[]
  readonly opens: { readonly collection: string; readonly id: string } | null
}

/** What a member is told of two texts of his policy. */
export type PolicyComparison = {
  readonly policy: string
  readonly organisationSlug: string
  readonly policySlug: string
  readonly title: string
  /** The day in Japan. */
  readonly today: string
  /** The editions with a text, which can be compared. */
  readonly editions: readonly {
    readonly number: number
    readonly kind: EditionKind
    readonly effectiveFrom: string
  }[]
  readonly before: ComparedText
  readonly after: ComparedText
  readonly locale: string
  /** The languages that both texts have. */
  readonly locales: readonly string[]
  readonly changes: readonly ToldChange[]
  readonly duties: readonly OpenDuty[]
  readonly disclaimer: Words
  readonly table: ComparisonTable
}

/**
 * Compares the working copy with an edition, or two editions, for members of the organisation: what changed, what the
 * law may ask for, and the 新旧対照表.
 *
 * @throws OperationRefused when there is nothing to compare, or no such edition, language or day
 */
export async function comparePolicy(
  request: ComparisonRequest,
  reading: Reading,
): Promise<PolicyComparison & { readonly comparison: Comparison }> {
  const { req } = reading
  const { policy, effectiveFrom = null, layout } = request
  const settings = settingsOf(req.payload)
  if (effectiveFrom !== null && !isCalendarDay(effectiveFrom)) throw unreadableDay(effectiveFrom)
  const records = await loadPolicy(policy, reading)
  if (!records) throw policyMissing(policy)
  const heads = (await storedEditions(policy, req)).map(({ head }) => head)
  const { today } = await databaseClock(req)
  const day = effectiveFrom ?? today

  const withText = heads.filter(({ languages }) => Object.keys(languages).length > 0)
  const named = (number: number) => withText.find((head) => head.number === number)
  const after = request.after == null ? null : named(request.after)
  const before =
    request.before == null
      ? replacedBy({ effectiveFrom: day, corrects: null }, heads)
      : named(request.before)
  if (!before) throw noEdition(request.before ?? null, withText)
  if (after === undefined) throw noEdition(request.after ?? null, withText)

  const numbers = [before.number, ...(after ? [after.number] : [])]
  const texts = await editionTexts(policy, numbers, req)
  const own = texts.get(before.number) ?? {}
  const other: Documents = after
    ? (texts.get(after.number) ?? {})
    : printedAs(
        nextAmendment(heads, day),
        composeAll(records, settings).documents,
        heads,
        records.policy,
      )
  const locales = Object.keys(settings.locales).filter((one) => own[one] && other[one])
  const locale = request.locale ?? locales[0] ?? ''
  const [one, two] = [own[locale], other[locale]]
  if (!one || !two) throw notInBoth(locale, locales)

  const comparison = compare(one, two)
  const duties = openDuties(own, other)
  const owner = { policy, organisation: records.organisation.id }
  const base = baseLanguage(settings)
  return {
    policy,
    organisationSlug: records.organisation.slug,
    policySlug: records.policy.slug,
    title: records.policy.title[base] ?? '',
    today,
    editions: withText.map(({ number, kind, effectiveFrom: from }) => ({
      number,
      kind,
      effectiveFrom: from,
    })),
    before: { edition: before.number, effectiveFrom: before.effectiveFrom },
    after: { edition: after?.number ?? null, effectiveFrom: after?.effectiveFrom ?? day },
    locale,
    locales,
    changes: toldChanges(comparison, duties, (record) => ({
      collection: settings.slugs[storedIn[record.collection]],
      id: owner[record.collection as keyof typeof owner] ?? record.id,
    })),
    duties,
    disclaimer: dutiesDisclaimer,
    table: tableOf(comparison, {
      ...(layout && { layout }),
      before: { edition: before.number, effectiveFrom: before.effectiveFrom },
      after: after
        ? { edition: after.number, effectiveFrom: after.effectiveFrom }
        : { ...(effectiveFrom !== null && { effectiveFrom }) },
    }),
    comparison,
  }
}

function toldChanges(
  comparison: Comparison,
  open: readonly OpenDuty[],
  opens: (record: ChangedRecord) => { readonly collection: string; readonly id: string },
): readonly ToldChange[] {
  const raised = dutiesOf(comparison)
  const keys = new Map(open.map(({ name, key }) => [name, key]))
  return comparison.changes.map((change, place) => {
    const record = recordOf(change, comparison.matching.after)
    return {
      ...change,
      duties: raised.flatMap(({ name, changes }) =>
        changes.includes(place) ? (keys.get(name) ?? []) : [],
      ),
      opens: record && opens(record),
    }
  })
}

const noEdition = (number: number | null, editions: readonly EditionHead[]) => {
  const known = editions.map((one) => one.number).join(', ')
  return new OperationRefused('edition-missing', {
    ja:
      number === null
        ? '比べる版がありません。この日に施行されている版がないため、版の番号を指定するか、先に公表してください。'
        : `本文のある第${number}版はありません。ある版: ${known || 'なし'}`,
    en:
      number === null
        ? 'There is no edition to compare with: none is in force on that day. Give the number of one, or publish first.'
        : `There is no edition ${number} with a text. There is: ${known || 'none'}.`,
  })
}

const notInBoth = (locale: string, locales: readonly string[]) =>
  new OperationRefused('bad-request', {
    ja: `言語「${locale}」では比べられません。両方の本文がある言語: ${locales.join('、') || 'なし'}`,
    en: `Cannot be compared in \`${locale}\`. Both texts are there in: ${locales.join(', ') || 'none'}.`,
  })
