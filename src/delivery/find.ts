import { compareInstants, type EditionHead, inOrder, startOfJstDay } from '../core/edition/index.ts'
import { type Address, editionsPath, type Mount, pagePath, policyPath } from './asked/addresses.ts'
import { negotiateLanguage } from './asked/negotiation.ts'
import type { Question } from './asked/question.ts'
import type { Library, Opened } from './kept/library.ts'
import { seenSince } from './memento/seen.ts'
import { type Problem, quoted, ReadRefused } from './problem.ts'
import { addressOf, type History, type Wanted } from './sources/source.ts'

/** The edition that answers a question. */
export type Found = {
  readonly opened: Opened
  readonly history: History
  /** Where the policy stands now; not where it was asked for, when it has moved. */
  readonly address: Address
  /** The edition to read: after a repeal, the last that had a text (null when none had). */
  readonly edition: EditionHead | null
  /** The edition that ended the policy. */
  readonly repeal: EditionHead | null
  readonly before: EditionHead | null
  readonly after: EditionHead | null
  /** The instant at which another edition comes into force by the calendar alone. */
  readonly until: Date | null
  /** The instant from which this was the answer; null for what is read as of now. */
  readonly since: Date | null
  readonly isFixed: boolean
  /** Since when nobody knows whether another edition should be the answer; null when this is the one. */
  readonly staleSince: Date | null
  /** The moment whose sight of the policy was asked for, when it has passed (RFC 7089: a memento). */
  readonly moment: string | null
  /** Whether it is the policy as it lives: no time was asked for. */
  readonly isLiving: boolean
}

/** @throws ReadRefused when no policy was ever published at the address */
export async function openAt(
  library: Library,
  mount: Mount,
  address: Address,
  wanted: Wanted,
  language?: string | undefined,
): Promise<Opened> {
  const opened = await library.open(address, wanted, language)
  if (opened) return opened
  const { list } = await library.list(address.organisation)
  throw unknownPolicy(mount, address, list.histories)
}

/**
 * The language that `chooseLanguage` will choose if the edition has it; undefined when nobody can tell before its
 * languages are known.
 */
export function likelyLanguage(
  { library, locale }: { readonly library: Library; readonly locale: string },
  asked: string | null | undefined,
  acceptLanguage?: string | undefined,
): string | undefined {
  const languages = library.languages()
  const likely = asked ?? negotiateLanguage(acceptLanguage, languages) ?? locale
  return languages.includes(likely) ? likely : undefined
}

/** What the policy says in answer to a question. @throws ReadRefused when it says nothing yet */
export function findByQuestion(opened: Opened, question: Question, mount: Mount): Found {
  const { day, knownAt, about, isPast, isFixed } = question
  const { history, index } = opened.policy
  const address = addressOf(history)
  const answer = index.at(day, knownAt)
  if (answer.state === 'none') throw nothingYet(history, question, mount)
  const edition = answer.state === 'inForce' ? answer.edition : answer.last
  const change = about === 'now' ? index.nextChange(day, knownAt) : null
  const standing = answer.state === 'inForce' ? answer.edition : answer.repeal
  return {
    opened,
    history,
    address,
    edition,
    repeal: answer.state === 'repealed' ? answer.repeal : null,
    ...index.neighbours(standing),
    until: change === null ? null : startOfJstDay(change),
    since: isPast
      ? about === 'moment'
        ? seenSince(history, knownAt ?? '')
        : startOfJstDay(standing.effectiveFrom)
      : null,
    isFixed,
    staleSince: isFixed && isBefore(knownAt, opened.staleSince) ? null : opened.staleSince,
    moment: isPast && about === 'moment' ? (knownAt ?? null) : null,
    isLiving: about === 'now' && knownAt === undefined,
  }
}

/** Whether nothing that was recorded since can have been known at an instant. */
const isBefore = (knownAt: string | undefined, staleSince: Date | null) =>
  staleSince === null ||
  (knownAt !== undefined && compareInstants(knownAt, staleSince.toISOString()) < 0)

/** An edition by its number. @throws ReadRefused when there is none */
export function findByNumber(opened: Opened, number: number, mount: Mount, now: Date): Found {
  const { history, index } = opened.policy
  const address = addressOf(history)
  const edition = index.numbered(number)
  if (!edition) throw unknownEdition(history, number, mount)
  const since = visibleSince(edition)
  return {
    opened,
    history,
    address,
    edition,
    repeal: null,
    ...index.neighbours(edition),
    until: null,
    since: since <= now ? since : null,
    isFixed: true,
    staleSince: null,
    moment: null,
    isLiving: false,
  }
}

/** When readers came to see an edition: on its day, or when it was recorded, if that was later. */
export function visibleSince(edition: EditionHead): Date {
  const recorded = new Date(edition.recordedAt)
  const begun = startOfJstDay(edition.effectiveFrom)
  return recorded > begun ? recorded : begun
}

/** A language of an edition, and whether the client's preferences had a say in it. */
export type LanguageChoice = { readonly language: string; readonly isNegotiated: boolean }

/**
 * The language asked for by name; else the one that `Accept-Language` likes best; else the usual one.
 *
 * @throws ReadRefused when the edition has no such language: another is never given instead
 */
export function chooseLanguage(
  edition: EditionHead,
  asked: string | null | undefined,
  acceptLanguage: string | undefined,
  usual: string,
): LanguageChoice {
  const languages = Object.keys(edition.languages)
  if (asked != null) {
    if (!languages.includes(asked)) throw unknownLanguage(edition, asked)
    return { language: asked, isNegotiated: false }
  }
  const liked = negotiateLanguage(acceptLanguage, languages)
  const language = liked ?? (languages.includes(usual) ? usual : languages[0])
  if (language === undefined) throw noText(edition)
  return { language, isNegotiated: languages.length > 1 }
}

const unknownPolicy = (
  mount: Mount,
  { organisation, policy }: Address,
  there: readonly History[],
) => {
  const own = there.filter((history) => addressOf(history).organisation === organisation)
  const policies = own.map((history) => {
    const address = addressOf(history)
    return { policy: address.policy, url: policyPath(mount, address) }
  })
  const [ja, en] =
    policies.length > 0
      ? [
          `この事業者が公表しているポリシー：${policies.map((one) => one.policy).join('、')}`,
          `It has published: ${policies.map((one) => one.policy).join(', ')}.`,
        ]
      : [
          `この事業者が公表しているポリシーはありません。一覧は ${mount.basePath} にあります。`,
          `It has published none; ${mount.basePath} lists all there are.`,
        ]
  return new ReadRefused({
    status: 404,
    code: 'unknown-policy',
    title: { ja: 'ポリシーがありません', en: 'No such policy' },
    detail: {
      ja: `事業者「${quoted(organisation)}」のポリシー「${quoted(policy)}」は公表されていません。${ja}`,
      en: `No policy \`${quoted(policy)}\` of \`${quoted(organisation)}\` has been published. ${en}`,
    },
    members: { policies, all: mount.basePath },
    links: own.flatMap((history) => pageOf(history, mount)),
  })
}

/** The page of a policy, under its newest title. */
function pageOf(history: History, mount: Mount): NonNullable<Problem['links']> {
  const url = pagePath(mount, addressOf(history))
  const { ja, ...others } =
    history.findLast(({ languages }) => Object.keys(languages).length > 0)?.languages ?? {}
  const title = (ja ?? Object.values(others)[0])?.title
  if (url === null || title === undefined) return []
  return [{ words: { ja: title, en: others.en?.title ?? title }, url }]
}

function nothingYet(history: History, question: Question, mount: Mount): ReadRefused {
  const [first] = inOrder(history)
  const recorded = history.reduce((a, b) =>
    compareInstants(a.recordedAt, b.recordedAt) < 0 ? a : b,
  )
  const editions = editionsPath(mount, addressOf(history))
  const asked = { asOf: question.day, knownAt: question.knownAt ?? null }
  const known =
    question.knownAt === undefined
      ? ['', '']
      : [`（${question.knownAt} までの記録による）`, ` as known at ${question.knownAt}`]
  return new ReadRefused({
    status: 404,
    code: 'no-edition-yet',
    title: { ja: '施行されている版がありません', en: 'No edition in force' },
    detail: {
      ja: `${question.day} の時点${known[0]}で施行されている版はありません。${first ? `最初の版（第${first.number}版）の施行日は ${first.effectiveFrom}、最初の記録は ${recorded.recordedAt} です。` : 'すべての版が取り下げられています。'}版の一覧は ${editions} にあります。`,
      en: `No edition was in force on ${question.day}${known[1]}. ${first ? `The first (no. ${first.number}) takes effect on ${first.effectiveFrom}, and the first recording is of ${recorded.recordedAt}.` : 'All were withdrawn.'} ${editions} lists them.`,
    },
    members: {
      ...asked,
      first: first ? { number: first.number, effectiveFrom: first.effectiveFrom } : null,
      firstRecordedAt: recorded.recordedAt,
      editions,
    },
    links: pageOf(history, mount),
  })
}

export const unknownEdition = (history: History, number: number, mount: Mount) => {
  const editions = editionsPath(mount, addressOf(history))
  return new ReadRefused({
    status: 404,
    code: 'unknown-edition',
    title: { ja: '版がありません', en: 'No such edition' },
    detail: {
      ja: `第${number}版はありません。第1版から第${history.length}版までがあります。一覧は ${editions} にあります。`,
      en: `There is no edition ${number}, only 1 to ${history.length}. ${editions} lists them.`,
    },
    members: { numbers: history.map((edition) => edition.number), editions },
    links: pageOf(history, mount),
  })
}

const unknownLanguage = (edition: EditionHead, asked: string) => {
  const languages = Object.keys(edition.languages)
  return new ReadRefused({
    status: 404,
    code: 'unknown-language',
    title: { ja: 'この言語の版がありません', en: 'Not in this language' },
    detail: {
      ja: `第${edition.number}版に言語「${quoted(asked)}」はありません。locale に指定できるのは ${languages.join('、') || 'ありません'} です。`,
      en: `Edition ${edition.number} is not there in \`${quoted(asked)}\`. It has: ${languages.join(', ') || 'no text'}.`,
    },
    members: { parameter: 'locale', languages },
  })
}

/** A withdrawal and a repeal say that something ends, and no more. */
export const noText = (edition: EditionHead) =>
  new ReadRefused({
    status: 404,
    code: 'no-text',
    title: { ja: '本文のない版です', en: 'An edition without a text' },
    detail: {
      ja: `第${edition.number}版は${edition.kind === 'withdrawal' ? '取下げ' : '廃止'}の記録で、本文がありません。記録は .json で読めます。`,
      en: `Edition ${edition.number} records a ${edition.kind} and has no text. Read its record as .json.`,
    },
    members: { kind: edition.kind, formats: ['.json'] },
  })
