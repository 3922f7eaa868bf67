import { datesIn } from '../calendar.ts'
import { fold, key } from '../fold.ts'
import { bareHeadings } from './bare-headings.ts'
import { contactLineKind, contactRowKind, isLegalName } from './contact-lines.ts'
import { knowsBasis } from './exception-bases.ts'
import { formatRanks } from './format-headings.ts'
import { further, type Heading, supplement } from './heading.ts'
import { nestedHeadings } from './nested-headings.ts'
import { articles, numbered, seriesIn } from './numbered-headings.ts'
import type { Row } from './rows.ts'
import {
  endsLikeItem,
  isBracketed,
  isCaption,
  isEndMark,
  isNominal,
  isSentence,
  isTopic,
  width,
  withoutInnerBrackets,
} from './shape.ts'
import { signs } from './signature.ts'
import { isTitle } from './title.ts'
import { speaksOfPolicy } from './topics.ts'

/**
 * Which rows are headings. A numbered row is one if it names a topic and its series is one of topics with text below
 * them; a run of numbered rows with nothing between is a list. A row without number is one by shape: short, no
 * sentence, with longer text or a list below it. Where the format marks headings, those are headings, and no shape
 * makes others. Without `byShape` no row is one by its shape alone.
 */
export function headingsOf(all: readonly Row[], byShape = true): Map<Row, Heading> {
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
  if (byShape && ranks.marked.size < 2) bareHeadings(rows, headings)
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
    // 別表1に記載の当社グループ会社 points at an annex.
    if (
      /(?:の(?:とおり|通り)|参照|記載)$|に(?:記載|掲げ|定め|示)/u.test(row.key) ||
      rows[i + 1] === undefined
    )
      return
    headings.set(row, { ...headings.get(row), rank: supplement, confidence: 0.9 })
  })
}

/* A page can hold several documents, each with its own title. */

function furtherDocuments(rows: readonly Row[], headings: Map<Row, Heading>): void {
  rows.forEach((row, i) => {
    const before = rows[i - 1]
    if (!before || headings.has(row) || row.marker !== '') return
    if (!rows.slice(i + 1, i + 8).some((next) => next.label?.ordinal === 1)) return
    const named = isTitle(row) || (width(row.text) < 40 && /(?:方針|宣言|規程)$/u.test(row.key))
    if (!named) return
    const closes =
      row.gap > 1 || isEndMark(before.text) || signs(before) || contactRowKind(before) !== null
    // 個人情報の利用目的について: a section beside those that follow it.
    const rank = /目的(?:について)?$/u.test(row.key) ? 'bare' : further
    if (closes) headings.set(row, { rank, confidence: 0.85 })
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
      contactRowKind(row) === null
    )
  })
  if (heads.length < 2) return
  for (const row of heads) headings.set(row, { rank: '()', confidence: 0.85 })
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
    // 〇法令に基づく場合 heads the cases below it no more than they head each other.
    if (endsLikeItem(row.body) && knowsBasis(row.body, 'third-party-provision')) return
    const heads = series.get(row.series)
    if (heads) heads.push(row)
    else series.set(row.series, [row])
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
    const kind = contactRowKind(row)
    if (kind === 'strong' || kind === 'labelled') return
    if (kind !== null && !speaksOfPolicy.test(row.key)) return
    headings.set(row, { rank: row.marker === '' ? 'bare' : row.series, confidence: 0.85 })
  })
}
