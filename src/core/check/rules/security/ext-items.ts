import { fold } from '../../../fold.ts'
import { source } from '../../../law/basis.ts'
import type { Passage } from '../../analysis.ts'
import type { Rule } from '../../rule.ts'

/** Words by which data leaves for others, or of what does so; that visits are counted is not said to be that. */
const sends =
  /(?:広告(?:の)?配信|配信される?広告|行動ターゲティング|リターゲティング|ターゲティング広告|アクセス解析(?:の)?(?:サービス|ソフト|タグ|システム|会社|事業者)|解析ツール|アナリティクス|Analytics|広告主|提携先等?|第三者(?:が|に|から)?[^。]{0,16}(?:配信|広告|クッキー|Cookie|解析)|外部送信|情報収集モジュール|SDK|タグマネージャ)/iu
const cookie = /cookie|クッキー|端末識別子|広告識別子|ウェブビーコン/iu
const recipient =
  /Google|グーグル|Yahoo|ヤフー|LINE|Meta|Facebook|フェイスブック|Instagram|Twitter|Microsoft|Adobe|Criteo|TikTok|Amazon|Apple|Hotjar|Mouseflow|HubSpot|Salesforce|[A-Za-z]{3,} ?(?:Inc|LLC|Ltd|Corp|K\.K|Limited)|(?:株式|合同)会社(?![はがにのと、])[\p{Script=Han}ァ-ヶA-Za-z]{2}|[\p{Script=Han}ァ-ヶA-Za-zー]{2,}(?:株式|合同)会社/u
/** Those who deliver advertisements, by what they do and not by name; what counts visits does not name them. */
const vendors = /(?:広告(?:配信)?|第三者配信)(?:事業者|業者|会社)/u
const analytics =
  /(?:Google ?(?:LLC|Inc\.?)?[^。、\n]{0,10})?(?:Google|グーグル) ?(?:アナリティクス|Analytics)/giu
const purpose =
  /ため|目的|利用して(?:、|[^。]{0,20}(?:把握|分析|改善|配信|表示))|用いて[^。]{0,20}(?:把握|分析|改善|配信|表示)|(?:把握|分析|改善|表示|配信)(?:する|を行|に利用|します)/u
const information =
  /cookie|クッキー|IPアドレス|閲覧|履歴|識別子|端末|アクセス(?:情報|ログ|状況)|利用(?:環境|状況|履歴)|トラフィックデータ|位置情報|リファラ|ブラウザ/iu

export const extItems: Rule = {
  id: 'ext-items',
  title: { ja: '外部送信', en: 'Transmission of user information' },
  severity: 'warning',
  basis: source(
    '電気通信事業法27条の12、同法施行規則22条の2の29',
    'Telecommunications Business Act Article 27-12; Ordinance 22-2-29',
  ),
  isQuestion: true,
  *check({ passages, of, text, document }) {
    if (of('externalService').some(({ node }) => node.provider || node.purpose)) return
    const said = passages.filter(
      ({ kind, plain }) => kind !== 'heading' && kind !== 'title' && cookie.test(plain),
    )
    const sent =
      said.find(({ plain }) => vendors.test(plain)) ?? said.find(({ plain }) => sends.test(plain))
    if (!sent) return
    // What belongs together stands in the same section, in those on cookies, or where else data is said to be sent.
    const around = passages.filter(
      (one) =>
        one.section === sent.section ||
        one.section?.node.kind === 'cookies' ||
        (one.kind !== 'heading' && sends.test(one.plain)),
    )
    const all = around.map(({ plain }: Passage) => plain).join('\n')
    const own = fold(document.organisation.legalName)
    const others = all.replace(analytics, '').replaceAll(own === '' ? '\n' : own, '')
    const lacking = [
      ...(information.test(all)
        ? []
        : [{ ja: '送信される情報の内容', en: 'what information is sent' }]),
      ...(recipient.test(vendors.test(sent.plain) ? others : all)
        ? []
        : [{ ja: '送信先の氏名又は名称', en: 'to whom' }]),
      ...(purpose.test(all) ? [] : [{ ja: '利用目的', en: 'for what purpose' }]),
    ]
    if (lacking.length === 0) return
    const match = vendors.exec(sent.plain) ?? sends.exec(sent.plain)
    const start = sent.start + (match?.index ?? 0)
    const from = Math.max(
      sent.start,
      text.lastIndexOf('。', start) + 1,
      text.lastIndexOf('、', start) + 1,
    )
    const ends = /[、。]/u.exec(text.slice(start, sent.end))
    const at = { start: from, end: ends ? start + ends.index + 1 : sent.end }
    yield {
      at,
      evidence: [text.slice(at.start, at.end), sent.text],
      message: {
        ja: `利用者の情報を外部へ送信することが書かれていますが、${lacking.map(({ ja }) => ja).join('、')}がありません。外部送信規律の対象となるサービスなら、送信先ごとに、情報の内容、送信先の名称、利用目的を書いてください。`,
        en: `The text says that user information is sent elsewhere, but not ${lacking.map(({ en }) => en).join(', ')}. If the service is covered by the rule on external transmission, state for each recipient what is sent, to whom, and why.`,
      },
    }
  },
}
