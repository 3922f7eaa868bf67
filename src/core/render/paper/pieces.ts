import { type Phrasing, textOf } from '../../document.ts'
import { type Handlers, handle, type PhrasingType } from '../handlers.ts'
import { fieldTarget, linkTarget } from '../web-address.ts'
import type { Piece } from './lines.ts'

/** What stands inside a line: records print their words, and what can be followed leads there. */
export function piecesOf(nodes: readonly Phrasing[]): Piece[] {
  return nodes.flatMap((node) => handle<PhrasingType, null, Piece[]>(handlers, node, null))
}

const handlers = {
  text: words,
  strong: (node) => [{ text: textOf(node), strong: true }],
  link: (node) => {
    const url = short(linkTarget(node.url))
    const pieces = piecesOf(node.children)
    // Links do not nest.
    return url === null
      ? pieces
      : pieces.map(({ text, strong }) => ({ text, ...(strong && { strong }), url }))
  },
  break: words,
  sectionReference: ({ target, text }) => [{ text, ...(target !== null && { target }) }],
  termReference: words,
  lawReference: words,
  definedTerm: words,
  date: words,
  value: ({ field, text }) => [leading(text, short(fieldTarget(field, text)))],
  fee: words,
  purpose: words,
  exceptionClause: words,
  jointUsePartner: words,
  jointUsePurpose: words,
  jointUseDataItem: words,
  jointUseStatement: words,
  safetyMeasure: words,
  procedureItem: words,
  externalService: words,
  contact: ({ lines }) =>
    lines.flatMap(({ label, field, text, joined }, i) => [
      { text: (i > 0 && !joined ? '\n' : '') + label },
      leading(text, field && short(fieldTarget(field, text))),
    ]),
} satisfies Handlers<PhrasingType, null, Piece[]>

function words(node: Phrasing): Piece[] {
  return [{ text: textOf(node) }]
}

const leading = (text: string, url: string | null): Piece =>
  url === null ? { text } : { text, url }

/** Word follows no address beyond 2,083 characters, and Typst sets none beyond 8,000: such a one is text. */
const short = (url: string | null) => (url !== null && url.length <= 2000 ? url : null)
