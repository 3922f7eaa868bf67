import { datesIn } from '../calendar.ts'
import { contactLineKind, entityKind, isLegalName, latinEntity } from './contact-lines.ts'
import { fold, key } from './fold.ts'
import { formatRanks } from './format-headings.ts'
import { nestedHeadings } from './nested-headings.ts'
import type { Row } from './rows.ts'
import {
  endsLikeItem,
  isBracketed,
  isCaption,
  isEndMark,
  isLabelAndValue,
  isLeadIn,
  isNominal,
  isSentence,
  width,
  withoutInnerBrackets,
} from './shape.ts'
import { signs } from './signature.ts'
import { isTitle } from './title.ts'
import { speaksOfPolicy } from './topics.ts'

/** Why a row is a heading: what ranks it among the others, and how sure that is. */
export type Heading = {
  /** Headings of one rank stand on one level: `bare`, `【】`, or the series of their number. */
  readonly rank: string
  readonly confidence: number
  /** How deep the format says that it stands, comparable among its headings. */
  readonly depth?: number
  /** The caption row above an article's number. */
  readonly caption?: Row
}

/** 附則 stands beside the articles, whatever it stands below. */
export const supplement = '附則'
/** The title of a further document on the page closes all that stands above it. */
export const further = 'document'

/**
 * Which rows are headings. A numbered row is one if it names a topic and its series is one of topics with text below
 * them; a run of numbered rows with nothing between is a list. A row without number is one by shape: short, no
 * sentence, with longer text or a list below it. Where the format marks headings, those are headings, and no shape
 * makes others.
 */
export function headingsOf(all: readonly Row[]): Map<Row, Heading> {
  const rows = withoutContents(all)
  const headings = new Map<Row, Heading>()
  const ranks = formatRanks(rows)
  for (const [row, { rank, depth }] of ranks.marked)
    headings.set(row, { rank, depth, confidence: 0.97 })
  for (const row of rows)
    if (
      !headings.has(row) &&
      isBracketed(row.text) &&
      row.label === null &&
      datesIn(fold(row.text)).length === 0
    )
      headings.set(row, { rank: '【】', confidence: 0.95 })
  furtherDocuments(rows, headings)
  annexes(rows, headings)
  articles(rows, headings)
  captioned(rows, headings)
  for (const series of seriesIn(rows, headings)) numbered(series, headings)
  bulleted(rows, headings)
  leading(rows, headings)
  if (ranks.marked.size < 2) bare(rows, headings)
  nestedHeadings(rows, headings)
  for (const [row, heading] of headings) {
    const known = heading.depth === undefined && row.label ? ranks.series.get(row.series) : null
    if (known) headings.set(row, { ...heading, ...known })
  }
  return headings
}

/** The rows without a table of contents at the top, whose lines name the headings that are to come. */
function withoutContents(rows: readonly Row[]): readonly Row[] {
  const from = rows.findIndex((row, i) => i < 30 && /^(?:目次|もくじ|contents)$/iu.test(row.key))
  if (from < 0) return rows
  const later = new Map<string, number>()
  const said = (row: Row) => key(row.body).replace(/\([^()]*\)$|[.・…]+[0-9]+$/gu, '')
  for (const [i, row] of rows.entries()) later.set(said(row), i)
  let to = from + 1
  while (to < rows.length && (later.get(said(rows[to] as Row)) ?? to) > to) to++
  return to - from > 2 ? [...rows.slice(0, from), ...rows.slice(to)] : rows
}

/* 附則（令和4年規程第2号）, 別表（第4条関係）, （別紙１）事業別の利用目的 stand behind the whole. */

const annex =
  /^[([【]?(?:附則|別(?:表|紙|添|記)(?:第?[0-9一二三四五六七八九十]{1,3})?)[)\]】]?(?:\([^()]*\))?[^、。]{0,30}$/u

function annexes(rows: readonly Row[], headings: Map<Row, Heading>): void {
  rows.forEach((row, i) => {
    if (row.label || row.marker !== '' || !annex.test(row.key) || isSentence(row.text)) return
    if (/(?:の(?:とおり|通り)|参照|記載)$/u.test(row.key) || rows[i + 1] === undefined) return
    headings.set(row, { ...headings.get(row), rank: supplement, confidence: 0.9 })
  })
}

/* A page can hold several documents, each with its own title. */

function furtherDocuments(rows: readonly Row[], headings: Map<Row, Heading>): void {
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    const named = isTitle(row) || (width(row.text) < 40 && /(?:方針|宣言|規程)$/u.test(row.key))
    if (!before || headings.has(row) || row.marker !== '' || !named) return
    const closes =
      row.gap > 1 ||
      isEndMark(before.text) ||
      signs(before) ||
      contactLineKind(before.text) !== null
    const opens = rows.slice(i + 1, i + 8).some((next) => next.label?.ordinal === 1)
    // 個人情報の利用目的について: a section beside those that follow it.
    const rank = /目的(?:について)?$/u.test(row.key) ? 'bare' : further
    if (closes && opens) headings.set(row, { rank, confidence: 0.85 })
  })
}

/* 第1条, Article 1, 第1章, with （目的） above, behind, or none. */

const article =
  /^(?:第 ?[0-9一二三四五六七八九十百]+ ?[条章節編]|Article |ARTICLE |Chapter |CHAPTER |Section |SECTION )/u

function articles(rows: readonly Row[], headings: Map<Row, Heading>): void {
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    const caption = before && isCaption(before) ? before : undefined
    // （施行期日） above １ in 附則
    const paragraph =
      caption !== undefined && row.series === '1' && (row.body === '' || isSentence(row.body))
    if (!row.label || !(paragraph || article.test(fold(row.marker)))) return
    headings.set(row, {
      rank: row.series,
      ...headings.get(row),
      confidence: 0.98,
      ...(caption ? { caption } : {}),
    })
  })
}

/* （組織的安全管理措置） on a line of its own, where there are several. */

function captioned(rows: readonly Row[], headings: Map<Row, Heading>): void {
  const captions = new Set([...headings.values()].map(({ caption }) => caption))
  const heads = rows.filter((row, i) => {
    const next = rows[i + 1]
    return (
      isCaption(row) &&
      !captions.has(row) &&
      next !== undefined &&
      !isCaption(next) &&
      !isEndMark(next.text) &&
      isNominal(row.body.slice(1, -1)) &&
      !/※|注|以下|皆様|現在|許可|登録番号|[0-9]{2}/u.test(fold(row.text)) &&
      contactLineKind(row.text) === null
    )
  })
  if (heads.length < 2) return
  for (const row of heads) headings.set(row, { rank: '()', confidence: 0.85 })
}

/* １ 適用範囲, (1) 取得する情報 … */

type Member = { readonly row: Row; readonly hasBody: boolean }
type Series = { readonly name: string; readonly topics: boolean; members: Member[]; last: number }

/** The runs of labels that count on: 1, 2, 3 of one kind, whether sentences or topics, at one depth. */
function seriesIn(rows: readonly Row[], headings: ReadonlyMap<Row, Heading>): Series[] {
  const all: Series[] = []
  let open: Series[] = []
  rows.forEach((row, i) => {
    if (headings.has(row)) {
      if (headings.get(row)?.rank === '【】' && isEndMark(rows[i - 1]?.text ?? '')) open = []
      return
    }
    if (!row.label) return
    const { ordinal } = row.label
    const topics = isTopic(row)
    const fits = (series: Series) => series.name === row.series && ordinal === series.last + 1
    const same = open.findLastIndex((series) => fits(series) && series.topics === topics)
    const any = same >= 0 || ordinal === 1 ? same : open.findLastIndex(fits)
    const hasBody = bodyFollows(rows, i, headings)
    const at = ordinal === 1 ? -1 : any
    const found = open[at]
    if (found) {
      open = open.slice(0, at + 1)
      found.members.push({ row, hasBody })
      found.last = ordinal
    } else {
      // The same series begun anew: it stands where the old one stood, unless that one goes on above it.
      const old = open.findIndex((series) => series.name === row.series && series.topics === topics)
      if (old >= 0) open = open.slice(0, old)
      const series = { name: row.series, topics, members: [{ row, hasBody }], last: ordinal }
      open.push(series)
      all.push(series)
    }
  })
  return all
}

/** Whether anything but the next number of its own series comes right after a row. */
function bodyFollows(
  rows: readonly Row[],
  i: number,
  headings: ReadonlyMap<Row, Heading>,
): boolean {
  const row = rows[i]
  const next = rows[i + 1]
  if (!row || !next || headings.has(next) || isEndMark(next.text)) return false
  if (!next.label) return true
  if (next.series === row.series) return next.label.ordinal === 1 && (row.label?.ordinal ?? 0) > 1
  // A number of another series that counts on from before belongs to what is above.
  return next.label.ordinal === 1
}

function isTopic(row: Row): boolean {
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

const namesTopic = /(?:目的|方法|範囲|項目|事項|措置|手続き?|について)[。.]?$/u

function numbered(series: Series, headings: Map<Row, Heading>): void {
  const { members } = series
  if (!series.topics) {
    // Among numbered sentences, one that names a topic and has text below it heads that text.
    for (const { row, hasBody } of members)
      if (hasBody && isTopic(row) && namesTopic.test(row.body))
        headings.set(row, { rank: row.series, confidence: 0.7 })
    return
  }
  const inner = members.length > 1 ? members.slice(0, -1) : members
  const share = inner.filter(({ hasBody }) => hasBody).length / inner.length
  if (share < 0.5) return
  // 本人が請求する場合, 代理人が請求する場合: cases, each with what holds in it, where no other member is a topic.
  const cases = members.filter(({ row }) => endsLikeItem(row.body)).length
  if (members.length > 1 && cases === members.length) return
  for (const { row, hasBody } of members) {
    if (!isTopic(row)) continue
    const long = width(row.body) > 45 && !namesTopic.test(row.body)
    if (long) continue
    const alone = members.length === 1 && !speaksOfPolicy.test(row.key)
    if (!hasBody && alone) continue
    if (/[:：]/u.test(row.body) && contactLineKind(row.body) !== null) continue
    const doubt =
      (alone ? 0.25 : 0) +
      (endsLikeItem(row.body) ? 0.25 : 0) +
      (width(row.body) > 32 ? 0.1 : 0) +
      (hasBody ? 0 : 0.1)
    headings.set(row, { rank: row.series, confidence: 0.95 - doubt })
  }
}

/* ■お客様情報の取扱い */

const headMark = /^[■□◆◇●○◎▼▶★☆]/u

/** A mark heads where most rows that have it do: then also 個人情報相談窓口, which alone could be an address. */
function bulleted(rows: readonly Row[], headings: Map<Row, Heading>): void {
  const series = new Map<string, Row[]>()
  rows.forEach((row, i) => {
    if (row.label || !headMark.test(row.marker) || headings.has(row)) return
    const next = rows[i + 1]
    if (!next || next.series === row.series || isEndMark(next.text)) return
    if (!isTopic(row) || width(row.body) > 40) return
    series.set(row.series, [...(series.get(row.series) ?? []), row])
  })
  for (const [name, heads] of series) {
    const all = rows.filter((row) => row.series === name && !row.label).length
    if (heads.length < all / 2 || heads.every((row) => endsLikeItem(row.body))) continue
    for (const row of heads)
      if (contactLineKind(row.body) === null || (heads.length > 1 && isDeskTopic(row)))
        headings.set(row, { rank: name, confidence: heads.length > 1 ? 0.9 : 0.8 })
  }
}
const isDeskTopic = (row: Row) =>
  contactLineKind(row.body) === 'name' && speaksOfPolicy.test(row.key)

/* Lines that the format sets above others: in bold, as a term or a summary. */

function leading(rows: readonly Row[], headings: Map<Row, Heading>): void {
  rows.forEach((row, i) => {
    const next = rows[i + 1]
    if (!row.leads || row.label || row.item || row.table || headings.has(row)) return
    if (!next || next.leads || isEndMark(next.text) || isEndMark(row.text)) return
    const plain = withoutInnerBrackets(row.body)
    if (width(plain) > 40 || !isTopic(row) || /[。、,:：;]$/u.test(plain)) return
    if (datesIn(row.text).length > 0 || isLegalName(row.text)) return
    const kind = contactLineKind(row.text)
    if (kind === 'strong' || kind === 'labelled') return
    if (kind !== null && !speaksOfPolicy.test(row.key)) return
    headings.set(row, { rank: row.marker === '' ? 'bare' : row.series, confidence: 0.85 })
  })
}

/* Headings without number or bracket. */

function bare(rows: readonly Row[], headings: Map<Row, Heading>): void {
  const gaps = usesGaps(rows)
  const looks = rows.map((_row, i) => looksBare(rows, i, headings, gaps))
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
    if (!nextIsBody && !(strong && contactLineKind(next.text) !== null)) return
    headings.set(row, {
      rank: /^附 ?則/u.test(row.key) ? supplement : 'bare',
      confidence: strong ? (gaps ? 0.9 : 0.8) : gaps ? 0.7 : 0.6,
    })
  })
}

/** 総務部 個人情報相談係: who is reached, not what about. */
const isUnit = (plain: string) =>
  / \S/u.test(plain) || /(?:部|課|室|係|担当|事務局|センター|デスク)$/u.test(plain)
const isTopicWord = (plain: string) => /(?:等|について|手続き?|方法|請求|停止)$/u.test(plain)

/** Whether empty lines set paragraphs apart, so that a heading must have one before it. */
function usesGaps(rows: readonly Row[]): boolean {
  const texts = rows.filter((row, i) => i > 0 && row.marker === '' && isSentence(row.text))
  return texts.length > 2 && texts.filter(({ gap }) => gap > 0).length >= texts.length * 0.6
}

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
  if (contactLineKind(row.text) === 'strong' || contactLineKind(row.text) === 'labelled')
    return false
  if (contactLineKind(row.text) !== null && (!strong || isUnit(plain))) return false
  if (next.text.startsWith('※') && !strong) return false
  if (gaps && row.gap === 0 && before && !headings.has(before)) return false
  // The row before must have said what it had to say.
  return !before || headings.has(before) || !/[、,]$/u.test(before.text)
}
