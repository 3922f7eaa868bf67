/*
 * The words by which texts tell how requests are made: in parts, of which the rules and the mentions each put their
 * patterns together, so that a word that one of them learns is known to all.
 */

/** What is asked for, to whom it is addressed, and by what it is sent. */
const papers = '(?:請求|申請|申込|申出|依頼|届出)書'
const letters = `郵送|書面(?:に|を|の|で)|${papers}`
const channels = 'フォーム|メール|E-?mail|電話|TEL|FAX'
const screens = 'マイページ|管理画面|ログイン'
const desks = '窓口|連絡先|問い?合わ?せ先'

/** A way that is told, and nothing has to be asked for to learn it. */
export const spelledOut = new RegExp(`${letters}|フォーム|メール|持参|マイページ|https?:`, 'u')

/** A way to make requests, in a text that is on requests. */
export const wayOfRequest = new RegExp(
  `${letters}|(?:用紙|様式|書式)[^。]{0,30}(?:記入|提出)|${channels}|来(?:店|社|院|所|園|館)|持参|ご?記入(?:の|し)[^。]{0,30}(?:お?出し|提出|送|お?渡し|申し?出|請求)|(?:お出し|ご?提出)(?:くだ|下さ|願|いただ|し)|(?<![人者客様方員皆族]|さま|さん|ユーザー?)(?:から|より|にて)、?(?:ご?請求|申請|お?申し?込|お?申し?出|お?手続|削除|お知らせ)|(?:\\[|「|『|【)(?:設定|メニュー|アカウント|お問い?合わ?せ|マイ|ヘルプ)[^。]{0,20}(?:→|>|から|より)|窓口(?:に|へ|まで|にて|宛|より|で)|(?:ご?連絡|申し?出)(?:先|くだ|下さ|を)|下記まで|${screens}|(?:以下|次)の(?:手続|方法|手順)|https?:`,
  'iu',
)

const request =
  '(?:請求|開示|訂正|修正|削除|停止|照会|(?<!苦情の?お?)申し?出|申請|ご?要望|ご?依頼|手続)'
const means = `(?:${desks}|${channels}|係|課|部|室|事務局|郵送|宛先?|下記|以下|上記|末尾|次)`
const toWards = '[^。、]{0,12}(?:まで|に|へ|にて|より|から|で|を通じ|により|[:])'
/** A way to reach the operator that may be meant for requests, wherever it stands. */
export const whereToAsk = new RegExp(
  `${request}[^。]{0,60}${means}${toWards}[^。]{0,30}(?:連絡|申し?出|請求|申請|問い?合わ?せ|お願い|知らせ|受け?付|提出|送|ご?相談|承|[:])|${means}${toWards}[^。]{0,40}(?:請求|開示|訂正|修正|削除|申請|手続|ご要望)|(?:いつでも|次の方法|以下の方法|次の手順|以下の手順|設定)[^。]{0,40}(?:削除|変更|確認|訂正|修正)|https?:[^。]{0,60}(?:請求|開示)|(?:請求|開示)[^。]{0,60}https?:`,
  'iu',
)

/** How it may be made sure that it is the person: by papers, by an account, by whatever is compared. */
export const identityCheck = new RegExp(
  `本人[^。]{0,30}(?:確認|認証|証明|特定|相違|照らし)|(?:確認|認証)[^。]{0,12}本人|(?:本人|契約者)(?:様|さま|さん)?(?:であ|と(?:認|判断|確認)|に限|のみ|以外)|(?:自身|本人(?:様)?)によるもの|身分|身元|免許証|公的書類|\\p{Script=Han}証(?:明書|書)?(?:類|等)?(?:の(?:写し|コピー|複写|画像|ご?提|添)|(?:を|に|で)[^。]{0,12}(?:確認|提|呈|添|同封|持参|お持ち))|証明書(?:類|等)?(?:の|を|に|で)|パスポート|旅券の|マイナンバーカード|住民票|健康保険証|印鑑|委任状|なりすまし|(?:書類|文書|書面|資料)[^。]{0,16}(?:提出|提示|添付|同封|送付)|${screens}|会員ページ|設定画面|アカウント|アプリ内|暗証|生年月日[^。]{0,16}確認|(?:当社|当方|こちら)[^。]{0,8}確認(?:の(?:上|うえ)|でき|させ)`,
  'u',
)

/** A number, an address, a form or a desk: whatever it is for. */
export const anyReach = new RegExp(
  `〒|0[0-9]{1,4}[-(][0-9]{1,4}[-)][0-9]{3,4}|[\\w.+-]@[\\w-]+[.]|\\[at\\]|フォーム(?:から|より|にて|まで|に|へ|で)|${desks}|問い?合わ?せ(?:先|くだ|下さ|ページ|フォーム)|(?:まで|に|へ)、?(?:お|ご)?(?:連絡|申し?出|問い?合わ?せ|相談)(?:くだ|下さ|いただ|願)|(?:ご?連絡|申し?出|問い?合わ?せ|ご相談)(?:くだ|下さ|をお?願)`,
  'iu',
)
/** The same as it is printed, and not only words that speak of one. */
export const printedReach =
  /〒|0[0-9]{1,4}[-(][0-9]{1,4}[-)][0-9]{3,4}|0[0-9]{9,10}|@|\[at\]|アットマーク|https?:|www\.|フォーム(?:から|より|にて|まで|へ|で)|問い?合わ?せフォーム|アプリ内|マイページ|LINE|Twitter|(?:窓口|問い?合わ?せ|連絡)[^。]{0,12}こちら|こちら[^。]{0,20}(?:問い?合わ?せ|連絡|請求)|[都道府県][^。]{1,20}[市区町村][^。]{1,20}[0-9]/iu
