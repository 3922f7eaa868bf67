import { datesIn } from '../calendar.ts'
import { fold } from '../fold.ts'
import { address, contactRowKind, entityKind, isLegalName } from './contact-lines.ts'
import type { Row } from './rows.ts'
import { isSentence } from './shape.ts'

/** 代表取締役社長 山田 太郎, 代表者: 山田 太郎, 理事長 山田太郎 */
const title =
  '(?:代表取締役(?:会長|社長)?(?:(?:兼|・)?(?:CEO|COO|社長|会長|最高経営責任者|執行役員))*|代表執行役(?:社長)?|代表社員|代表理事|理事長|会長|社長|院長|所長|学長|園長|代表者?|CEO|事務局長|組合長|局長|取締役社長|弁護士)'
const name =
  '[\\p{Script=Han}々ぁ-んァ-ヶー]{1,6}(?:[ ]{1,2}[\\p{Script=Han}々ぁ-んァ-ヶー]{1,6}){0,1}'
const latinName = "[A-Z][A-Za-z.'-]+(?: [A-Z][A-Za-z.'-]+){1,3}"
const representative = new RegExp(
  `(?:^|[ 　])(?<title>${title})(?<sep> ?[:/] ?| +|(?=[\\p{Script=Han}]))(?<role>${title})?(?<gap> ?)(?<name>${name}|${latinName})$`,
  'u',
)

export type PrintedRepresentative = {
  readonly title: string
  readonly name: string
  /** Where title and name stand in the line. */
  readonly titleAt: number
  readonly nameAt: number
}

/** Who signs, by title and name, at the end of a line. */
export function representativeIn(text: string): PrintedRepresentative | null {
  const match = representative.exec(fold(text).trimEnd())
  const groups = match?.groups
  if (
    !match ||
    !groups ||
    /^者$|(?:窓口|委員会|委員|責任者|管理者|部|課|室|係|宛)$/u.test(groups.name ?? '')
  )
    return null
  const titleAt = match.index + match[0].indexOf(groups.title ?? '')
  const nameAt = match.index + match[0].lastIndexOf(groups.name ?? '')
  const [printedTitle, at] = groups.role
    ? [groups.role, match.index + match[0].indexOf(groups.role, (groups.title ?? '').length)]
    : [groups.title ?? '', titleAt]
  return {
    title: text.slice(at, at + printedTitle.length),
    name: text.slice(nameAt, nameAt + (groups.name ?? '').length),
    titleAt: at,
    nameAt,
  }
}

/** A line that says only when a version came about: 2020年4月1日 制定・施行, 最終更新日：…. */
export function isDateLine(text: string): boolean {
  if (isSentence(text) && !/(?:制定|改定|改訂|改正|施行|発効|更新)[。)）]?$/u.test(text))
    return false
  const dates = datesIn(fold(text))
  if (dates.length === 0) return false
  const rest = dates.reduceRight(
    (left, { start, end }) => left.slice(0, start) + left.slice(end),
    text,
  )
  return fold(rest).replace(/[ :()・、\-/]/gu, '').length <= 16
}

/** Whether a line can stand in a signature. */
export function signs(row: Row): boolean {
  if (row.label !== null) return false
  const text = row.text
  if (isDateLine(text) || representativeIn(text) !== null || isLegalName(text)) return true
  const plain = fold(text)
  // 個人情報保護管理者：管理部長, who signs beside the representative.
  if (
    /^個人情報(?:等)?(?:保護|管理|保護管理|管理責任|統括)*(?:責任|管理)者 ?[: ] ?[^。]{1,24}$/u.test(
      plain,
    )
  )
    return true
  if (/^(?:住所|所在地|本店|本社|会社名|法人名|名称|事業者名|代表者) ?[:/]/u.test(plain))
    return true
  if (
    entityKind.test(plain) &&
    !isSentence(text) &&
    plain.length <= 40 &&
    !/[。、をはが]/u.test(plain)
  )
    return true
  if (/^〒? ?[0-9]{3}-[0-9]{4}$/u.test(plain)) return true
  const kind = contactRowKind(row)
  return (
    kind === 'building' || (kind === 'strong' && address.test(plain) && !/@|TEL|電話/u.test(plain))
  )
}

/** Whether lines that can sign do: one of them says when or by whom. */
export function isSignature(rows: readonly Row[]): boolean {
  return rows.some((row) => isDateLine(row.text) || representativeIn(row.text) !== null)
}

/** How many of the last rows sign the document. */
export function signatureAtEnd(rows: readonly Row[]): number {
  let count = 0
  let kept = 0
  while (count < rows.length) {
    const row = rows[rows.length - 1 - count]
    if (!row || row.table || !signs(row)) break
    count++
    // A signature begins with a date, a name, or an address of its own.
    if (!contactish(row) && !goesOnWithDesk(rows, rows.length - count)) kept = count
  }
  const signed = rows.slice(rows.length - kept)
  return isSignature(signed) ? kept : 0
}
/** An address right below a telephone number or e-mail is that desk's. */
function goesOnWithDesk(rows: readonly Row[], at: number): boolean {
  const row = rows[at]
  const before = rows[at - 1]
  if (!row || !before || row.gap > 0 || representativeIn(row.text) || isDateLine(row.text))
    return false
  return (
    !signs(before) &&
    !isLegalName(row.text) &&
    ['strong', 'url'].includes(contactRowKind(before) ?? '')
  )
}
const contactish = (row: Row) => contactRowKind(row) === 'building'
