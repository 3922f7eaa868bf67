import { email, phone } from './contact-lines.ts'
import { inlineContact, rolesFor } from './contacts.ts'
import { type Context, nearest } from './context.ts'
import { fold } from './fold.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'

const detail = `(?:${email.source}|${phone.source})`
const person =
  '(?: ?担当(?:者)? ?:? ?[\\p{Script=Han}ぁ-んァ-ヶー]{1,8}?(?=まで|へ|宛|に|$|[、。]))?'
const withName = new RegExp(
  `(?<name>(?:[A-Za-z0-9’'&.・ \\p{Script=Han}\\p{Script=Katakana}ー]|(?<=[\\p{Script=Han}])の(?=[\\p{Script=Han}])){2,40}?(?:窓口|事務局|相談室|係|部|課|室|センター|デスク|責任者|管理者|担当|宛))? ?[(]? ?(?:(?:E-?mail|メール(?:アドレス)?|電話(?:番号)?|TEL|Tel) ?:? ?)?${detail}(?: ?[)])?${person}`,
  'gu',
)
const asks = /連絡|問い?合わ?せ|問合|申し?出|申し込|お送り|送付|窓口|まで|宛/u

/** A desk named within a sentence that tells readers to write or call there. */
export function contactSpans(text: string, context: Context, place: number): Span[] {
  if (!text.includes('@') && !text.includes('＠') && !/[0-9０-９]{2}/u.test(text)) return []
  return sentencesOf(text).flatMap(({ start, text: sentence }) => {
    const plain = fold(sentence)
    if (!asks.test(sentence) || !new RegExp(detail, 'u').test(plain)) return []
    return [...plain.matchAll(withName)].map((match) => {
      const lead = match[0].length - match[0].trimStart().length
      const open = /^[ (]+/u.exec(match[0])?.[0].length ?? lead
      const balanced = match.groups?.name === undefined && match[0].trimEnd().endsWith(')') ? 1 : 0
      const at = match.index + (match.groups?.name === undefined ? open : lead)
      const end = match.index + match[0].trimEnd().length - (open > 0 ? balanced : 0)
      const printed = sentence.slice(at, end)
      const roles = rolesFor({
        headings: nearest(context),
        lead: context.lead + sentence,
        text: printed,
        accredited: context.kind === 'accreditedOrganisation',
      })
      return {
        start: start + at,
        end: start + end,
        node: inlineContact(printed, roles, context.records, place),
        weight: 95,
      }
    })
  })
}
