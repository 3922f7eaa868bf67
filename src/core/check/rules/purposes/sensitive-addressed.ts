import { appi } from '../../../law/basis.ts'
import type { Sentence } from '../../analysis.ts'
import type { Rule } from '../../rule.ts'
import { matches, says } from '../../search.ts'

/** What is, or mostly holds, sensitive information by 2条3項 and 施行令2条. */
const sensitive =
  /病歴|既往歴|罹患歴|(?:健康診断|健診|検診|検査|診断|人間ドック)の?(?:結果|記録|データ|数値)|診療(?:情報|記録|録|内容)|カルテ|(?:電子)?お薬手帳|服薬|投薬|調剤(?:情報|記録|録)|処方(?:情報|内容|箋)|病状|症状|障が?[いい害](?:の)?(?:有無|程度|種別|等級|者手帳)|障害者手帳|要介護(?:度|認定)|介護(?:記録|情報)|(?:特定)?保健指導|健康情報|健康状態|体組成|ゲノム|遺伝(?:子|情報)|アレルギー|妊娠(?:の)?(?:有無|状況|週数)|心身の(?:状況|状態)/gu
const addressed =
  /要配慮|機微|センシティブ|特別の?非公開情報|特に(?:慎重|配慮)|(?:人種|信条|病歴)[^。]{0,200}(?:取得|収集|利用|提供)[^。]{0,20}(?:ません|ない)/u
/** Copies are to be sent without it: it is not acquired. */
const removed = /抹消|塗りつぶ|黒塗り|マスキング|見えない(?:よう|状態)|消した/u
const consented =
  /同意[^。]{0,60}(?:取得|収集|[伺尋聞]|お預かり|受け取|提供(?:を受|していただ|いただ))|(?:取得|収集|[伺尋聞])[^。]{0,30}同意/u
const named = new RegExp(sensitive.source, 'u')
/** A sentence that names such information in words of its own, and says that it is acquired with consent. */
const isConsented = ({ key }: Sentence) =>
  key.includes('同意') && named.test(key) && consented.test(key)

export const sensitiveAddressed: Rule = {
  id: 'sensitive-addressed',
  title: { ja: '要配慮個人情報', en: 'Sensitive information' },
  severity: 'warning',
  isQuestion: true,
  basis: appi('2-3', '20-2'),
  ofWhole: true,
  *check(analysis) {
    if (says(analysis, addressed) || analysis.sentences.some(isConsented)) return
    const found = [
      ...matches(
        analysis,
        sensitive,
        ({ node, kind, key, section }) =>
          node.type !== 'exceptionClause' &&
          kind !== 'contact' &&
          !removed.test(key) &&
          section?.node.kind !== 'safetyMeasures',
      ),
    ]
    const [first] = found
    if (!first) return
    const words = [...new Set(found.map(({ text }) => text))].slice(0, 5)
    yield {
      at: first,
      evidence: words,
      message: {
        ja: `「${words.join('」「')}」など、要配慮個人情報に当たりうる情報を扱うようですが、その取得について書かれていません。当たるものを取得するなら、本人の同意を得て取得すること（20条2項の例外によるときはその場合）を書いてください。`,
        en: `The text speaks of ${words.join(', ')}, which may be sensitive information, and says nothing of acquiring it. If such data is acquired, say that it is done with consent, or under which exception of Article 20(2).`,
      },
    }
  },
}
