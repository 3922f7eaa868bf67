import { contactRowKind, entityKind } from './contact-lines.ts'
import type { Row } from './rows.ts'
import { isSentence, width } from './shape.ts'
import { isDateLine } from './signature.ts'
import { speaksOfPolicy } from './topics.ts'

/** What policies call themselves, after JIS Q 15001, the guidelines, and the habits of the trades. */
const subject =
  '(?:個人情報|個人データ|特定個人情報|個人番号|保有個人データ|お?客[様さ]ま?(?:の)?情報|利用者情報|会員情報|患者[様さ]?ま?情報|パーソナルデータ)(?:等|など)?'
const handling = '(?:の|に関する|に係る)?(?:適正な|適切な)?お?(?:取り?扱い?|とりあつかい)'
const document =
  '(?:基本方針|方針|規程|規定|規約|規則|指針|要領|要綱|基準|宣言|声明|同意書|特約|ポリシー|説明書|お知らせ|ご案内|公表事項)'
const forms = [
  'プライバシー・?(?:保護)?(?:ポリシー|ステートメント|ノーティス|規約|宣言|方針|について)',
  `${subject}保護(?:に関する)?の?(?:ための)?${document}`,
  `${subject}保護(?:(?:へ|に対する)の?(?:取り?組み?|考え方)(?:について)?|について)`,
  `${subject}の保護(?:について|に関する${document})`,
  `${subject}${handling}(?:に(?:関する|係る))?${document}`,
  `${subject}${handling}に(?:ついて|関して|関する(?:こと|事項))`,
  `${subject}(?:の)?(?:利用|使用)(?:目的)?(?:について|の(?:公表|お知らせ))`,
  `${subject}(?:の)?利用目的(?:等)?(?:について)?`,
  'Privacy ?(?:Policy|Notice|Statement)',
  'PRIVACY ?(?:POLICY|NOTICE|STATEMENT)',
]
const name = `(?:${forms.join('|')})`
/** A text that names a policy. */
export const titleNames = new RegExp(name, 'u')
/** The name at the end of a line: what follows is a bracket, a site's name or a version. */
const endsInName = new RegExp(`${name}(?: ?(?:\\(.*\\)|【.*】|[|/-].*|[Vv]er.*|全文))?$`, 'u')
/** 「…プライバシーポリシー」 */
const quotedName = new RegExp(`[「『]([^「」『』]{0,40}${name})[」』]`, 'u')
/** 個人情報の取扱い, as the title of a page and nothing more. */
const handlingAlone = new RegExp(`^${subject}(?:保護|${handling})$`, 'u')

export type Title = {
  readonly text: string
  readonly printed: boolean
  readonly confidence: number
  /** The row that prints it, where that is not the first: it is no heading of a section. */
  readonly row?: Row
}

/**
 * The first line, if it names a policy, or the first that does below a site's or operator's name; else the name that
 * the text gives itself; else what it speaks of first.
 */
export function titleOf(rows: readonly Row[]): Title {
  const [first, second] = rows
  // PRIVACY POLICY / プライバシーポリシー
  if (first && second && isLatin(first) && isTitle(first) && isTitle(second) && !isLatin(second))
    return { text: second.text, printed: false, confidence: 0.95, row: second }
  if (first && first.label === null && (isTitle(first) || isLooselyTitle(first)))
    return { text: first.text, printed: true, confidence: 0.98 }
  // The heading of the whole, whatever it calls itself.
  if (first?.heading === 1 && first.label === null && speaksOfPolicy.test(first.key))
    return { text: first.text, printed: true, confidence: 0.9 }
  const start = rows.slice(0, 12)
  const head = start.findIndex((row) => !standsAboveTitle(row))
  const below = start[head]
  if (head > 0 && below && isTitle(below))
    return { text: below.text, printed: false, confidence: 0.9, row: below }
  for (const row of start) {
    const called = quotedName.exec(row.text)?.[1]
    if (called) return { text: called, printed: false, confidence: 0.9 }
  }
  for (const row of rows) {
    const spoken = titleNames.exec(row.key)?.[0]
    if (spoken) return { text: spoken, printed: false, confidence: 0.6 }
  }
  return { text: 'プライバシーポリシー', printed: false, confidence: 0.3 }
}

const isLatin = (row: Row) => /^[\x20-\x7e]+$/u.test(row.key)

/** A line that is short and says nothing: the operator's name, a breadcrumb, a date, a menu. */
function standsAboveTitle(row: Row): boolean {
  if (row.label !== null || isSentence(row.text) || width(row.text) > 60) return false
  if (isBreadcrumb(row)) return true
  if (isTitle(row)) return false
  return isDateLine(row.text) || entityKind.test(row.key) || !/[。、:]/u.test(row.key)
}

const home = /^(?:ホーム|トップ|home|top)/iu
const step = /.[>»›|]./u
/** ホーム > 会社情報 > プライバシーポリシー */
function isBreadcrumb(row: Row): boolean {
  return home.test(row.key) && step.test(row.key)
}

/** Whether a row names a policy and says nothing else. */
export function isTitle(row: Row): boolean {
  if (row.marker !== '' || width(row.text) > 60 || isSentence(row.text)) return false
  if (isBreadcrumb(row) || contactRowKind(row) === 'strong') return false
  const plain = row.key.replace(/^[【《〈<[「『〔≪]|[】》〉>\]」』〕≫]$/gu, '')
  return endsInName.test(row.key) || endsInName.test(plain) || handlingAlone.test(plain)
}

/** ■個人情報保護方針, プライバシーポリシー改定版: what counts as a title in the first line, and nowhere else. */
function isLooselyTitle(row: Row): boolean {
  if (width(row.text) > 45 || isSentence(row.text) || isBreadcrumb(row)) return false
  return titleNames.test(row.key)
}
