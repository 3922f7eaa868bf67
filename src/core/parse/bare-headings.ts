import { datesIn } from '../calendar.ts'
import { fold, key } from '../fold.ts'
import { contactRowKind, entityKind, isLegalName, latinEntity } from './contact-lines.ts'
import { type Heading, supplement } from './heading.ts'
import type { Row } from './rows.ts'
import {
  endsLikeItem,
  isBracketed,
  isEndMark,
  isLabelAndValue,
  isLeadIn,
  isSentence,
  width,
  withoutInnerBrackets,
} from './shape.ts'
import { speaksOfPolicy } from './topics.ts'

/** Headings without number or bracket, told by their shape and by what follows them. */
export function bareHeadings(rows: readonly Row[], headings: Map<Row, Heading>): void {
  const gaps = usesGaps(rows)
  const looks = rows.map(
    (row, i) => looksBare(rows, i, headings, gaps) && !(i === 0 && isNameOfOperator(row, rows)),
  )
  rows.forEach((row, i) => {
    if (!looks[i]) return
    const next = rows[i + 1]
    if (!next) return
    const strong = speaksOfPolicy.test(row.key)
    // A run of short lines is a list without markers; only what names a topic of policies stands out.
    const inRun = Boolean(looks[i + 1] || (looks[i - 1] && !headings.has(rows[i - 1] as Row)))
    if (inRun && !strong) return
    if (inRun && looks[i + 1] && !headings.has(next) && next.gap === 0 && looks[i + 2]) return
    // A number that counts on belongs to what is above this row: the row is the text of the one before.
    if (headings.has(next) && next.label?.ordinal !== 1 && !isBracketed(next.text)) return
    const nextIsBody =
      next.marker !== '' || headings.has(next) || isBody(next, row) || (strong && looks[i + 1])
    if (!nextIsBody && !(strong && contactRowKind(next) !== null)) return
    headings.set(row, {
      rank: /^附 ?則/u.test(row.key) ? supplement : 'bare',
      confidence: strong ? (gaps ? 0.9 : 0.8) : gaps ? 0.7 : 0.6,
    })
  })
}

/** A shop's name below the title, which its address below prints again. */
export const isNameOfOperator = (row: Row, rows: readonly Row[]) =>
  row.marker === '' &&
  key(row.text).length >= 3 &&
  !isSentence(row.text) &&
  !speaksOfPolicy.test(row.key) &&
  rows
    .slice(-20)
    .some((other) => other !== row && other.key.startsWith(row.key) && !isSentence(other.text))

/** 総務部 個人情報相談係: who is reached, not what about. */
const isUnit = (plain: string) =>
  / \S/u.test(plain) || /(?:部|課|室|係|担当|事務局|センター|デスク)$/u.test(plain)
const isTopicWord = (plain: string) => /(?:等|について|手続き?|方法|請求|停止)$/u.test(plain)

/** Whether empty lines set paragraphs apart, so that a heading must have one before it. */
function usesGaps(rows: readonly Row[]): boolean {
  const texts = rows.filter((row, i) => i > 0 && row.marker === '' && isSentence(row.text))
  return texts.length > 2 && texts.filter(({ gap }) => gap > 0).length >= texts.length * 0.6
}

/** What 27条5項3号 asks for, as a label. */
const asksForValue =
  /(?:共同[^。]{0,12}|^)利用(?:者|する(?:者|会社|企業|法人|団体)|される者)の?(?:範囲|名称)$|共同(?:して)?利用[^。]{0,16}項目$|責任(?:を有する)?者(?:の?(?:氏名|名称|氏名又は名称))?$/u

function isBody(next: Row, row: Row): boolean {
  return (
    isSentence(next.text) || (width(next.text) > 1.3 * width(row.text) && /[、。]/u.test(next.text))
  )
}

function looksBare(
  rows: readonly Row[],
  i: number,
  headings: ReadonlyMap<Row, Heading>,
  gaps: boolean,
): boolean {
  const row = rows[i]
  const before = rows[i - 1]
  const next = rows[i + 1]
  if (!row || !next || row.marker !== '' || headings.has(row)) return false
  if (row.table || row.item || next.table) return false
  const plain = withoutInnerBrackets(row.text)
  const strong = speaksOfPolicy.test(row.key)
  if (width(plain) > (strong ? 40 : 30) || width(row.text) > 80) return false
  if (isSentence(row.text) || /[。、,:：;]$/u.test(plain) || /。./u.test(plain)) return false
  if (/[:：@]/u.test(plain) || isEndMark(row.text) || isEndMark(next.text)) return false
  if (datesIn(fold(row.text)).length > 0 || /^[※*(（]/u.test(row.text)) return false
  if (/^(?:なお|また|ただし|但し|さらに|ついては|その他、)/u.test(plain)) return false
  // 法令、規範の遵守 lists topics; 方針を策定し、研修を実施 says what is done.
  if (/[をがは][^、]*、|、.*[をが]/u.test(plain)) return false
  if ((entityKind.test(plain) || latinEntity.test(plain)) && !/について/u.test(plain)) return false
  // 氏名、住所、電話番号: data, not a topic.
  if (plain.split('、').length > 3 && !(strong && isTopicWord(plain))) return false
  if (isLabelAndValue(row.text)) return false
  if (isLeadIn(plain) || /(?:上記|前項|前条|当該|下記)/u.test(plain)) return false
  if (endsLikeItem(plain) && !/(?:責任者|管理者|責任を有する者|について)$/u.test(plain))
    return false
  if (isLegalName(row.text) || /^(?:代表|住所|所在地|〒)/u.test(plain)) return false
  if (contactRowKind(row) === 'strong' || contactRowKind(row) === 'labelled') return false
  if (contactRowKind(row) !== null && (!strong || isUnit(plain))) return false
  if (next.text.startsWith('※') && !strong) return false
  if (gaps && row.gap === 0 && before && !headings.has(before)) return false
  // (2) 共同利用者の範囲, and below it who they are.
  if (before && row.gap === 0 && before.marker !== '' && asksForValue.test(before.key)) return false
  // The row before must have said what it had to say.
  return !before || headings.has(before) || !/[、,]$/u.test(before.text)
}
