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

export type Verdict =
  | { readonly ok: true; readonly editions: number; readonly sha256: string | null }
  | {
      readonly ok: false
      /** The number of the first edition that does not hold. */
      readonly edition: number
      readonly why: { readonly ja: string; readonly en: string }
    }

/**
 * Works the chain of one policy out again from its editions, in whatever order they come, and names the first that
 * does not hold. Rows that carry `internal` have it verified too.
 */
export function verifyChain(editions: readonly (Edition | EditionRow)[]): Verdict {
  const rows = [...editions].sort((a, b) => a.number - b.number)
  let previous: Edition | null = null
  for (const row of rows) {
    const why = flawOf(row, previous)
    if (why) return { ok: false, edition: row.number, why }
    previous = row
  }
  return { ok: true, editions: rows.length, sha256: previous?.sha256 ?? null }
}

/** Why an edition does not hold after the one before it, or null. */
function flawOf(
  row: Edition | EditionRow,
  previous: Edition | null,
): { readonly ja: string; readonly en: string } | null {
  const expected = (previous?.number ?? 0) + 1
  if (row.number !== expected)
    return row.number === previous?.number
      ? { ja: `第${row.number}版が二つあります。`, en: `There are two editions ${row.number}.` }
      : {
          ja: `第${expected}版がありません。`,
          en: `Edition ${expected}, which comes before it, is missing.`,
        }
  if (previous && row.policy !== previous.policy)
    return {
      ja: '別のポリシーの版です。ポリシーごとに検証してください。',
      en: 'It belongs to another policy. Verify one policy at a time.',
    }
  if (row.previousSha256 !== (previous?.sha256 ?? null))
    return {
      ja: '直前の版のハッシュ値と一致しません。直前の版かこの版が差し替えられています。',
      en: 'It does not follow from the edition before it: one of the two was replaced.',
    }
  if (previous && compareInstants(row.recordedAt, previous.recordedAt) <= 0)
    return {
      ja: '記録日時が直前の版より後ではありません。',
      en: 'It was not recorded after the edition before it.',
    }
  if (canonicalJson(row.languages) !== canonicalJson(languagesOf(row.documents)))
    return {
      ja: '本文がハッシュ値と一致しません。公表後に書き換えられています。',
      en: 'Its text does not match its hash: it was changed after publication.',
    }
  if ('internal' in row && row.internalSha256 !== sha256Of(row.internal))
    return {
      ja: '内部記録（公表者・理由）がハッシュ値と一致しません。',
      en: 'Its internal record (publisher, reasons) does not match its hash.',
    }
  if (row.sha256 !== sha256OfEdition(row))
    return {
      ja: '版の記載事項（施行日、種別など）がハッシュ値と一致しません。',
      en: 'Its particulars (effective date, kind …) do not match its hash.',
    }
  return null
}
