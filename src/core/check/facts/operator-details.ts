import { key as folded } from '../../fold.ts'
import { address, entityKind } from '../../parse/contact-lines.ts'
import type { Analysis } from '../analysis.ts'
import { fact } from '../fact.ts'

/** Whether words give an address, or say where it stands. */
export function givesAddress(key: string): boolean {
  return (
    address.test(key) ||
    /[0-9一二三四五六七八九十]+(?:丁目|番地?)[0-9一二三四五六七八九十]|\d+-\d+-\d+(?!-?\d)/u.test(
      key,
    ) ||
    /〒\d{3}/u.test(key)
  )
}

/** Whether words give a representative with a name, or say where it stands. */
export function givesRepresentative(key: string): boolean {
  return representative.test(key)
}
const representative =
  /(?:代表(?:取締役|理事|社員|執行役|者|役員|業務執行社員)?(?:兼?(?:会長|社長|CEO|最高経営責任者))*(?:[(][^()]*[)])?|職務執行者|理事長|院長|学長|学園長|会長|社長|頭取|組合長|執行役員?|施設長)(?:の?氏名)?[::は]?[\p{Script=Han}ぁ-んァ-ヶー]{2,}/u

/** Whether words say where the address and the representative stand: 住所及び氏名は末尾に記載. */
export function pointsToDetails(key: string): boolean {
  return /(?:住所|所在地|代表者|氏名)[^。\n]{0,30}(?:とおり|通り|記載|参照|ご覧|ご確認|リンク|ページ|サイト|こちら|同じ|上記|会社概要)/u.test(
    key,
  )
}

/** The operator may print the name of its shop or hotel behind its own, and its department behind 当社. */
function isOperator({ document: { organisation } }: Analysis, words: string): boolean {
  const [own, met] = [folded(organisation.legalName), folded(words)]
  const { selfTerm } = organisation
  if (
    selfTerm !== '' &&
    words.startsWith(selfTerm) &&
    /^(?:\s|$)/u.test(words.slice(selfTerm.length))
  )
    return true
  return own.length > 3 && met.length > 3 && (met.includes(own) || own.startsWith(met))
}

/** Whether one that is named has what is sought printed beside its name, wherever the text names it. */
function isGivenBeside(
  analysis: Analysis,
  words: string,
  given: (key: string) => boolean,
): boolean {
  const [line = ''] = words.split('\n')
  const name = folded(entityName.exec(line)?.[0] ?? line)
  return name.length > 3 && linesBeside(analysis, name).some(given)
}

function linesBeside(analysis: Analysis, name: string): readonly string[] {
  const known = besideNames(analysis)
  const found =
    known.get(name) ??
    analysis.passages.flatMap(({ key, section }, i, all) =>
      section?.node.kind !== 'jointUse' && key.includes(name)
        ? all.slice(i, i + 4).map((one) => one.key)
        : [],
    )
  known.set(name, found)
  return found
}
/** A text names few operators, most of them again and again. */
const besideNames = fact(() => new Map<string, readonly string[]>())
const entityName = new RegExp(`\\S*(?:${entityKind.source})\\S*`, 'u')

/** Whether words name the operator itself, or another one, whose address the text gives. */
export function statedAddressOf(analysis: Analysis, words: string): boolean {
  if (isGivenBeside(analysis, words, givesAddress)) return true
  if (!isOperator(analysis, words)) return false
  // An address that is no record of its operator may be the operator's all the same.
  return (
    Boolean(analysis.document.organisation.address) ||
    analysis.passages.some(
      ({ key, section }) =>
        section?.node.kind !== 'jointUse' &&
        section?.node.kind !== 'accreditedOrganisation' &&
        givesAddress(key),
    )
  )
}
/** The same of a representative. */
export function statedRepresentativeOf(analysis: Analysis, words: string): boolean {
  if (isGivenBeside(analysis, words, givesRepresentative)) return true
  const { representatives } = analysis.document.organisation
  return representatives.some(({ name }) => name) && isOperator(analysis, words)
}
