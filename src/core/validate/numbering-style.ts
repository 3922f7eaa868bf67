import { formatLabel } from '../numbering.ts'
import type { Words } from '../words.ts'

/** A numbering style is written as its first label looks: `第1条　`, `（1）`. */
export function numberingStyleProblem(value: string): Words | null {
  try {
    formatLabel(value, 1)
    formatLabel(value, 2)
    return null
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return {
      ja: '番号の形式は、1番目の番号を書いた例で入力してください（例: 「第1条　」「１．」「（1）」「①」「ア　」）。',
      en: 'Write the numbering as its first number looks, such as “Article 1 ”, “1. ”, “(1) ” or “(a) ”.',
    }
  }
}
