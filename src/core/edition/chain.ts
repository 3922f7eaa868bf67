import { isCalendarDay } from '../calendar.ts'
import { canonicalJson, sha256Of } from './canonical-json.ts'
import type { Edition, EditionLanguage, EditionRow } from './edition.ts'
import { compareInstants, readInstant } from './instant.ts'

export type UnsealedEdition = Omit<
  EditionRow,
  'languages' | 'internalSha256' | 'previousSha256' | 'sha256'
>

/**
 * Closes an edition: works out the hash of each language, of what is internal, and of the whole with the hash of the
 * edition before it inside. Whoever changes one character of one edition breaks the chain from there on.
 *
 * @throws RangeError when a date is not in the one spelling that can be hashed again
 */
export function seal(edition: UnsealedEdition, previousSha256: string | null): EditionRow {
  const { internal, ...open } = edition
  if (!isCalendarDay(open.effectiveFrom))
    throw new RangeError(`Expected a calendar day, YYYY-MM-DD, not \`${open.effectiveFrom}\``)
  if (readInstant(open.recordedAt) !== open.recordedAt)
    throw new RangeError(`Expected an instant as readInstant spells it, not \`${open.recordedAt}\``)
  const closed = {
    ...open,
    languages: languagesOf(open.documents),
    internalSha256: sha256Of(internal),
    previousSha256,
  }
  return { ...closed, internal, sha256: sha256OfEdition(closed) }
}

/** The hash of an edition: of all that the public reads of it (`editions.jsonl`) but the hash itself. */
export function sha256OfEdition(edition: Omit<Edition, 'sha256'>): string {
  const { internal, sha256, ...hashed } = edition as Partial<EditionRow>
  return sha256Of(hashed)
}

function languagesOf(documents: Edition['documents']): { [locale: string]: EditionLanguage } {
  return Object.fromEntries(
    Object.entries(documents).map(([locale, document]) => [
      locale,
      {
        sha256: sha256Of(document),
        title: document.title.text,
        organisation: document.organisation.legalName,
      },
    ]),
  )
}

/** Why an edition does not hold, for programs and for people. */
export type Flaw = {
  readonly code:
    | 'number-doubled'
    | 'number-missing'
    | 'other-policy'
    | 'chain-broken'
    | 'recorded-out-of-order'
    | 'language-hash'
    | 'internal-hash'
    | 'hash'
  readonly why: { readonly ja: string; readonly en: string }
}

export type Verdict =
  | { readonly ok: true; readonly editions: number; readonly sha256: string | null }
  | ({
      readonly ok: false
      /** The number of the first edition that does not hold. */
      readonly edition: number
    } & Flaw)

/**
 * Works the chain of one policy out again from its editions, in whatever order they come, and names the first that
 * does not hold. Rows that carry `internal` have it verified too.
 */
export function verifyChain(editions: readonly (Edition | EditionRow)[]): Verdict {
  const rows = [...editions].sort((a, b) => a.number - b.number)
  let previous: Edition | null = null
  for (const row of rows) {
    const flaw = flawOf(row, previous)
    if (flaw) return { ok: false, edition: row.number, ...flaw }
    previous = row
  }
  return { ok: true, editions: rows.length, sha256: previous?.sha256 ?? null }
}

/** What the next edition is held against. */
export type ChainEnd = Pick<Edition, 'number' | 'policy' | 'sha256' | 'recordedAt'>

/** Why an edition does not hold after the one before it, or null. */
export function flawOf(row: Edition | EditionRow, previous: ChainEnd | null): Flaw | null {
  const expected = (previous?.number ?? 0) + 1
  if (row.number !== expected)
    return row.number === previous?.number
      ? flaw(
          'number-doubled',
          `第${row.number}版が二つあります。`,
          `There are two editions ${row.number}.`,
        )
      : flaw(
          'number-missing',
          `第${expected}版がありません。`,
          `Edition ${expected}, which comes before it, is missing.`,
        )
  if (previous && row.policy !== previous.policy)
    return flaw(
      'other-policy',
      '別のポリシーの版です。ポリシーごとに検証してください。',
      'It belongs to another policy. Verify one policy at a time.',
    )
  if (row.previousSha256 !== (previous?.sha256 ?? null))
    return flaw(
      'chain-broken',
      previous
        ? `第${previous.number}版と第${row.number}版の間で連鎖が切れています。直前の版のハッシュ値と一致しません。直前の版かこの版が差し替えられています。`
        : '最初の版に、直前の版のハッシュ値があります。この版は差し替えられています。',
      previous
        ? `The chain is broken between ${previous.number} and ${row.number}: it does not follow from the edition before it, so one of the two was replaced.`
        : 'It is the first and names an edition before it, so it was replaced.',
    )
  if (previous && compareInstants(row.recordedAt, previous.recordedAt) <= 0)
    return flaw(
      'recorded-out-of-order',
      '記録日時が直前の版より後ではありません。',
      'It was not recorded after the edition before it.',
    )
  const language = alteredLanguage(row)
  if (language !== null)
    return flaw(
      'language-hash',
      `言語 ${language} の本文がハッシュ値と一致しません。公表後に書き換えられています。`,
      `Its text in \`${language}\` does not match its hash: it was changed after publication.`,
    )
  if ('internal' in row && row.internalSha256 !== sha256Of(row.internal))
    return flaw(
      'internal-hash',
      '内部記録（公表者・理由）がハッシュ値と一致しません。',
      'Its internal record (publisher, reasons) does not match its hash.',
    )
  if (row.sha256 !== sha256OfEdition(row))
    return flaw(
      'hash',
      '版の記載事項（施行日、種別など）がハッシュ値と一致しません。',
      'Its particulars (effective date, kind …) do not match its hash.',
    )
  return null
}

/** The first language whose text is not the one that was hashed; a text added or left out counts. */
function alteredLanguage({ languages, documents }: Edition): string | null {
  const actual = languagesOf(documents)
  const named = [...new Set([...Object.keys(languages), ...Object.keys(actual)])]
  return (
    named.find(
      (locale) =>
        canonicalJson(languages[locale] ?? null) !== canonicalJson(actual[locale] ?? null),
    ) ?? null
  )
}

const flaw = (code: Flaw['code'], ja: string, en: string): Flaw => ({ code, why: { ja, en } })
