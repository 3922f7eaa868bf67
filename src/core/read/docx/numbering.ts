import { writeCustom, writeNumber } from './number-formats.ts'
import type { NumberingPlace, Styles } from './styles.ts'
import { readSymbols } from './symbols.ts'
import { childOf, childrenOf, elementsOf, numberOf, switchOf, valueIn, type Xml } from './xml.ts'

type Level = {
  readonly start: number
  readonly format: string
  /** How a custom format looks: `001, 002, ...`. */
  readonly example: string
  /** `第%1条`; what %1 stands for is the number of the first level. */
  readonly text: string
  readonly font: string
  /** The level whose use starts this one over, from 1; 0 for none; undefined for any above. */
  readonly restart: number | undefined
  readonly legal: boolean
  readonly suffix: 'tab' | 'space' | 'nothing'
  readonly style: string | undefined
}
type List = { readonly levels: ReadonlyMap<number, Level>; readonly style: string | undefined }
type Instance = {
  readonly list: string
  readonly starts: ReadonlyMap<number, number>
  readonly levels: ReadonlyMap<number, Level>
}
export type PrintedNumber = {
  readonly text: string
  readonly suffix: Level['suffix']
  readonly format: string
}

/**
 * What Word prints before numbered paragraphs (ECMA-376-1, 17.9). The numbers are nowhere in the text: each is counted
 * here, paragraph by paragraph in document order.
 */
export class Numbering {
  readonly #lists: ReadonlyMap<string, List>
  readonly #instances: ReadonlyMap<string, Instance>
  readonly #styles: Styles
  /** How far each list has counted; instances of one list count on together. */
  readonly #counts = new Map<string, Map<number, number>>()
  /** Which levels of a list have ever been counted. */
  readonly #used = new Set<string>()
  /** Which instances have already started over where they say so. */
  readonly #started = new Set<string>()

  readonly #root: Xml | undefined

  constructor(root: Xml | undefined, styles: Styles) {
    this.#root = root
    this.#styles = styles
    this.#lists = new Map(
      childrenOf(root, 'w:abstractNum').map((list) => [
        list.attributes['w:abstractNumId'] ?? '',
        { levels: levelsOf(list), style: valueIn(list, 'w:numStyleLink') },
      ]),
    )
    this.#instances = new Map(
      childrenOf(root, 'w:num').map((num) => [
        num.attributes['w:numId'] ?? '',
        {
          list: valueIn(num, 'w:abstractNumId') ?? '',
          starts: new Map(
            childrenOf(num, 'w:lvlOverride').flatMap((override) => {
              const start = numberOf(override, 'w:startOverride')
              return start === undefined ? [] : [[indexOf(override), start] as const]
            }),
          ),
          levels: new Map(
            childrenOf(num, 'w:lvlOverride').flatMap((override) => {
              const level = childOf(override, 'w:lvl')
              return level ? [[indexOf(override), levelOf(level)] as const] : []
            }),
          ),
        },
      ]),
    )
  }

  /** The same lists, nothing counted yet: text boxes, notes and headers each count for themselves. */
  anew(): Numbering {
    return new Numbering(this.#root, this.#styles)
  }

  /** Counts a paragraph and says what prints before it; null for a paragraph without number. */
  next(
    own: NumberingPlace | undefined,
    byStyle: NumberingPlace | undefined,
    styleId: string | undefined,
  ): PrintedNumber | null {
    const numId = own?.numId ?? byStyle?.numId
    // Number 0 takes away the numbering that the style would give.
    if (numId === undefined || numId === '0') return null
    const instance = this.#instances.get(numId)
    if (!instance) return null
    const [listId, list] = this.#listOf(instance.list)
    if (!list) return null
    const at = own?.level ?? levelOfStyle(list, styleId) ?? byStyle?.level ?? 0
    const levelAt = (index: number) => instance.levels.get(index) ?? list.levels.get(index)
    const level = levelAt(at)
    if (!level) return null

    const counts = this.#countsOf(listId)
    const startAt = (index: number) => instance.starts.get(index) ?? levelAt(index)?.start ?? 1
    const first = !this.#started.has(`${numId} ${at}`)
    this.#started.add(`${numId} ${at}`)
    // A level used for the first time begins those above it that nothing has begun.
    for (let index = at; index >= 0 && !this.#used.has(`${listId} ${index}`); index--) {
      this.#used.add(`${listId} ${index}`)
      if (index < at && levelAt(index)) counts.set(index, startAt(index))
    }
    const count = counts.get(at)
    const restarts = first && instance.starts.has(at)
    counts.set(at, restarts || count === undefined ? startAt(at) : count + 1)
    for (const index of [...counts.keys()])
      if (index > at && startsOver(levelAt(index)?.restart, at)) counts.delete(index)

    const text = level.text.replace(/%([1-9])/g, (_, digit: string) => {
      const index = Number(digit) - 1
      const named = levelAt(index)
      const ordinal = counts.get(index) ?? startAt(index)
      if (!named) return String(ordinal)
      if (named.format === 'none' || named.format === 'bullet') return ''
      // Legal numbering writes the numbers of the levels above in digits; its own keeps its format.
      if (level.legal && index < at) return String(ordinal)
      return named.format === 'custom'
        ? writeCustom(named.example, ordinal)
        : writeNumber(named.format, ordinal)
    })
    const printed = readSymbols(text, level.font)
    const bullet = level.format === 'bullet'
    return {
      // A bullet of a font that nobody here knows is still a bullet.
      text: bullet ? printed.replace(/[\ue000-\uf8ff]/gu, '•') : printed,
      suffix: level.suffix,
      format: level.format,
    }
  }

  /** A list may stand for another, by way of a numbering style. */
  #listOf(id: string): [string, List | undefined] {
    let at = id
    for (let hops = 0; hops < 5; hops++) {
      const list = this.#lists.get(at)
      if (!list?.style || list.levels.size > 0) return [at, list]
      const numId = this.#styles.numberingOf(list.style)
      const next = numId === undefined ? undefined : this.#instances.get(numId)?.list
      if (next === undefined || next === at) return [at, list]
      at = next
    }
    return [at, this.#lists.get(at)]
  }

  #countsOf(list: string): Map<number, number> {
    const known = this.#counts.get(list) ?? new Map<number, number>()
    this.#counts.set(list, known)
    return known
  }
}

function startsOver(restart: number | undefined, used: number): boolean {
  return restart === undefined || (restart > 0 && used < restart)
}

function levelOfStyle(list: List, style: string | undefined): number | undefined {
  if (style === undefined) return undefined
  for (const [index, level] of list.levels) if (level.style === style) return index
  return undefined
}

const indexOf = (element: Xml) => Number(element.attributes['w:ilvl'] ?? 0)

function levelsOf(list: Xml): Map<number, Level> {
  return new Map(childrenOf(list, 'w:lvl').map((level) => [indexOf(level), levelOf(level)]))
}

function levelOf(level: Xml): Level {
  const format = formatOf(level)
  const suffix = valueIn(level, 'w:suff')
  const fonts = childOf(childOf(level, 'w:rPr'), 'w:rFonts')?.attributes
  return {
    start: numberOf(level, 'w:start') ?? 0,
    format: format?.attributes['w:val'] ?? 'decimal',
    example: format?.attributes['w:format'] ?? '',
    text: valueIn(level, 'w:lvlText') ?? '',
    font: fonts?.['w:ascii'] ?? fonts?.['w:hAnsi'] ?? '',
    restart: numberOf(level, 'w:lvlRestart'),
    legal: switchOf(level, 'w:isLgl') ?? false,
    suffix: suffix === 'space' || suffix === 'nothing' ? suffix : 'tab',
    style: valueIn(level, 'w:pStyle'),
  }
}

/** Formats that came after 2007 stand in a choice, with an older one to fall back on. */
function formatOf(level: Xml): Xml | undefined {
  for (const choice of childrenOf(level, 'mc:AlternateContent').flatMap(elementsOf)) {
    const format = childOf(choice, 'w:numFmt')
    if (format) return format
  }
  return childOf(level, 'w:numFmt')
}
