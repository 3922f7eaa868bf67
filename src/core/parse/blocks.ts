import type { Block, Paragraph } from '../document.ts'
import { key } from '../fold.ts'
import type { Place } from './address-blocks.ts'
import { contactBlock, rolesFor } from './contacts.ts'
import { nearest } from './context.ts'
import { exceptionScopeOf, isCase } from './exceptions.ts'
import { type ListContext, listBlock } from './lists.ts'
import { marked } from './marks.ts'
import { phrasing } from './phrases.ts'
import { type Piece, piecesOf } from './pieces.ts'
import { endsLikePurpose, listsPurposes } from './purposes.ts'
import type { Row } from './rows.ts'
import { columnsIn, isLeadIn, isSentence } from './shape.ts'
import { plainSpans, spansIn } from './spans.ts'
import { columnedLine, columnHeads, tableBlock } from './tables.ts'

/** The rows of one place as blocks, typed by what the place is about and by what leads to them. */
export function blocksOf(rows: readonly Row[], context: ListContext, signature = false): Block[] {
  const blocks: Block[] = []
  let here = context
  let heads: readonly string[] | null = null
  for (const piece of piecesOf(rows, placeOf(context, signature))) {
    const columned = piece.type === 'text' && columnsIn(piece.row.text) !== null
    if (columned) {
      const isHead = heads === null
      heads ??= columnHeads(piece.row.text)
      const children = isHead && heads.length > 0 ? null : columnedLine(piece.row, heads, here)
      if (children) {
        blocks.push({ type: 'paragraph', children })
        continue
      }
      blocks.push(blockOf(piece, here))
      continue
    }
    heads = null
    blocks.push(blockOf(piece, here))
    // (2020年4月1日 現在) and ※ notes stand between a lead and its list without taking its place.
    if (piece.type === 'text' && !/^[(（※]/u.test(piece.row.text))
      here = { ...here, lead: leadOf(piece.row.text, here.lead) }
  }
  return blocks
}

function blockOf(piece: Piece, context: ListContext): Block {
  switch (piece.type) {
    case 'end':
      return { type: 'endMark', text: piece.row.text }
    case 'signature':
      return { type: 'signature', children: piece.rows.map((row) => signatureLine(row, context)) }
    case 'contact':
      return contactBlock(piece.rows, rolesOf(piece.rows, context), context.records)
    case 'list':
      return listBlock(piece.items, context)
    case 'table':
      return tableBlock(piece.rows, context)
    case 'text': {
      const { text, place, marks } = piece.row
      const content = phrasing(text, spansIn(text, context, place))
      return { type: 'paragraph', children: marked(content, marks) }
    }
  }
}

function signatureLine(row: Row, context: ListContext): Paragraph {
  const content = phrasing(row.text, plainSpans(row.text, context, true))
  return { type: 'paragraph', children: marked(content, row.marks) }
}

function rolesOf(rows: readonly Row[], context: ListContext) {
  return rolesFor({
    headings: context.headings.slice(-2).join(''),
    lead: key(context.lead === '' ? context.intro : context.lead),
    text: rows.map((row) => row.key).join(''),
    accredited: context.kind === 'accreditedOrganisation',
  })
}

function placeOf(context: ListContext, signature: boolean): Place {
  return {
    contact: ['contact', 'complaints', 'accreditedOrganisation'].includes(context.kind),
    addressAlone:
      !['jointUse', 'statement', 'scope', 'definitions'].includes(context.kind) &&
      !/^(?:個人情報取扱)?事業者の/u.test(nearest(context)),
    partners: context.kind === 'jointUse',
    signature,
    unmarked: (row, before) =>
      isUnmarkedItem(
        row,
        before.reduce((lead, { text }) => leadOf(text, lead), ''),
        context,
      ),
  }
}

/** …次のいずれかに該当する場合は開示しません。 / なお、手数料を申し受けます。 / …: a remark takes no lead's place. */
function leadOf(text: string, before: string): string {
  return /^(?:なお|また)[、,，]/u.test(text) && isLeadIn(before) && !isLeadIn(text)
    ? `${before}${text}`.slice(-500)
    : text
}

/** A case or purpose on a line of its own, though nothing marks it. */
function isUnmarkedItem(row: Row, lead: string, context: ListContext): boolean {
  if (columnsIn(row.text) || /^[^:：]{2,20}[:：]/u.test(row.text)) return false
  const here = { ...context, lead }
  if (context.kind === 'purposes')
    return (
      endsLikePurpose(row.text) &&
      !isSentence(row.text.replace(/[。.]$/u, '')) &&
      listsPurposes(here) &&
      nearest(here) !== ''
    )
  return exceptionScopeOf(here) !== null && isCase(row.text) && !/ます[。)]?$/u.test(row.text)
}
