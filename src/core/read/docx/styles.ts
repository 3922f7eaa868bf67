import { childOf, childrenOf, numberOf, switchOf, valueIn, type Xml } from './xml.ts'

/** What a style says, or what it is based on says. */
export type Style = {
  readonly name: string
  /** 0 for a heading of the first level; 9 for text. */
  readonly outlineLevel: number | undefined
  readonly numbering: NumberingPlace | undefined
  readonly hidden: boolean | undefined
  readonly bold: boolean | undefined
  readonly align: string | undefined
}
export type NumberingPlace = { readonly numId?: string; readonly level?: number }

const plain: Style = {
  name: '',
  outlineLevel: undefined,
  numbering: undefined,
  hidden: undefined,
  bold: undefined,
  align: undefined,
}

export class Styles {
  readonly #elements = new Map<string, Xml>()
  readonly #read = new Map<string, Style>()
  readonly #default: string | undefined

  constructor(root: Xml | undefined) {
    for (const style of childrenOf(root, 'w:style')) {
      const id = style.attributes['w:styleId']
      if (id !== undefined) this.#elements.set(id, style)
    }
    const defaults = [...this.#elements].find(
      ([, { attributes }]) =>
        attributes['w:type'] === 'paragraph' &&
        ['1', 'true'].includes(attributes['w:default'] ?? ''),
    )
    this.#default = defaults?.[0]
  }

  /** A paragraph without a style has the default one. */
  ofParagraph(id: string | undefined): Style {
    const known = id !== undefined && this.#elements.has(id) ? id : this.#default
    return known === undefined ? plain : this.#style(known, 0)
  }

  ofRun(id: string | undefined): Style {
    return id === undefined ? plain : this.#style(id, 0)
  }

  /** The numbering that a numbering style (`w:numStyleLink`) names. */
  numberingOf(id: string): string | undefined {
    return this.#style(id, 0).numbering?.numId
  }

  #style(id: string, depth: number): Style {
    const known = this.#read.get(id)
    if (known) return known
    const element = this.#elements.get(id)
    // Word itself allows no more than a few; styles based on each other in a circle end here.
    if (!element || depth > 20) return plain
    const basedOn = valueIn(element, 'w:basedOn')
    const base = basedOn === undefined ? plain : this.#style(basedOn, depth + 1)
    const style = styleOf(element, base)
    this.#read.set(id, style)
    return style
  }
}

function styleOf(element: Xml, base: Style): Style {
  const paragraph = childOf(element, 'w:pPr')
  const run = childOf(element, 'w:rPr')
  const name = valueIn(element, 'w:name') ?? ''
  const own = numberingPlaceOf(paragraph)
  return {
    name,
    outlineLevel: numberOf(paragraph, 'w:outlineLvl') ?? levelByName(name) ?? base.outlineLevel,
    numbering: own || base.numbering ? { ...base.numbering, ...own } : undefined,
    hidden: switchOf(run, 'w:vanish') ?? base.hidden,
    bold: switchOf(run, 'w:b') ?? base.bold,
    align: valueIn(paragraph, 'w:jc') ?? base.align,
  }
}

/** Word stores the names of its own styles in English; other programs may store what they show. */
function levelByName(name: string): number | undefined {
  const level = /^(?:heading|見出し|見出し\s*レベル)\s*([1-9１-９])$/iu.exec(name.trim())?.[1]
  return level === undefined ? undefined : Number(level.normalize('NFKC')) - 1
}

export function isTitle(style: Style): boolean {
  return /^(?:title|表題)$/iu.test(style.name)
}
export function isContents(style: Style): boolean {
  return /^(?:toc|目次)\s*[1-9]$/iu.test(style.name)
}

/** The `w:numPr` of paragraph properties. */
export function numberingPlaceOf(properties: Xml | undefined): NumberingPlace | undefined {
  const numbering = childOf(properties, 'w:numPr')
  if (!numbering) return undefined
  const numId = valueIn(numbering, 'w:numId')
  const level = numberOf(numbering, 'w:ilvl')
  return {
    ...(numId === undefined ? {} : { numId }),
    ...(level === undefined ? {} : { level }),
  }
}
