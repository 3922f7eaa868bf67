import { source } from '../../../law/basis.ts'
import type { Passage } from '../../analysis.ts'
import type { Rule } from '../../rule.ts'
import { says } from '../../search.ts'

/** Advertising that follows what people do. */
const targeted =
  /(?:行動)?ターゲティング広告|リターゲティング|リマーケティング|(?:行動|追跡|興味・?関心|インタレスト)(?:型|連動型?|ベース)?広告|広告(?:の|を)?(?:配信|表示|掲出)(?:等|など)?(?:の?(?:ため|目的)|を(?:行|目的|実施)|する|し[、てま]|いた|に(?:利用|使用|活用))/u
const tracking =
  /cookie|クッキー|閲覧履歴|行動履歴|アクセス履歴|アクセスログ|広告(?:識別)?ID|広告識別子|ウェブビーコン|Webビーコン|端末識別|IDFA|AAID/iu
/** What 通則編3-1-1 asks to be said: that data is analysed, and advertising follows from it. */
const analysed =
  /(?:分析|解析|推定|推測|プロファイリング|興味|関心|嗜好|好み|応じ|合わせ|最適|適した|ふさわしい|パーソナライ)[^。]{0,60}広告|広告[^。]{0,60}(?:分析|解析|興味|関心|嗜好|好み|応じ|合わせ|最適化|パーソナライ)/u

export const purposeProfiling: Rule = {
  id: 'purpose-profiling',
  title: { ja: '分析して広告に使うこと', en: 'Analysis for advertising' },
  severity: 'warning',
  isQuestion: true,
  basis: source('通則編3-1-1※1', 'Guideline (general) 3-1-1 note 1'),
  ofWhole: true,
  *check(analysis) {
    if (analysis.of('purpose').length === 0 || says(analysis, analysed)) return
    const sentence = analysis.sentences.find(
      ({ key }) =>
        targeted.test(key) && tracking.test(key) && !/ません。?$|停止|無効|オプトアウト/u.test(key),
    )
    if (!sentence || (says(analysis, interests) && says(analysis, forAds))) return
    if (says(analysis, historiesForAds, isPurpose)) return
    const at = targetedIn(sentence.text, sentence.start) ?? sentence
    yield {
      at,
      evidence: [sentence.text],
      message: {
        ja: 'クッキーなどを広告に使うと書かれていますが、利用目的に、閲覧履歴等を分析して広告に用いることが書かれていません。個人情報と結び付けて分析するなら、「閲覧履歴や購買履歴等の情報を分析して、趣味・嗜好に応じた広告のために利用する」のように書いてください。結び付けないなら、その旨を書けば足ります。',
        en: 'The text says that cookies are used for advertising, but no purpose says that browsing data is analysed for it. If it is linked to personal information, state so, as in “to analyse browsing and purchase histories for advertising that fits interests”. If it is not, it is enough to say that.',
      },
    }
  },
}

/** お客様の興味やニーズの把握 beside 効果的な広告の配信のための利用: two lines that say it together. */
const interests = /(?:興味|関心|ニーズ|嗜好)[^。]{0,20}(?:把握|分析|理解|調査)/u
const forAds = /広告の(?:配信|表示)のため(?:の(?:利用|使用))?/u

/** ウェブサイトの閲覧履歴に関する広告活用: a purpose that names what is looked at, and for what. */
const historiesForAds =
  /(?:閲覧|行動|購買|購入|アクセス|利用)履歴[^。]{0,40}広告|広告[^。]{0,40}(?:閲覧|行動|購買|購入|アクセス|利用)履歴/u
const isPurpose = ({ node, section, kind }: Passage) =>
  kind !== 'heading' && (node.type === 'purpose' || section?.node.kind === 'purposes')

/** The words that speak of advertising, without what stands around them. */
function targetedIn(text: string, from: number) {
  const match = /広告[^、。]{0,12}/u.exec(text)
  return match && { start: from + match.index, end: from + match.index + match[0].length }
}
