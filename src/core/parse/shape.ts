import { columns, fold } from '../fold.ts'
import type { Row } from './rows.ts'

/** What the shape of a line says about it, whatever it is about. */

const opens: { readonly [close: string]: string } = { ')': '(', '）': '（', ']': '[', '］': '［' }

/** A text without the bracket that it ends in: 台帳を作成(写しを含む。) → 台帳を作成. */
export function withoutClosingBracket(text: string): string {
  const open = opens[text.at(-1) ?? '']
  if (open === undefined) return text
  let depth = 0
  for (let i = text.length - 1; i > 0; i--) {
    const sign = text.charAt(i)
    if (sign === text.at(-1)) depth++
    else if (sign === open && --depth === 0) return text.slice(0, i)
  }
  return text
}

const predicate =
  /(?:ます|ません|です|ました|でした|ください|下さい|ものとする|とする|という|である|できる|ではない|しない|行う|致します|願います)$/u

/** Whether a text is a sentence, by its full stop or its predicate. */
export function isSentence(text: string): boolean {
  const core = withoutClosingBracket(fold(text).trimEnd())
  if (/[。！？!?][」』)）]*$/u.test(core)) return true
  if (/[A-Za-z)][.;]$/u.test(core)) return !/(?:Inc|Ltd|Co|Corp|LLC|K\.K|No|etc)\.$/iu.test(core)
  return predicate.test(core)
}

const topic =
  /(?:目的|方法|範囲|項目|事項|措置|手続き?|窓口|基準|内容|について|関して|定義|管理|責任者|連絡先|問い?合わ?せ先?|取扱い|取り扱い|変更|改定|遵守|順守|開示等?|提供|委託|任意性|概要)$/u

/** A noun phrase such as headings are, though a full stop may follow it. */
export function isNominal(text: string): boolean {
  if (!isSentence(text)) return true
  return topic.test(fold(text).replace(/[。.]$/u, '')) && !/。./u.test(withoutInnerBrackets(text))
}

/** A text without what stands in brackets within it. */
export function withoutInnerBrackets(text: string): string {
  return fold(text).replace(/\([^()]*\)/gu, '')
}

/** A case that a clause or purpose ends in; headings seldom do. */
export function endsLikeItem(text: string): boolean {
  return /(?:場合|とき|時|ため|為|こと|もの|者|(?<!考え|考|扱い|扱|在り|あり)方|ほか)(?:等|など)?[。.]?$/u.test(
    withoutClosingBracket(text),
  )
}

/** 以下の目的のために…, 次に掲げる…: a text that only announces what follows. */
export function isLeadIn(text: string): boolean {
  return /(?:以下|次|下記|次の各号|以下の各号|左記)(?:の|に|に掲げる|に定める|に示す|のとおり|の通り|を|より|まで|から|いずれか|、|メ|で)/u.test(
    text,
  )
}

export const width = (text: string) => columns(text) / 2

/** The whole line in the brackets that headings wear: 【…】, ＜…＞, 《…》, ［…］. */
export function isBracketed(text: string): boolean {
  return (
    /^(?:【[^【】]+】|《[^《》]+》|〈[^〈〉]+〉|\[[^[\]]+\]|<[^<>]+>|〔[^〔〕]+〕|≪[^≪≫]+≫)$/u.test(
      fold(text),
    ) && !/@|https?:/u.test(text)
  )
}

/** （目的）: the heading of an article, on the line above its number. */
export function isCaption(row: Row): boolean {
  return (
    row.marker === '' &&
    /^\([^()]{1,40}\)$/u.test(fold(row.text)) &&
    !/[0-9]年/u.test(fold(row.text))
  )
}

export function isEndMark(text: string): boolean {
  return /^以 *上[。.]?$/u.test(fold(text))
}

/** The parts of a line that tabs or wide gaps set in columns; null where there are none. */
export function columnsIn(text: string): { readonly at: number; readonly text: string }[] | null {
  if (!/\t|　{2,}|[ 　]{3,}/u.test(text)) return null
  const cells = [...text.matchAll(/[^\t 　](?:(?! *\t|　{2,}|[ 　]{3,}).)*/gu)]
  return cells.length > 1 ? cells.map((cell) => ({ at: cell.index, text: cell[0] })) : null
}

/** 取扱時間　平日 9時～17時, 開示の請求　１件につき1,000円: a label and its value on one line, or a line of a table. */
export function isLabelAndValue(text: string): boolean {
  const plain = fold(text)
  if (text.includes('\t') || /^[^\s　]{3,}　+[^\s　]{3,}/u.test(text)) return true
  return /^[^:。]{1,40}(?: |: ?)[^。]*[0-9](?:円|時|分|件|枚|部|階|日|:[0-9])/u.test(plain)
}

/** Whether what a row says behind its number could be a heading: a noun phrase that leads to nothing and defines nothing. */
export function isTopic(row: Row): boolean {
  return (
    row.body !== '' &&
    isNominal(row.body) &&
    !isLeadIn(withoutInnerBrackets(row.body)) &&
    !/^[「『][^「『」』]+[」』]$/u.test(row.body) &&
    !/(?:、|,)$/u.test(row.body) &&
    !/[^ ]: ?[^ ]/u.test(withoutInnerBrackets(row.body)) &&
    !isLabelAndValue(row.body)
  )
}
