import { marksFrom } from './marks.ts'
import type { Outlined } from './outline.ts'
import { type Row, rowOf } from './rows.ts'
import { isNominal, isSentence } from './shape.ts'

type HeadingParts = {
  readonly number: string
  readonly heading: string
  readonly inline: Row | null
}

/** A heading's number and words, and the text that goes on behind them on its line: 第1条（目的）　当社は、…. */
export function headingParts({ heading: row, caption }: Outlined): HeadingParts {
  if (!row) return { number: '', heading: '', inline: null }
  const { body, place, label, marker } = row
  const rest = (text: string): Row | null =>
    text === ''
      ? null
      : { ...rowOf(text, place, 0), marks: marksFrom(row.marks, row.text.length - text.length) }
  // 別表1　職員の情報: the annex's number counts as a section's.
  const annex = /^別[表紙添記][0-9０-９一二三四五六七八九十]{1,2}[\s　]+(?=\S)/u.exec(body)?.[0]
  if (label === null && annex)
    return { number: annex, heading: body.slice(annex.length), inline: null }
  // A number that ends its line has no space after it.
  if (caption) return { number: marker.trimEnd(), heading: caption.text, inline: rest(body) }
  if (label === null) return { number: marker, heading: body, inline: null }
  const bracketed = /^([(（【「][^()（）【】「」]{1,40}[)）】」])[\s　]*(?=\S)/u.exec(body)
  if (bracketed?.[1] && isSentence(body))
    return { number: marker, heading: bracketed[1], inline: rest(body.slice(bracketed[0].length)) }
  return isNominal(body) && body !== ''
    ? { number: marker, heading: body, inline: null }
    : { number: marker.trimEnd(), heading: '', inline: rest(body) }
}
