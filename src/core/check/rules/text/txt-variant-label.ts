import { fold } from '../../../fold.ts'
import type { Rule } from '../../rule.ts'

/** フリーダイヤル: 0120-… 電話番号 03-…: two labels on one line, one with a colon and one without. */
const labelled =
  /(?<first>フリーダイヤル|電話(?:番号)?|TEL|FAX|E-?mail|メール(?:アドレス)?) ?(?<colon>:?) *[0-9(][0-9()-]{8,}[ /、]+(?<second>フリーダイヤル|電話(?:番号)?|TEL|FAX|E-?mail|メール(?:アドレス)?) ?(?<other>:?) *(?=[0-9(a-z])/giu

export const txtVariantLabel: Rule = {
  id: 'txt-variant-label',
  title: { ja: '窓口の項目名', en: 'Labels of a contact' },
  severity: 'info',
  basis: null,
  *check({ text }) {
    for (const match of fold(text).matchAll(labelled)) {
      const { first = '', colon, second = '', other } = match.groups ?? {}
      if (colon === other) continue
      const end = text.indexOf('\n', match.index)
      const at = { start: match.index, end: end < 0 ? text.length : end }
      const [has, lacks] = colon ? [first, second] : [second, first]
      yield {
        at,
        message: {
          ja: `同じ行の項目名のうち、「${has}」にはコロンがあり、「${lacks}」にはありません。書き方をそろえてください。`,
          en: `On one line the label 「${has}」 has a colon and 「${lacks}」 has none. Write them alike.`,
        },
      }
    }
  },
}
