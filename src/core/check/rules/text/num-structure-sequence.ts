import { fold } from '../../../fold.ts'
import { formatLabel } from '../../../numbering.ts'
import type { Analysis } from '../../analysis.ts'
import { type Numbered, seriesOf } from '../../facts/series.ts'
import type { Draft, Rule } from '../../rule.ts'

export const numStructureSequence: Rule = {
  id: 'num-structure-sequence',
  title: { ja: '番号の連続', en: 'Numbers in a row' },
  severity: 'warning',
  basis: null,
  anyLanguage: true,
  *check(analysis) {
    for (const series of seriesOf(analysis)) {
      // Two numbers are no row yet, and what begins in the middle was begun elsewhere.
      if (series.length < 3 || series[0]?.ordinal !== 1) continue
      const found = series.flatMap((one, i) => {
        const before = series[i - 1]
        return before ? [...broken(before, one, series[i + 1], analysis)] : []
      })
      // What is out of order throughout was not counted by its author, or is not one list.
      if (found.length <= 1 || found.length * 4 <= series.length) yield* found
    }
  },
}

/** A number out of order, where what follows counts on as if nothing had happened: else these are several lists. */
function* broken(
  before: Numbered,
  one: Numbered,
  next: Numbered | undefined,
  analysis: Analysis,
): Generator<Draft> {
  if (one.ordinal === before.ordinal + 1) return
  const isSlip = one.ordinal < before.ordinal
  if (next && next.ordinal !== (isSlip ? before.ordinal + 2 : one.ordinal + 1)) return
  if (isSlip && !next) return
  const evidence = [lineAt(analysis.text, one.start), lineAt(analysis.text, before.start)]
  const at = { start: one.start, end: one.end }
  if (one.ordinal === before.ordinal)
    yield {
      at,
      evidence,
      message: {
        ja: `番号「${one.label}」が続けて2回使われています。番号を振り直し、この番号を引く箇所を確かめてください。`,
        en: `The number 「${one.label}」 is used twice in a row. Renumber, and look at what refers to it.`,
      },
    }
  else if (one.ordinal < before.ordinal)
    yield {
      at,
      evidence,
      message: {
        ja: `番号が「${before.label}」の次に「${one.label}」へ戻っています。番号を振り直してください。`,
        en: `After 「${before.label}」 the numbers go back to 「${one.label}」. Renumber.`,
      },
    }
  else {
    const lost = labelled(before.ordinal + 1, one.style)
    // What is counted elsewhere (another list, a heading that was not read as one) is not lost.
    if (
      lost !== null &&
      (standsAtLine(analysis.text, lost, Math.min(before.end, lastOf(one, analysis)), one.start) ||
        // ⑥…。⑦…: the lines of two items were run together.
        (isCircled(lost) && analysis.text.slice(before.end, one.start).includes(lost)))
    )
      return
    if (one.ordinal > before.ordinal + (next ? 3 : 2)) return
    yield {
      at,
      evidence,
      message: {
        ja: `番号が「${before.label}」から「${one.label}」へ飛んでいます。抜けた項目がないか確かめ、なければ番号を詰めてください。`,
        en: `The numbers jump from 「${before.label}」 to 「${one.label}」. See whether something is lost; else close the gap.`,
      },
    }
  }
}

const isCircled = (label: string) => /^[①-⑳]$/u.test(label)

function labelled(ordinal: number, style: string): string | null {
  try {
    return formatLabel(style, ordinal)
  } catch {
    return null
  }
}

/** How far above a number the level that it belongs to is looked for: as far as a long section. */
const reach = 4000

/** Where a line last began with the same label, from which on a number before it was due. */
function lastOf({ label, start }: Numbered, { text }: Analysis): number {
  const from = Math.max(0, start - reach)
  return from + Math.max(0, text.slice(from, start - 1).lastIndexOf(`\n${label}`))
}

/** Whether a line between two places begins with a label. */
function standsAtLine(text: string, label: string, from: number, to: number): boolean {
  // b カスタマーサポート, where a. and c. have a full stop.
  const bare = label.replace(/[^\p{L}\p{N}]/gu, '')
  return fold(text.slice(from, to))
    .split('\n')
    .map((line) => line.trimStart().replace(/^[-・•●■◆○◎ ]+/u, ''))
    .some((line) => line.startsWith(label) || line.startsWith(`${bare} `))
}

function lineAt(text: string, start: number): string {
  const end = text.indexOf('\n', start)
  return text.slice(start, end < 0 ? undefined : end).slice(0, 60)
}
