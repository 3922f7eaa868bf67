import { email, phone } from './contact-lines.ts'
import { inlineContact, rolesFor } from './contacts.ts'
import { type Context, nearest } from './context.ts'
import { fold } from './fold.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'

const detail = new RegExp(`${email.source}|${phone.source}`, 'gu')
const nameBefore =
  /((?:[A-Za-z0-9’'&.・ \p{Script=Han}\p{Script=Katakana}ー]|(?<=\p{Script=Han})の(?=\p{Script=Han})){2,40}) ?[(]? ?(?:(?:E-?mail|メール(?:アドレス)?|電話(?:番号)?|TEL|Tel) ?:? ?)?$/u
const personAfter =
  /^(?: ?[)])?(?: ?担当(?:者)? ?:? ?[\p{Script=Han}ぁ-んァ-ヶー]{1,8}?(?=まで|へ|宛|に|$|[、。]))?/u
const asks = /連絡|問い?合わ?せ|問合|申し?出|申し込|お送り|送付|窓口|まで|宛/u

/** A desk named within a sentence that tells readers to write or call there. */
export function contactSpans(text: string, context: Context, place: number): Span[] {
  if (!/[@＠]|[0-9０-９]{2}/u.test(text)) return []
  return sentencesOf(text).flatMap(({ start, text: sentence }) => {
    if (!asks.test(sentence)) return []
    const plain = fold(sentence)
    let free = 0
    return [...plain.matchAll(detail)].map((match): Span => {
      const ending = match.index + match[0].length
      const before = plain.slice(Math.max(free, match.index - 64), match.index)
      const named = nameBefore.exec(before)
      const lead = named ? named[0].length - named[0].trimStart().length : 0
      const at = named ? match.index - named[0].length + lead : match.index
      const after = personAfter.exec(plain.slice(ending, ending + 24))?.[0] ?? ''
      // The bracket behind the detail is the contact's only if the one before it is.
      const closes = named?.[0].includes('(') || !/^ ?\)/u.test(after)
      const end = ending + (closes ? after.length : 0)
      free = end
      const printed = sentence.slice(at, end)
      const roles = rolesFor({
        headings: nearest(context),
        lead: context.lead + sentence,
        text: printed,
        accredited: context.kind === 'accreditedOrganisation',
      })
      const node = inlineContact(printed, roles, context.records, place)
      return { start: start + at, end: start + end, node, weight: 95 }
    })
  })
}
