import type { SectionKind } from '../../document.ts'
import type { Passage, Sentence } from '../analysis.ts'
import { fact } from '../fact.ts'
import { says } from '../search.ts'
import { askedByOthers } from './requests.ts'

/*
 * What some words of the text may say of requests by the person, in whatever words and wherever they stand: far wider
 * than the places where it is sure to speak of them (`requests.ts`). What is met here is not missing.
 */

/** A sentence from which people may learn that they can have their data shown, put right or deleted. */
export const mayBeAsked = fact(({ sentences }): Sentence | undefined =>
  sentences.find(
    ({ key, passage }) =>
      passage.kind !== 'title' &&
      !isElsewhere(passage) &&
      (asked.test(key) || (passage.kind === 'heading' && ofPerson.test(key))) &&
      !ofOthers.test(key) &&
      !askedByOthers(key),
  ),
)
const right =
  '(?:開示|訂正|修正|削除|消去|抹消|(?:利用|使用|提供|配信)(?:の|を)?(?:停止|中止)|照会|閲覧|(?:情報|データ|内容|登録)[^。、]{0,12}(?:変更|確認|確かめ|取り?消)|退会|知りた|お知りに|見たい|ご覧になり)'
const asked = new RegExp(
  `${right}[^。]{0,40}(?:請求|求め|希望|申し?出|申し?込|申請|依頼|要望|ご?連絡|知らせ|問い?合わ?せ|電話|受付|応じ|手続|権利|(?:でき|可能|行え|いただけ)(?!な|ませ))|(?:請求|求め|希望|申し?出|依頼|要望|権利)[^。]{0,30}${right}`,
  'u',
)
/** ご本人の照会: a heading, whatever is left of its text. */
const ofPerson =
  /(?:本人|お客(?:様|さま)|利用者|ユーザー?|患者(?:様|さま|さん)?|会員)[^。]{0,12}(?:照会|開示|訂正|請求)/u
/** Of cookies, of provision to others and of the policy itself. */
const ofOthers =
  /クッキー|cookie|第三者(?:に|へ)[^。]{0,24}(?:開示|提供)|委託|業者に|(?:本|この|当)?(?:方針|ポリシー|規約|規程|ページ|サイト)(?:の内容)?[^。]{0,8}(?:変更|改定|改訂|修正|見直)|配信(?:の|を)?停止/iu

/** All passages in which anything may be asked of the operator, folded and without spaces. */
export const maybeRequests = fact(({ passages }) =>
  passages
    .filter(
      (passage) =>
        passage.kind !== 'title' &&
        !isElsewhere(passage) &&
        /請求|求め|希望|申し?出|申請|依頼|要望|連絡|問い?合わ?せ|応じ|手続|権利|できます/u.test(
          passage.key,
        ) &&
        !ofOthers.test(passage.key) &&
        !askedByOthers(passage.key),
    )
    .map(({ key }) => key)
    .join('\n'),
)

/** A way to reach the operator that the text gives for requests, wherever it gives it. */
export const saysWhereToAsk = fact((analysis) =>
  says(analysis, where, (passage) => !isElsewhere(passage) && !askedByOthers(passage.key)),
)
const request =
  '(?:請求|開示|訂正|修正|削除|停止|照会|(?<!苦情の?お?)申し?出|申請|ご?要望|ご?依頼|手続)'
const means =
  '(?:窓口|連絡先|問い?合わ?せ先|係|課|部|室|事務局|フォーム|電話|TEL|メール|E-?mail|郵送|FAX|宛先?|下記|以下|上記|末尾|次)'
const toWards = '[^。、]{0,12}(?:まで|に|へ|にて|より|から|で|を通じ|により|[:])'
const where = new RegExp(
  `${request}[^。]{0,60}${means}${toWards}[^。]{0,30}(?:連絡|申し?出|請求|申請|問い?合わ?せ|お願い|知らせ|受け?付|提出|送|ご?相談|承|[:])|${means}${toWards}[^。]{0,40}(?:請求|開示|訂正|修正|削除|申請|手続|ご要望)|(?:いつでも|次の方法|以下の方法|次の手順|以下の手順|設定)[^。]{0,40}(?:削除|変更|確認|訂正|修正)|https?:[^。]{0,60}(?:請求|開示)|(?:請求|開示)[^。]{0,60}https?:`,
  'iu',
)

/** How it may be made sure that it is the person: by papers, by an account, by whatever is compared. */
export const mayCheckIdentity = fact((analysis) =>
  says(
    analysis,
    /本人[^。]{0,30}(?:確認|認証|証明|相違|照らし)|(?:確認|認証)[^。]{0,12}本人|(?:本人|契約者)(?:様|さま|さん)?(?:であ|と(?:認|判断|確認)|に限|のみ|以外)|身分|身元|免許証|\p{Script=Han}証(?:明書|書)?(?:類|等)?(?:の(?:写し|コピー|複写|ご?提|添)|(?:を|に|で)[^。]{0,12}(?:確認|提|添|同封|持参))|証明書(?:類|等)?(?:の|を|に|で)|パスポート|旅券の|マイナンバーカード|住民票|健康保険証|印鑑|委任状|なりすまし|(?:書類|文書|書面|資料)[^。]{0,16}(?:提出|提示|添付|同封|送付)|ログイン|マイページ|会員ページ|管理画面|設定画面|アカウント|アプリ内|暗証|生年月日[^。]{0,16}確認|(?:当社|当方|こちら)[^。]{0,8}確認(?:の(?:上|うえ)|でき|させ)/u,
    (passage) => !isOnUse(passage),
  ),
)

/** Whether anything in the text is a way to reach somebody: a number, an address, a form, a desk. */
export const givesAnyReach = fact(
  (analysis) =>
    analysis.of('contact').length > 0 ||
    says(
      analysis,
      /〒|0[0-9]{1,4}[-(][0-9]{1,4}[-)][0-9]{3,4}|[\w.+-]@[\w-]+[.]|\[at\]|フォーム(?:から|より|にて|まで|に|へ|で)|窓口|連絡先|問い?合わ?せ(?:先|くだ|下さ|ページ|フォーム)|(?:まで|に|へ)、?(?:お|ご)?(?:連絡|申し?出|問い?合わ?せ|相談)(?:くだ|下さ|いただ|願)|(?:ご?連絡|申し?出|問い?合わ?せ|ご相談)(?:くだ|下さ|をお?願)/iu,
      (passage) => !isOnUse(passage) && passage.section?.node.kind !== 'accreditedOrganisation',
    ),
)

const onUse: ReadonlySet<SectionKind> = new Set(['definitions', 'purposes', 'acquisition'])
/** What is collected and why: people are asked for their telephone numbers, and confirm who they are to buy. */
const isOnUse = ({ section, node }: Passage) =>
  node.type === 'purpose' || (section !== null && onUse.has(section.node.kind))

const otherMatters: ReadonlySet<SectionKind> = new Set([
  'thirdPartyProvision',
  'foreignTransfer',
  'entrustment',
  'jointUse',
  'safetyMeasures',
  'cookies',
  'changes',
  'accreditedOrganisation',
])
const isElsewhere = (passage: Passage) =>
  isOnUse(passage) || (passage.section !== null && otherMatters.has(passage.section.node.kind))
