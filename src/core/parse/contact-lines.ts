import { datesIn } from '../calendar.ts'
import { fold, key } from '../fold.ts'
import { particle } from './particles.ts'
import type { Row } from './rows.ts'
import { withoutInnerBrackets } from './shape.ts'

/** What a line of an address block holds; the strong kinds make a block by themselves. */

/** @, or what stands for it where robots shall not read it. */
const at =
  '(?:@|★|☆|●|◎|#|\\[(?:at|@|アット)\\]|\\((?:at|@|アット(?:マーク)?)\\)|<at>|【at】|_at_|-at-)'
export const email = new RegExp(
  `(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}${at}[A-Za-z0-9-]{1,63}(?:\\.[A-Za-z0-9-]{1,63}){1,8}`,
  'iu',
)
export const url = /https?:\/\/[A-Za-z0-9\-._~:/?#@!$&'*+,;=%]+/u
export const phone =
  /(?<![\d-])(?:\+81[- ]?|0)\d{1,4}(?:[- ]\d{1,4}|\(\d{1,4}\))[- ]?\d{3,4}(?!\d)/u
export const postalCode = /〒? ?(?<!\d)\d{3}-\d{4}(?!\d|-)/u

const prefectures =
  '北海道|青森県|岩手県|宮城県|秋田県|山形県|福島県|茨城県|栃木県|群馬県|埼玉県|千葉県|東京都|神奈川県|新潟県|富山県|石川県|福井県|山梨県|長野県|岐阜県|静岡県|愛知県|三重県|滋賀県|京都府|大阪府|兵庫県|奈良県|和歌山県|鳥取県|島根県|岡山県|広島県|山口県|徳島県|香川県|愛媛県|高知県|福岡県|佐賀県|長崎県|熊本県|大分県|宮崎県|鹿児島県|沖縄県'
/** A prefecture or a designated city, then anything up to a number: an address, not a mention of a place. */
export const address = new RegExp(
  `(?:${prefectures}|(?<![\\p{Script=Han}])[\\p{Script=Han}]{1,3}[都道府県](?=[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}]{1,8}[市区町村郡])|(?:札幌|仙台|さいたま|横浜|川崎|相模原|名古屋|京都|大阪|堺|神戸|岡山|広島|福岡|北九州)市)[^。、「」()@:]{1,40}?[0-9一二三四五六七八九十](?:[^。、「」()@:〒]*[^。、「」()@:〒 ])?`,
  'u',
)
const building =
  /^[^。、:@]{2,40}?(?:ビル|ビルディング|タワー|館|マンション|ハイツ|スクエア|プラザ|センター|[0-9]+(?:階|F|号室|号))[^。、:@]{0,12}$/u

const entity =
  '(?:株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|社会福祉法人|学校法人|医療法人(?:社団|財団)?|特定非営利活動法人|NPO法人|独立行政法人|国立大学法人|公立大学法人|地方独立行政法人|宗教法人|弁護士法人|税理士法人|監査法人|司法書士法人|社会保険労務士法人|生活協同組合|農業協同組合|協同組合|信用金庫|相互会社|㈱|㈲|\\(株\\)|\\(有\\))'
const nameSign = '[^、。，()「」『』【】:;〒@\\n\\r]'
/** A legal name, alone on its line or within a sentence: the kind of entity before or after the name. */
export const legalNameBefore = new RegExp(
  `${entity} ?[A-Za-z0-9\\p{Script=Han}\\p{Script=Katakana}ぁ-んー・&’'.\\-]+`,
  'u',
)
export const entityKind = new RegExp(entity, 'u')
export const latinEntity =
  /[A-Z][A-Za-z0-9&.' -]{1,40}?,? (?:Inc|LLC|LLP|Ltd|Co\., Ltd|Corporation|Corp|GmbH|K\.K|Limited|INC|LTD|CORPORATION|LIMITED|Sdn\.? Bhd|S\.A|B\.V|Pty|PLC)(?![A-Za-z])\.?/u
const nameOnly = new RegExp(`^(?:${entity} ?${nameSign}{1,40}|${nameSign}{1,40}?${entity})$`, 'u')

/** A line that prints a legal name and nothing else (a desk or title may follow it). */
export function isLegalName(text: string): boolean {
  return nameOnly.test(fold(text).trim()) && !particle.test(text)
}

const desk =
  /(?:窓口|事務局|相談室|係|担当|部|課|室|センター|デスク|委員会|委員長|管理者|責任者|宛|御中|行)$/u
const labelled =
  /^(?:[・\-*●■] ?)*(?:住所|所在地|本店|本社|名称|会社名|法人名|商号|事業者名|社名|部署|部署名|担当部署|担当|担当者|役職名?|氏名|宛先|送付先|連絡先|窓口|受付窓口|[^:。、]{0,12}窓口|TEL|Tel|tel|電話|電話番号|お?電話|代表電話|FAX|Fax|ファックス|ファクス|フリーダイヤル|E-?mail|e-?mail|Mail|mail|メール|メールアドレス|Eメール|電子メール|URL|HP|ホームページ|ウェブサイト|Webサイト|受付時間|受付日時|営業時間|対応時間|代表者|代表者名|店名|屋号|店長|園長|院長|所長|室長|館長|[^:。、]{0,14}責任者|[^:。、]{0,14}管理者|[^:。、]{0,24}(?:申し?出先|団体|団体名|団体の名称)|お?問い?合わ?せ(?:窓口|先|フォーム)?)(?: ?[:/] ?| +)\S/u

export type ContactLineKind = 'strong' | 'url' | 'labelled' | 'name' | 'building' | null

/** What a line is to an address block; null if it can't be part of one. */
export function contactLineKind(text: string): ContactLineKind {
  const plain = fold(text)
  if (datesIn(plain).length > 0) return null
  const bare = plain.replace(/^[・\-*●■※] ?/u, '')
  if (isStrong(bare)) return 'strong'
  if (url.test(bare) && key(bare.replace(url, '')).length <= 16 && !entityKind.test(bare))
    return 'url'
  if (labelled.test(plain) && key(text).length < 80 && !/。./u.test(withoutInnerBrackets(plain)))
    return 'labelled'
  if (building.test(bare) && !entityKind.test(bare)) return 'building'
  if (/^[^。、※]{2,24}(?:責任者|管理者)※/u.test(bare)) return 'name'
  if (key(bare).length > 50 || /[。、]/u.test(bare) || /[をはがに]$/u.test(bare)) return null
  if (/担当者? ?: ?\S/u.test(bare)) return 'name'
  if (isLegalName(bare) || entityKind.test(bare)) return 'name'
  if (latinEntity.test(bare) && !/[.;] |[.;]$/u.test(bare.replace(latinEntity, ''))) return 'name'
  if (desk.test(bare) && key(bare).length <= 36 && !/[をはが]/u.test(bare)) return 'name'
  return null
}

/** The same of a row's whole text, which several steps ask for. */
export function contactRowKind(row: Row): ContactLineKind {
  const known = kinds.get(row)
  if (known !== undefined) return known
  const kind = contactLineKind(row.text)
  kinds.set(row, kind)
  return kind
}
const kinds = new WeakMap<Row, ContactLineKind>()

/** A line that holds an address, a telephone number, an e-mail or a URL, and little else. */
function isStrong(printed: string): boolean {
  // （★を@に変えて送信してください）: a note says nothing of its line.
  const noted = withoutInnerBrackets(printed)
  const plain =
    noted.trim() === '' || !(/[0-9@]/u.test(noted) || email.test(noted)) ? printed : noted
  if (/[。]./u.test(plain) || isProse(plain)) return false
  const rest = plain.replace(email, '').replace(new RegExp(phone, 'gu'), '').replace(postalCode, '')
  if (rest === plain && !address.test(plain)) return email.test(printed) && columnsLeft(plain) <= 40
  return columnsLeft(rest.replace(address, '').replace(url, '')) <= 30
}
const columnsLeft = (text: string) => key(text).length
const isProse = (text: string) =>
  /(?:ます|ません|です|ください|下さい)[。)]?$/u.test(text) ||
  /(?:は、|を、|により|ために|について)/u.test(text)
