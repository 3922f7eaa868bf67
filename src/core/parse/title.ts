import { key } from './fold.ts'
import { speaksOfPolicy } from './headings.ts'
import type { Row } from './rows.ts'
import { isSentence, width } from './shape.ts'

const policyNoun =
  '(?:プライバシー・?ポリシー|プライバシーステートメント|プライバシーノーティス|個人情報保護(?:基本)?方針|個人情報保護ポリシー|個人情報(?:等|保護)?の?お?(?:取り?扱い?|とりあつかい)について|個人情報保護について|個人情報保護規程|個人データの取り?扱い?について|プライバシー保護方針|Privacy Policy|Privacy Notice|Privacy Statement|PRIVACY POLICY)'
/** A text that names a policy. */
export const titleNames = new RegExp(policyNoun, 'u')

export type Title = {
  readonly text: string
  readonly printed: boolean
  readonly confidence: number
}

/** The first line, if it names a policy; else the name that the text gives itself; else what it speaks of first. */
export function titleOf(rows: readonly Row[]): Title {
  const [first] = rows
  if (first && first.label === null && isTitle(first))
    return { text: first.text, printed: true, confidence: 0.98 }
  // The heading of the whole, whatever it calls itself.
  if (first?.heading === 1 && first.label === null && speaksOfPolicy.test(first.key))
    return { text: first.text, printed: true, confidence: 0.9 }
  const start = rows.slice(0, 12)
  const below = start.slice(1).find((row, i) => i < 4 && row.marker === '' && isTitle(row))
  if (below) return { text: below.text, printed: false, confidence: 0.85 }
  for (const row of start) {
    const called = new RegExp(`[「『]([^「」『』]{0,40}${policyNoun})[」』]`, 'u').exec(
      row.text,
    )?.[1]
    if (called) return { text: called, printed: false, confidence: 0.9 }
  }
  for (const row of rows) {
    const spoken = titleNames.exec(row.key)?.[0]
    if (spoken) return { text: spoken, printed: false, confidence: 0.6 }
  }
  return { text: 'プライバシーポリシー', printed: false, confidence: 0.3 }
}

function isTitle(row: Row): boolean {
  if (width(row.text) > 45 || isSentence(row.text)) return false
  return titleNames.test(row.text) || titleNames.test(key(row.text))
}
