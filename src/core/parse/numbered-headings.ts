import { fold } from '../fold.ts'
import { contactLineKind } from './contact-lines.ts'
import type { Heading } from './heading.ts'
import type { Row } from './rows.ts'
import { endsLikeItem, isCaption, isEndMark, isSentence, isTopic, width } from './shape.ts'
import { speaksOfPolicy } from './topics.ts'

/* 第1条, Article 1, 第1章, with （目的） above, behind, or none. */

const article =
  /^(?:第 ?[0-9一二三四五六七八九十百]+ ?[条章節編]|Article |ARTICLE |Chapter |CHAPTER |Section |SECTION )/u

export function articles(rows: readonly Row[], headings: Map<Row, Heading>): void {
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

/* １ 適用範囲, (1) 取得する情報 … */

type Member = { readonly row: Row; readonly hasBody: boolean }
type Series = {
  readonly name: string
  readonly depth: number | undefined
  readonly topics: boolean
  members: Member[]
  last: number
}

/** The runs of labels that count on: 1, 2, 3 of one kind, whether sentences or topics, at one depth. */
export function seriesIn(rows: readonly Row[], headings: ReadonlyMap<Row, Heading>): Series[] {
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
    const depth = row.item?.depth
    const fits = (series: Series) =>
      series.name === row.series && series.depth === depth && ordinal === series.last + 1
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
      // The same series begun anew: it stands where the old one stood, unless that one goes on above it, or heads it.
      const old = open.findIndex(
        (series) =>
          series.name === row.series &&
          series.depth === depth &&
          series.topics === topics &&
          !(series.members.at(-1)?.row === rows[i - 1] && series.members.at(-1)?.hasBody),
      )
      if (old >= 0) open = open.slice(0, old)
      const series = { name: row.series, depth, topics, members: [{ row, hasBody }], last: ordinal }
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
  // 1. 院内での利用, and below it 1., 2.: what is counted twice from 1 stands within the first.
  if (next.series === row.series)
    return (
      next.label.ordinal === 1 && ((row.label?.ordinal ?? 0) > 1 || countsOn(rows[i + 2], next))
    )
  // A number of another series that counts on from before belongs to what is above.
  return next.label.ordinal === 1
}

const countsOn = (row: Row | undefined, before: Row) =>
  row?.series === before.series && row.label?.ordinal === 2

const namesTopic = /(?:目的|方法|範囲|項目|事項|措置|手続き?|について)[。.]?$/u

export function numbered(series: Series, headings: Map<Row, Heading>): void {
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
