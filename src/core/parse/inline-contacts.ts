import type { ContactRole, SectionKind } from '../document.ts'
import { fold } from '../fold.ts'
import { email, phone, url } from './contact-lines.ts'
import { inlineContact, rolesFor } from './contacts.ts'
import { type Context, nearest } from './context.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'

const detail = new RegExp(`${email.source}|${phone.source}`, 'giu')
const nameBefore =
  /((?:[A-Za-z0-9’'&.・ \p{Script=Han}\p{Script=Katakana}ー]|(?<=\p{Script=Han})の(?=\p{Script=Han})){2,40}) ?[(]? ?(?:(?:E-?mail|メール(?:アドレス)?|電話(?:番号)?|TEL|Tel) ?:? ?)?$/u
const personAfter =
  /^(?: ?[)])?(?: ?担当(?:者)? ?:? ?[\p{Script=Han}ぁ-んァ-ヶー]{1,8}?(?=まで|へ|宛|に|$|[、。]))?/u
/** お問い合わせフォーム（https://…）: a page through which readers ask. */
const form = new RegExp(
  `((?:[\\p{Script=Han}\\p{Script=Katakana}ーA-Za-z0-9・]|(?<=[おご])|お|ご|い|わ|せ|し|の){2,24}(?:フォーム|ページ|窓口|サイト)) ?[(「]? ?(?:URL ?:? ?)?(${url.source})`,
  'gu',
)
const asks =
  /お?寄せ|受け?付け|申請|手続|連絡|問い?合わ?せ|問合|申し?出|申し込|お送り|送付|窓口|まで|宛/u

const desks: readonly SectionKind[] = ['contact', 'complaints', 'accreditedOrganisation']

/** A desk named within a sentence that tells readers to write or call there. */
export function contactSpans(text: string, context: Context, place: number): Span[] {
  if (!/[@＠★☆●◎]|at|アット|[0-9０-９]{2}|https?:/iu.test(text)) return []
  return sentencesOf(text).flatMap(({ start, text: sentence }) => {
    if (!asks.test(sentence) && !(desks.includes(context.kind) && !/[。]$/u.test(sentence)))
      return []
    const plain = fold(sentence)
    let free = 0
    const forms = /ご覧|ご参照|ご確認|参照して/u.test(plain) ? [] : [...plain.matchAll(form)]
    const pages = forms.map(({ index, 0: printed, 1: name = '', 2: page = '' }): Span => {
      const from = start + index
      const to = from + printed.length
      const node = inlineForm(
        text.slice(from, to),
        name.length,
        page.length,
        rolesAt(sentence, printed),
      )
      return { start: from, end: to, node, weight: 94 }
    })
    function rolesAt(said: string, printed: string) {
      return rolesFor({
        headings: nearest(context),
        lead: context.lead + said,
        text: printed,
        accredited: context.kind === 'accreditedOrganisation',
      })
    }
    function inlineForm(
      printed: string,
      name: number,
      page: number,
      roles: readonly ContactRole[],
    ) {
      const from = printed.length - page
      const lines = [
        { label: '', field: 'name' as const, text: printed.slice(0, name) },
        {
          label: printed.slice(name, from),
          field: 'url' as const,
          text: printed.slice(from),
          joined: true as const,
        },
      ]
      const fields = { name: printed.slice(0, name), url: printed.slice(from) }
      return context.records.contact({ ...fields, roles, lines }, 0.7, place)
    }
    const written = [...plain.matchAll(detail)].map((match): Span => {
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
      const node = inlineContact(printed, rolesAt(sentence, printed), context.records, place)
      return { start: start + at, end: start + end, node, weight: 95 }
    })
    return [...written, ...pages]
  })
}
