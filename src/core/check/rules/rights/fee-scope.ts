import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import type { Sentence } from '../../analysis.ts'
import { feeSentences } from '../../facts/fees.ts'
import { requests } from '../../facts/requests.ts'
import type { Rule } from '../../rule.ts'

/** 38条1項: a fee is possible for notice of the purpose and for disclosure, and for nothing else. */
export const feeScope: Rule = {
  id: 'fee-scope',
  title: { ja: '手数料の対象', en: 'What the fee is for' },
  severity: 'error',
  basis: appi('38-1'),
  *check(analysis, { day }) {
    const { sentences } = requests(analysis)
    const basis = appiOn(day, '38-1')
    const fees = feeSentences(analysis)
    if (fees.some(({ key }) => scopeOf(key) === 'allowed')) return
    for (const one of fees) {
      const scope = scopeOf(one.key)
      const before = scope === null ? askedBefore(one, sentences) : null
      if (scope === null && before === null) continue
      yield {
        at: one,
        law: basis,
        isQuestion: scope === null || ofRecords.test(one.key),
        message: {
          ja: `手数料が、訂正・利用停止などの請求にもかかると読めます。${basis.article.ja}により、手数料を徴収できるのは利用目的の通知と開示（第三者提供記録の開示を含む）の請求だけです。対象を限って書いてください。`,
          en: `The fee seems to apply to requests for correction or cease of use as well. Under ${basis.article.en} a fee may be charged only for notice of the purpose and for disclosure, including that of records. Limit it to these.`,
        },
      }
      return
    }
  },
}

/** 診療録の開示等: an object of its own, of which 開示等 may not be the requests of the Act. */
const ofRecords = /(?<!個人情報|個人データ|データ)の開示等/u

/** What a sentence says that the fee is for; null where it does not say. */
function scopeOf(key: string): 'allowed' | 'wider' | null {
  if (
    /のみ|に限|場合(?:に|だけ)|(?:うち|内)、?(?:開示|利用目的)|を除/u.test(key) &&
    /開示|利用目的の通知/u.test(key) &&
    !/訂正|削除|停止|消去/u.test(key)
  )
    return 'allowed'
  if (
    /(?:訂正|追加|削除|利用(?:の)?停止|消去|提供(?:の)?停止)[^。]{0,40}(?:手数料|費用|円)/u.test(
      key,
    ) &&
    !/(?:手数料|費用)[^。]{0,12}(?:不要|無料|いただきません|かかりません)/u.test(key)
  )
    return 'wider'
  if (/(?:開示|利用目的の通知)(?!等|など|、|・訂正|請求等|の?(?:ご)?請求等|の求め等)/u.test(key))
    return 'allowed'
  if (/開示(?:請求)?(?:等|など)|開示の?(?:ご)?(?:請求|求め)等|各種(?:の)?請求/u.test(key))
    return 'wider'
  return null
}

/** The sentence before speaks of all requests, and the fee of 「請求の際」. */
function askedBefore(one: Sentence, sentences: readonly Sentence[]): Sentence | null {
  if (!/請求(?:の際|に(?:際し|あた|当た|つき|は))|手続/u.test(one.key)) return null
  const before = sentences[sentences.indexOf(one) - 1]
  return before &&
    /訂正|削除|利用(?:の)?停止|消去/u.test(before.key) &&
    /請求|求め/u.test(before.key)
    ? before
    : null
}
