import { fold } from '../../fold.ts'
import { readLabel } from '../../numbering.ts'

export type StraySpace = { readonly start: number; readonly end: number }

/**
 * Spaces between Japanese letters that no one meant: within a word (個人情 報), before what leans on the word before
 * it (当社 及び, 協力 する), after a particle in a sentence (について 個人情報). Spaces that set things apart are meant:
 * in names and titles, addresses, headings (附　則), behind labels, on lines that are no sentences.
 */
export function straySpacesIn(text: string): StraySpace[] {
  const found: StraySpace[] = []
  let from = 0
  for (const line of text.split('\n')) {
    if (space.test(line) && between.test(line) && !isLaidOut(line))
      for (const { start, end } of ofLine(line))
        found.push({ start: from + start, end: from + end })
    from += line.length + 1
  }
  return found
}

const letter = '[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}ー々]'
const space = /[ \u3000\u00a0]/u
const between = new RegExp(`${letter}[ \\u3000\\u00a0]+${letter}`, 'u')
const places = new RegExp(`[ \\u3000\\u00a0]+(?<=${letter}[ \\u3000\\u00a0]+)(?=${letter})`, 'gu')

function* ofLine(line: string): Generator<StraySpace> {
  const label = readLabel(fold(line))?.label.length ?? 0
  const isSentence = /[。]/u.test(line) && line.length > 15
  for (const match of line.matchAll(places)) {
    const start = match.index
    const end = start + match[0].length
    if (start < label || match[0].length > 1) continue
    const before = line.slice(Math.max(0, start - 24), start)
    const after = line.slice(end, end + 24)
    if (isMeant(before, after)) continue
    // A wide space is typed to set apart.
    if (match[0] === '\u3000' && !isSentence) continue
    if (
      splitsWord(before, after) ||
      leaning.test(after) ||
      (isSentence && (particle.test(before) || prefix.test(before)))
    )
      yield { start, end }
  }
}

/** Lines of an address, a list of names or a row of columns, and headings of single signs. */
function isLaidOut(line: string): boolean {
  const spaces = line.match(places)?.length ?? 0
  const parts = line.split(/[ \u3000\u00a0]+/u)
  if (/〒|^(?:住所|所在地)/u.test(line)) return true
  if (
    /(?:都|道|府|県)[^。、]{1,8}[市区町村郡]|[0-9０-９](?:丁目|番|号|階|F)/u.test(line) &&
    !/。/u.test(line)
  )
    return true
  if (parts.every((part) => part.length <= 1)) return true
  return spaces > 3 && !/。/u.test(line)
}

const legalForm =
  '(?:株式会社|有限会社|合同会社|合名会社|合資会社|(?:一般|公益|特例)?(?:社団|財団)法人|(?:医療|学校|宗教|社会福祉|特定非営利活動|独立行政|国立大学)法人(?:社団|財団)?|協同組合|弁護士法人|税理士法人)'
const office =
  '(?:代表(?:取締役|理事|社員|者)?|取締役|社長|会長|理事長|院長|学長|校長|園長|所長|部長|課長|室長|委員長|店長|館長|頭取|組合長|管理者|責任者|担当者?|執行役員|弁護士|医師|氏名)'
const beforeName = new RegExp(`(?:${legalForm}|${office})[:：]?$`, 'u')
const afterName = new RegExp(`^(?:${legalForm}|${office}|宛|御中|様|殿|行(?![ういえっ]))`, 'u')
/** 代表取締役 青木 一郎: the given name after a surname that an office introduces. */
const givenName = new RegExp(
  `${office}[:：]?[ \\u3000\\u00a0]*[\\p{Script=Han}々ヶァ-ヴぁ-んー]{1,5}$`,
  'u',
)

function isMeant(before: string, after: string): boolean {
  if (beforeName.test(before) || afterName.test(after) || givenName.test(before)) return true
  // 本サービスを提供する 青木一郎（以下「当方」といいます。）: a name that is set apart.
  if (/^[\p{Script=Han}々]{2,6}[（(]以下/u.test(after)) return true
  // 兼, 又は with a space on either side.
  return (
    /[ \u3000\u00a0]\p{Script=Han}$/u.test(before) || /^\p{Script=Han}[ \u3000\u00a0]/u.test(after)
  )
}

/** What never begins a word of its own. */
const leaning =
  /^(?:及び|および|又は|または|並びに|ならびに|若しくは|もしくは|等(?=[のをにがは、。])|的[なに]|(?:を|が|は|に|で|と|の|も|へ|や)(?=[\p{Script=Han}ァ-ヴー「])|から(?=[の、\p{Script=Han}])|まで(?=[の、に\p{Script=Han}])|する|します|しまし|いたします|いたしまし|された|される|させて|ました|ません|ます(?![はますが])|です|ください)/u
/** What asks for a word to follow. */
const particle =
  /(?:について|により|によって|に対して|に関して|に関する|のため|を|[^ぁ-ん]に|[^ぁ-ん]は|[^ぁ-ん]が|[^ぁ-ん]の|ての|[^ぁ-ん]で|[^ぁ-ん]と|する|した|及び|および|又は|または)$/u
/** 本 サービス, 当 協会. */
const prefix = /(?:^|[^\p{Script=Han}])[本当各同貴弊]$/u

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/** Whether a word of the segmenter's dictionary runs on over the space. */
function splitsWord(before: string, after: string): boolean {
  const left = before.split(/[ \u3000\u00a0]/u).at(-1) ?? ''
  const right = after.split(/[ \u3000\u00a0]/u)[0] ?? ''
  const first = right === '' ? undefined : segmenter.segment(left + right).containing(left.length)
  const runsOn = first !== undefined && first.index < left.length
  if (!runsOn || (/[ァ-ヶー]$/u.test(left) && /^[ァ-ヶ]/u.test(right))) return false
  // 目的 的確: each side may be words by itself.
  const isWhole = (part: string) =>
    [...segmenter.segment(part)].every(({ segment }) => segment.length > 1)
  return !(isWhole(left) && isWhole(right))
}
