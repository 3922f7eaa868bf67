/** An element as it was written; text is a string. */
export type HtmlElement = {
  readonly name: string
  readonly attributes: { readonly [name: string]: string }
  readonly children: readonly HtmlNode[]
}
export type HtmlNode = HtmlElement | string

/**
 * Reads HTML that is written in its plainest form: every element closed, every attribute quoted, `<` and `&` in text
 * only where they are markup. Whatever else it meets, it throws: text that slipped out of its place can't pass unseen.
 */
export function readHtml(html: string): HtmlNode[] {
  const open: { name: string; attributes: Record<string, string>; children: HtmlNode[] }[] = [
    { name: '', attributes: {}, children: [] },
  ]
  const token = /<(\/?)([a-z][a-z0-9]*)((?: [a-z-]+="[^"]*")*)>|<!doctype html>|([^<]+)/gy
  let end = 0
  for (const match of html.matchAll(token)) {
    end = match.index + match[0].length
    const [, slash, name = '', attributes = '', text] = match
    const parent = open.at(-1)
    if (text !== undefined) parent?.children.push(characters(text))
    else if (slash) {
      if (open.pop()?.name !== name) throw new SyntaxError(`Unexpected \`</${name}>\` at ${end}`)
    } else if (name) {
      const element = { name, attributes: attributesOf(attributes), children: [] }
      parent?.children.push(element)
      if (!['br', 'link', 'meta'].includes(name)) open.push(element)
    }
  }
  if (end !== html.length) throw new SyntaxError(`Unexpected \`${html.slice(end, end + 30)}\``)
  const [root, unclosed] = open
  if (unclosed) throw new SyntaxError(`Expected \`</${unclosed.name}>\` before the end`)
  return root?.children ?? []
}

/** The text of HTML, as copying brings it along. */
export function textIn(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) =>
      typeof node === 'string' ? node : node.name === 'br' ? '\n' : textIn(node.children),
    )
    .join('')
}

/** Every element, in the order of the source. */
export function elementsIn(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.flatMap((node) =>
    typeof node === 'string' ? [] : [node, ...elementsIn(node.children)],
  )
}

const attributesOf = (source: string) =>
  Object.fromEntries(
    [...source.matchAll(/ ([a-z-]+)="([^"]*)"/g)].map(([, name, value]) => [
      name,
      characters(value ?? ''),
    ]),
  ) as Record<string, string>

const named: { readonly [name: string]: string } = { amp: '&', lt: '<', gt: '>', quot: '"' }

const characters = (source: string) =>
  source.replaceAll(/&(?:#x([0-9a-f]+);|([a-z]+);)?/gi, (reference, hex, name) => {
    if (hex) return String.fromCodePoint(Number.parseInt(hex, 16))
    const character = named[name]
    if (!character) throw new SyntaxError(`Expected a character reference, not \`${reference}\``)
    return character
  })
