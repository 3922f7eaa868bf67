import type { Purpose } from '../document.ts'
import { type Context, nearest } from './context.ts'
import { key } from './fold.ts'
import { isLeadIn, isSentence } from './shape.ts'

/** Whether the lists of a place are purposes, and not the data that is collected for them. */
export function listsPurposes(context: Context): boolean {
  if (context.kind !== 'purposes') return false
  const lead = key(context.lead)
  if (/目的/u.test(lead)) return !/(?:以下|次)の(?:個人)?(?:情報|データ|項目)を/u.test(lead)
  if (
    /(?:以下|次|下記)の?(?:個人)?(?:情報|データ|項目)|を(?:取得|収集)(?:します|いたします|する)/u.test(
      lead,
    )
  )
    return false
  return (
    /目的/u.test(nearest(context)) ||
    !/取得(?:する|される|項目)|収集する|項目$/u.test(nearest(context))
  )
}

/** Whether a line states a purpose: 商品の発送のため, お問い合わせへの対応, not a rule about purposes. */
export function isPurpose(text: string): boolean {
  const plain = key(text)
  if (plain.length < 3 || /^(?:※|なお|ただし|但し)/u.test(plain)) return false
  if (isLeadIn(text) && /(?:利用|使用)します|目的(?:は|で|として)|以下|次の/u.test(plain))
    return false
  if (!isSentence(text)) return true
  return /(?:ため|こと|場合|とき|目的|業務|対応|案内|連絡|提供|実施|請求|管理)[。.]$/u.test(plain)
}

/** A purpose ends like one even without a marker before it. */
export function endsLikePurpose(text: string): boolean {
  return /(?:ため|為|こと|目的)(?:\([^()]*\))?[。.]?$/u.test(key(text))
}

export function purpose(text: string, context: Context, place: number): Purpose {
  const confidence = endsLikePurpose(text) ? 0.95 : 0.85
  return context.records.purpose(text, context.group, confidence, place)
}

/**
 * The people whose data a heading in a section on purposes is about (患者様の個人情報), or what its purposes
 * serve (本サービスの改善); null where it is a part of the text like any other.
 */
export function groupOf(
  heading: string,
  numbered: boolean,
  insidePurposes: boolean,
): string | null {
  if (!insidePurposes) return null
  const plain = key(heading)
  if (/^(?:個人情報の)?利用目的(?:について)?$/u.test(plain) || /取得する/u.test(plain))
    return numbered || !/取得する/u.test(plain) ? null : null
  if (!numbered) return heading
  return people.test(plain) && !/取得する場合/u.test(plain) ? heading : null
}
const people =
  /(?:お客[様さ]|顧客|会員|利用者|ユーザー|取引先|従業[員者]|社員|採用|応募者|株主|患者|学生|生徒|保護者|来訪者|入居者|問い?合わ?せ)/u

/**
 * Purposes that a copy fused onto one line (購入履歴の表示会員の健康の増進): the line is two purposes that the policy
 * states elsewhere, or one of those and its remainder.
 */
export function fusedPurposes(text: string, stated: ReadonlySet<string>): string[] {
  for (let at = 4; at <= text.length - 4; at++) {
    const rest = text.slice(at)
    if (stated.has(rest) && stated.has(text.slice(0, at))) return [text.slice(0, at), rest]
  }
  return [text]
}
