import type { Break, PhrasingContent } from 'mdast'
import { type Phrasing, textOf } from '../document.ts'
import { type Handlers, handle, type PhrasingType } from './handlers.ts'
import { type Line, lineEnd, linesOf, plain, plainLines } from './markdown-lines.ts'
import { linkTarget } from './web-address.ts'

/** The printed lines of phrasing behind its marker. Records print their words: Markdown has no facts. */
export function phrasingLines(nodes: readonly Phrasing[], marker = ''): Line[] {
  let text = marker
  for (const node of nodes) {
    if (!isText(node)) return linesOf(phrasing(nodes, marker))
    text += textOf(node)
  }
  return mayBeAddress.test(text) ? linesOf(phrasing(nodes, marker)) : plainLines(text)
}

/** The lines of a string as it is printed. */
export function printedLines(text: string): Line[] {
  return mayBeAddress.test(text) ? linesOf(printed(text)) : plainLines(text)
}

const phrasing = (nodes: readonly Phrasing[], marker: string): PhrasingContent[] => [
  ...printed(marker),
  ...nodes.flatMap((node) => handle(handlers, node, null)),
]

const handlers = {
  text: (node) => printed(node.value),
  strong: (node) => strong(textOf(node)),
  link: (node) => link(node.url, textOf(node)),
  break: () => [lineBreak],
  sectionReference: words,
  termReference: words,
  lawReference: words,
  definedTerm: words,
  date: words,
  value: words,
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
  contact: words,
} satisfies Handlers<PhrasingType, null, PhrasingContent[]>

function words(node: Phrasing): PhrasingContent[] {
  return printed(textOf(node))
}

/** Whether a node prints its text and nothing beside it. */
const isText = ({ type }: Phrasing) =>
  type === 'text' || type === 'break' || handlers[type] === words

const lineBreak: Break = { type: 'break' }

/** A string as it is printed: its line ends are line ends, and an address in it is one that can be followed. */
const printed = (text: string): PhrasingContent[] =>
  text.split(lineEnd).flatMap((line, i) => [...(i > 0 ? [lineBreak] : []), ...withAddresses(line)])

const mayBeAddress = /@|:\/\//

// As narrow as the autolinks of CommonMark 0.31 (6.5), without `|`, which would end a table's cell.
const label = '[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?'
const addresses = new RegExp(
  `(https?://[\\w\\-.~:/?#@!$&'()*+,;=%]*[\\w\\-~/#@$&*+=%])|([\\w.%+-]+@${label}(?:\\.${label})+)`,
  'g',
)

/** GFM would link a bare address, but not beside every escape: `<https://…>` is read alike everywhere. */
function withAddresses(line: string): PhrasingContent[] {
  if (!mayBeAddress.test(line)) return [plain(line)]
  const content: PhrasingContent[] = []
  let end = 0
  for (const match of line.matchAll(addresses)) {
    const [address, page] = match
    content.push(plain(line.slice(end, match.index)), {
      type: 'link',
      url: page ? address : `mailto:${address}`,
      children: [plain(address)],
    })
    end = match.index + address.length
  }
  return [...content, plain(line.slice(end))]
}

/** Punctuation at either end stays outside: beside Japanese, `**「重要」**` is not read as strong (CommonMark 6.2). */
function strong(text: string): PhrasingContent[] {
  const line = text.replaceAll(/[\r\n]+/g, ' ')
  const [, before = '', core = '', after = ''] =
    /^([\p{P}\p{S}\p{Z}\p{C}\s]*)(.*?)([\p{P}\p{S}\p{Z}\p{C}\s]*)$/su.exec(line) ?? []
  return [
    plain(before),
    ...(core ? [{ type: 'strong' as const, children: [plain(core)] }] : []),
    plain(after),
  ]
}

function link(url: string, text: string): PhrasingContent[] {
  const target = linkTarget(url)?.replaceAll('|', '%7C')
  const line = text.replaceAll(/[\r\n]+/g, ' ').trim()
  if (!target || !line) return printed(text)
  // Spelled as it is printed where both are the same, for `<https://…>` has one spelling.
  return line === url && !/[\s<>|]/.test(line)
    ? [{ type: 'link', url, children: [plain(line)] }]
    : [{ type: 'link', url: target, children: [plain(line)] }]
}
