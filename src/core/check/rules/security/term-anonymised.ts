import { appi } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'

const anonymised = /匿名化(?:し|され|した|データ|情報)?|匿名加工(?:し|され|した)/u
const identifies =
  /照合|突合|紐づ|紐付|ひも付|ひもづ|ハッシュ|突き合わせ|広告主の|識別子(?:と|を)|会員(?:情報|ID)と|再識別/u

export const termAnonymised: Rule = {
  id: 'term-anonymised',
  title: { ja: '「匿名化」', en: 'What is called anonymised' },
  severity: 'warning',
  basis: appi('2-6', '43'),
  *check({ sentences }) {
    for (const sentence of sentences) {
      const match = anonymised.exec(sentence.text)
      if (!match || !identifies.test(sentence.text)) continue
      if (
        /照合(?:し(?:ない|ません)|すること(?:は|を)[^。]{0,6}(?:ない|禁))|識別(?:行為)?(?:を|の)?(?:禁|しない|行わない|行いません)/u.test(
          sentence.text,
        )
      )
        continue
      const start = sentence.start + match.index
      const behind =
        /^[^、。]{0,20}/u.exec(sentence.text.slice(match.index + match[0].length))?.[0] ?? ''
      yield {
        at: { start, end: start + match[0].length },
        evidence: [match[0] + behind, sentence.text],
        message: {
          ja: `「${match[0]}」とありますが、同じ文でほかのデータと照合・突合されており、特定の個人に戻せる状態と読めます。匿名加工情報（法2条6項）の基準を満たさないなら、「ハッシュ化した識別子」など実際の処理を書いてください。`,
          en: `Data is called 「${match[0]}」, and matched with other data in the same sentence: it reads as if a person could still be told. Unless it meets the standard of anonymised information (Article 2(6)), say what is really done, such as hashing.`,
        },
      }
    }
  },
}
