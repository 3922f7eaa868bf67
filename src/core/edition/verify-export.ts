import { type ChainEnd, type Flaw, flawOf } from './chain.ts'
import type { Edition } from './edition.ts'
import { isFlawed, type LineFlaw, readExportLine } from './export-line.ts'
import type { Receipt } from './receipt.ts'

export type ExportVerdict = (
  | {
      readonly ok: true
      readonly policy: string | null
      /** The hash of the newest edition, which stands for all before it. */
      readonly sha256: string | null
    }
  | ({
      readonly ok: false
      /** The line with the first edition that does not hold, from 1. */
      readonly line: number
      /** Its number, where the line could be read. */
      readonly edition: number | null
    } & (Flaw | LineFlaw | LongLine))
) & {
  /** How many editions hold: all, or those before the first that does not. */
  readonly editions: number
  /** Whether the text of a receipt is among the editions that hold; null without one. */
  readonly receipt: ReceiptVerdict | null
}

export type ReceiptVerdict =
  | { readonly ok: true; readonly edition: number }
  | {
      readonly ok: false
      readonly code:
        | 'receipt-unknown'
        | 'receipt-hash'
        | 'receipt-language'
        | 'receipt-effective-date'
      readonly why: { readonly ja: string; readonly en: string }
    }

type LongLine = {
  readonly code: 'line-too-long'
  readonly why: { readonly ja: string; readonly en: string }
}

/** Far above any edition, far below what would trouble the machine. */
const LONGEST_LINE = 64 * 1024 * 1024

/**
 * Works out every hash of an export (`/editions.jsonl`: one policy, a line an edition, by number) as it comes, and
 * stops at the first edition that does not hold. It keeps one line at a time, however long the export.
 *
 * What no chain can tell is whether the newest editions were left away: a receipt of the newest, or its hash from
 * elsewhere, tells that.
 */
export async function verifyExport(
  chunks: AsyncIterable<Uint8Array>,
  receipt: Receipt | null = null,
  longestLine: number = LONGEST_LINE,
): Promise<ExportVerdict> {
  let previous: ChainEnd | null = null
  let line = 0
  let found: ReceiptVerdict | null = receipt && unknown
  for await (const bytes of linesOf(chunks, longestLine)) {
    line += 1
    const state = { line, editions: previous?.number ?? 0, receipt: found }
    if (bytes === null) return { ok: false, edition: null, ...tooLong(longestLine), ...state }
    const row = readExportLine(bytes)
    if (isFlawed(row)) return { ok: false, edition: null, ...row, ...state }
    const flaw: Flaw | null = flawOf(row, previous)
    if (flaw) return { ok: false, edition: row.number, ...flaw, ...state }
    if (receipt?.id === row.id) found = compareReceipt(receipt, row)
    const { number, policy, sha256, recordedAt } = row
    previous = { number, policy, sha256, recordedAt }
  }
  return {
    ok: true,
    policy: previous?.policy ?? null,
    sha256: previous?.sha256 ?? null,
    editions: previous?.number ?? 0,
    receipt: found,
  }
}

function compareReceipt(receipt: Receipt, edition: Edition): ReceiptVerdict {
  const { number } = edition
  if (receipt.sha256 !== edition.sha256)
    return refused(
      'receipt-hash',
      `控えのハッシュ値は、第${number}版のものではありません。`,
      `The hash of the receipt is not that of edition ${number}.`,
    )
  if (!Object.hasOwn(edition.languages, receipt.language))
    return refused(
      'receipt-language',
      `第${number}版に言語 ${receipt.language} はありません。`,
      `Edition ${number} is not there in \`${receipt.language}\`.`,
    )
  if (receipt.effectiveFrom !== edition.effectiveFrom)
    return refused(
      'receipt-effective-date',
      `第${number}版の施行日は ${edition.effectiveFrom} です。`,
      `Edition ${number} takes effect on ${edition.effectiveFrom}.`,
    )
  return { ok: true, edition: number }
}

const refused = (
  code: Extract<ReceiptVerdict, { ok: false }>['code'],
  ja: string,
  en: string,
): ReceiptVerdict => ({ ok: false, code, why: { ja, en } })

const unknown = refused(
  'receipt-unknown',
  '控えの版は、確かめられた版の中にありません。',
  'The edition of the receipt is not among the editions that hold.',
)

const tooLong = (limit: number): LongLine => ({
  code: 'line-too-long',
  why: {
    ja: `この行は ${limit} バイトを超えています。/editions.jsonl ではありません。`,
    en: `The line is longer than ${limit} bytes. That is not what /editions.jsonl sends.`,
  },
})

/** The lines without their line feeds; null, and nothing more, for one that is too long. */
async function* linesOf(
  chunks: AsyncIterable<Uint8Array>,
  longest: number,
): AsyncGenerator<Uint8Array | null> {
  let parts: Uint8Array[] = []
  let length = 0
  for await (const chunk of chunks) {
    let start = 0
    for (;;) {
      const end = chunk.indexOf(0x0a, start)
      const part = chunk.subarray(start, end < 0 ? chunk.length : end)
      length += part.length
      if (length > longest) return yield null
      parts.push(part)
      if (end < 0) break
      yield joined(parts, length)
      parts = []
      length = 0
      start = end + 1
    }
  }
  if (length > 0) yield joined(parts, length)
}

function joined(parts: readonly Uint8Array[], length: number): Uint8Array {
  const whole = new Uint8Array(length)
  let place = 0
  for (const part of parts) {
    whole.set(part, place)
    place += part.length
  }
  return whole
}
