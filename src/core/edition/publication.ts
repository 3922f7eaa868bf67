import { isCalendarDay } from '../calendar.ts'
import { at, type Dated, inOrder } from './as-of.ts'
import type { EditionKind } from './edition.ts'

/** What becomes of pending editions when another is published before them. */
export const pendingDecisions = ['reissue', 'keep', 'withdraw'] as const
export type PendingDecision = (typeof pendingDecisions)[number]

export type Publication = {
  readonly kind: EditionKind
  readonly effectiveFrom: string
  readonly corrects: number | null
  readonly withdraws: number | null
  readonly pendingDecision?: PendingDecision | null
}

export type PublicationRefusal = {
  readonly code:
    | 'effective-date-unreadable'
    | 'effective-date-past'
    | 'corrects-missing'
    | 'corrects-unexpected'
    | 'corrects-unknown'
    | 'corrects-replaced'
    | 'withdraws-missing'
    | 'withdraws-unexpected'
    | 'withdraws-unknown'
    | 'withdraws-replaced'
    | 'withdraws-in-force'
    | 'nothing-to-repeal'
    | 'pending-decision-missing'
    | 'reissue-after-repeal'
    | 'reissue-of-first'
  readonly message: { readonly ja: string; readonly en: string }
}

/**
 * The rules that a publication breaks, given all editions of the policy and today's date in Japan; none, if it may
 * go ahead. Every edition keeps at most one successor by erratum or withdrawal, so that what is live stays one line.
 */
export function refusePublication(
  publication: Publication,
  editions: readonly Dated[],
  today: string,
): PublicationRefusal[] {
  const { kind, effectiveFrom } = publication
  const refusals = [
    ...refuseReference('corrects', publication, editions),
    ...refuseReference('withdraws', publication, editions),
  ]
  if (!isCalendarDay(effectiveFrom))
    return [
      ...refusals,
      refusal(
        'effective-date-unreadable',
        `施行日「${effectiveFrom}」を読み取れません。2025-04-01 のように入力してください。`,
        `Cannot read the effective date \`${effectiveFrom}\`. Write it like 2025-04-01.`,
      ),
    ]
  if ((kind === 'amendment' || kind === 'repeal') && effectiveFrom < today)
    refusals.push(
      refusal(
        'effective-date-past',
        `施行日 ${effectiveFrom} は過去の日付です。${today} 以降の日付にしてください。過去の版を直すときは訂正、以前の本文を取り込むときは取込を選んでください。`,
        `The effective date ${effectiveFrom} has passed. Choose ${today} or later; to set an earlier edition right, publish an erratum; to bring in an old text, an import.`,
      ),
    )
  const called = editions.find(({ number }) => number === publication.withdraws)
  if (kind === 'withdrawal' && called && called.effectiveFrom <= today)
    refusals.push(
      refusal(
        'withdraws-in-force',
        `第${called.number}版は ${called.effectiveFrom} に施行されているため、取り下げられません。改定版を公表してください。`,
        `Edition ${called.number} came into force on ${called.effectiveFrom} and cannot be withdrawn. Publish an amendment instead.`,
      ),
    )
  if (kind === 'repeal' && at(editions, effectiveFrom).state !== 'inForce')
    refusals.push(
      refusal(
        'nothing-to-repeal',
        `${effectiveFrom} に施行されている版がないため、廃止できません。`,
        `No edition is in force on ${effectiveFrom}, so there is nothing to repeal.`,
      ),
    )
  const pending = pendingAfter(publication, editions, today)
  if (refusals.length === 0 && pending.length > 0 && !publication.pendingDecision) {
    const list = (join: string, item: (edition: Dated) => string) => pending.map(item).join(join)
    refusals.push(
      refusal(
        'pending-decision-missing',
        `この版の後に、施行待ちの版（${list('、', ({ number, effectiveFrom: day }) => `第${number}版 ${day}`)}）があります。その施行日にこの版の変更は失われます。施行待ちの版を再公表する（reissue）、そのままにする（keep）、取り下げる（withdraw）のいずれかを選んでください。`,
        `Editions are pending after this one (${list(', ', ({ number, effectiveFrom: day }) => `no. ${number} from ${day}`)}), and on their day this change would be lost. Decide what becomes of them: reissue, keep or withdraw.`,
      ),
    )
  }
  if (refusals.length === 0 && pending.length > 0 && publication.pendingDecision === 'reissue')
    refusals.push(...refuseReissue(publication, editions))
  return refusals
}

/** Carried into a pending edition is what this one changes in the text before it; so there must be both texts. */
function refuseReissue(
  { kind, effectiveFrom, corrects }: Publication,
  editions: readonly Dated[],
): PublicationRefusal[] {
  if (kind === 'repeal')
    return [
      refusal(
        'reissue-after-repeal',
        '廃止には、施行待ちの版に引き継ぐ本文がありません。施行待ちの版をそのままにする（keep）か、取り下げる（withdraw）かを選んでください。',
        'A repeal has no text to carry into the pending editions. Choose keep or withdraw.',
      ),
    ]
  const before = inOrder(editions).some(
    (edition) => edition.kind !== 'repeal' && edition.effectiveFrom <= effectiveFrom,
  )
  if (corrects !== null || before) return []
  return [
    refusal(
      'reissue-of-first',
      `${effectiveFrom} より前に施行された版がなく、この版で何が変わったのかを判断できないため、施行待ちの版を再公表できません。そのままにする（keep）か、取り下げる（withdraw）かを選んでください。`,
      `No edition was in force before ${effectiveFrom}, so what this one changes cannot be told and carried into the pending editions. Choose keep or withdraw.`,
    ),
  ]
}

/**
 * The editions not yet in force that would take the place of this one on their day: those the publisher must decide
 * about. None, if an edition already in force follows it anyway (an old text brought in, an old edition corrected).
 */
export function pendingAfter<E extends Dated>(
  publication: Publication,
  editions: readonly E[],
  today: string,
): readonly E[] {
  const { kind, effectiveFrom, corrects, withdraws } = publication
  if (kind === 'withdrawal') return []
  const number = Math.max(0, ...editions.map((edition) => edition.number)) + 1
  // Not recorded yet; no time limits what is known here.
  const next: Dated = { number, kind, effectiveFrom, corrects, withdraws, recordedAt: '' }
  const order: readonly Dated[] = inOrder<Dated>([...editions, next])
  const after = order.slice(order.indexOf(next) + 1)
  if (after.some((edition) => edition.effectiveFrom <= today)) return []
  const numbers = new Set(after.map((edition) => edition.number))
  return editions
    .filter((edition) => numbers.has(edition.number) && edition.effectiveFrom > effectiveFrom)
    .sort((a, b) => (a.effectiveFrom < b.effectiveFrom ? -1 : 1))
}

/** `corrects` belongs to an erratum, `withdraws` to a withdrawal; each names an edition that still stands. */
function refuseReference(
  field: 'corrects' | 'withdraws',
  publication: Publication,
  editions: readonly Dated[],
): PublicationRefusal[] {
  const number = publication[field]
  const [ja, en, owner] =
    field === 'corrects'
      ? (['訂正', 'corrects', 'erratum'] as const)
      : (['取下げ', 'withdraws', 'withdrawal'] as const)
  if (publication.kind !== owner)
    return number === null
      ? []
      : [
          refusal(
            `${field}-unexpected`,
            `${ja}の対象（第${number}版）は、種別が${ja}のときだけ指定できます。`,
            `Only an ${owner} ${en} an edition. Leave out \`${field}: ${number}\`, or choose the kind \`${owner}\`.`,
          ),
        ]
  if (number === null)
    return [
      refusal(
        `${field}-missing`,
        `${ja}の対象となる版の番号を指定してください。`,
        `Name the number of the edition that it ${en}.`,
      ),
    ]
  const named = editions.find((edition) => edition.number === number)
  if (!named || named.kind === 'withdrawal') {
    const standing = inOrder(editions).map((edition) => edition.number)
    return [
      refusal(
        `${field}-unknown`,
        `${ja}の対象となる第${number}版は${named ? '取下げの記録です' : 'ありません'}。${standing.length > 0 ? `指定できる版：${standing.join('、')}。` : ''}`,
        `Edition ${number} ${named ? 'is the record of a withdrawal' : 'does not exist'}.${standing.length > 0 ? ` Editions that stand: ${standing.join(', ')}.` : ''}`,
      ),
    ]
  }
  const successor = editions.find(
    (edition) => edition.corrects === number || edition.withdraws === number,
  )
  if (!successor) return []
  return [
    successor.corrects === number
      ? refusal(
          `${field}-replaced`,
          `第${number}版は第${successor.number}版で訂正済みです。第${successor.number}版を指定してください。`,
          `Edition ${number} was corrected by edition ${successor.number}. Name edition ${successor.number} instead.`,
        )
      : refusal(
          `${field}-replaced`,
          `第${number}版は取り下げられています。改定版を公表してください。`,
          `Edition ${number} was withdrawn. Publish an amendment instead.`,
        ),
  ]
}

const refusal = (code: PublicationRefusal['code'], ja: string, en: string): PublicationRefusal => ({
  code,
  message: { ja, en },
})
