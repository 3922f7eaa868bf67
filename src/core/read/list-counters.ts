import type { Element } from 'hast'
import { formatLabel } from '../numbering.ts'
import { bullets } from './line-builder.ts'

/** What a list draws before its items, and how far it has counted. */
export type Counter = {
  /** The label of the first item, `bullet`, or '' where nothing is drawn. */
  readonly style: string
  next: number
  readonly step: 1 | -1
}

/** The label that browsers draw for the first item, by the list's `type` or by the style that it names. */
const styles: { readonly [name: string]: string } = {
  '1': '1. ',
  a: 'a. ',
  A: 'A. ',
  i: 'i. ',
  I: 'I. ',
  decimal: '1. ',
  'decimal-leading-zero': '01. ',
  'lower-alpha': 'a. ',
  'lower-latin': 'a. ',
  'upper-alpha': 'A. ',
  'upper-latin': 'A. ',
  'lower-roman': 'i. ',
  'upper-roman': 'I. ',
  'cjk-ideographic': '一、',
  'japanese-informal': '一、',
  'japanese-formal': '一、',
  katakana: 'ア. ',
  'katakana-iroha': 'イ. ',
  disc: 'bullet',
  circle: 'bullet',
  square: 'bullet',
  none: '',
}

/** The counter of an `ol` or `ul`: its `start`, `reversed` and `type`, or the style that the list itself names. */
export function counterOf(list: Element): Counter {
  const { properties, tagName } = list
  const named = namedStyle(list)
  // Authors say role=list where they draw no bullets: Safari takes a list without them for none.
  const bare = named === undefined && properties.role === 'list'
  const own = tagName === 'ol' ? (styles[String(properties.type ?? '1')] ?? '1. ') : 'bullet'
  const reversed = tagName === 'ol' && properties.reversed === true
  const items = list.children.filter((child) => 'tagName' in child && child.tagName === 'li').length
  return {
    style: bare ? '' : (named ?? own),
    next: integer(properties.start) ?? (reversed ? items : 1),
    step: reversed ? -1 : 1,
  }
}

/** What is drawn before the next item, the space after it included; the item's `value` sets the count. */
export function drawnMarker(counter: Counter, item: Element, depth: number): string {
  const ordinal = integer(item.properties.value) ?? counter.next
  counter.next = ordinal + counter.step
  const { dataMarker } = item.properties
  if (typeof dataMarker === 'string') return dataMarker
  const style = namedStyle(item) ?? counter.style
  if (style === '') return ''
  if (style === 'bullet') return bullets[(depth - 1) % bullets.length] ?? ''
  return labelOf(style, ordinal)
}

function namedStyle({ properties }: Element): string | undefined {
  const declared = /list-style(?:-type)?\s*:([^;]*)/iu.exec(String(properties.style ?? ''))?.[1]
  const name = declared?.split(/\s+/u).find((word) => styles[word.toLowerCase()] !== undefined)
  return name === undefined ? undefined : styles[name.toLowerCase()]
}

/** Beyond the last sign of a style, and from zero downwards, browsers count in digits. */
function labelOf(style: string, ordinal: number): string {
  if (ordinal < 1) return `${ordinal}. `
  try {
    return formatLabel(style, ordinal)
  } catch (error) {
    if (error instanceof RangeError) return `${ordinal}. `
    throw error
  }
}

const integer = (value: unknown): number | undefined =>
  value !== undefined && value !== '' && Number.isSafeInteger(Number(value))
    ? Number(value)
    : undefined
