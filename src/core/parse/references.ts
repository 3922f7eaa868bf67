import type { ReferenceForm, SectionReference } from '../document.ts'
import { fold, key } from '../fold.ts'
import { bareLabel, referenceText } from '../numbering.ts'
import { readDigits, readKanji } from '../numerals.ts'
import type { Span } from './phrases.ts'

/** What a reference can point at. */
export type Target = { readonly id: string; readonly number: string; readonly heading: string }
export type IndexedSection = Target & {
  readonly level: number
  readonly ordinal: number | null
  readonly position: number
}

/** The sections of a document by what references call them. */
export type SectionIndex = {
  readonly all: readonly IndexedSection[]
  readonly byId: ReadonlyMap<string, IndexedSection>
  /** By heading, and by number with heading; folded, brackets aside. The first of a name. */
  readonly byName: ReadonlyMap<string, IndexedSection>
  readonly byOrdinal: ReadonlyMap<string, IndexedSection>
  /** By bare number, in reading order. */
  readonly byNumber: ReadonlyMap<string, readonly IndexedSection[]>
  readonly articles: boolean
}

export function sectionIndex(sections: readonly IndexedSection[]): SectionIndex {
  const byName = new Map<string, IndexedSection>()
  const byOrdinal = new Map<string, IndexedSection>()
  const byNumber = new Map<string, IndexedSection[]>()
  for (const section of sections) {
    for (const name of [section.heading, section.number + section.heading]) {
      const plain = nameKey(name)
      if (plain !== '' && !byName.has(plain)) byName.set(plain, section)
    }
    if (
      section.ordinal !== null &&
      section.level === topNumbered(sections) &&
      !byOrdinal.has(String(section.ordinal))
    )
      byOrdinal.set(String(section.ordinal), section)
    const number = key(bareLabel(section.number))
    if (number !== '') byNumber.set(number, [...(byNumber.get(number) ?? []).slice(-40), section])
  }
  const articles = sections.some(({ number }) => /条/u.test(number))
  return {
    all: sections,
    byId: new Map(sections.map((one) => [one.id, one])),
    byName,
    byOrdinal,
    byNumber,
    articles,
  }
}

const levels = new WeakMap<readonly IndexedSection[], number>()
function topNumbered(sections: readonly IndexedSection[]): number {
  const known = levels.get(sections)
  if (known !== undefined) return known
  const articles = sections.find(({ number }) => /条/u.test(number))
  const level =
    articles?.level ??
    Math.min(...sections.filter(({ ordinal }) => ordinal !== null).map((one) => one.level), 9)
  levels.set(sections, level)
  return level
}

const nameKey = (name: string) =>
  key(name)
    .replace(/^[【「『([<《]|[】」』)\]>》]$/gu, '')
    .replace(/[.。]/gu, '')

const unit = '[0-9一二三四五六七八九十百]{1,4}'
const quoted = /[「『]([^「」『』]{2,60})[」』]|【([^【】]{2,60})】/gu
const numbered = new RegExp(
  `(?<!法|法律|令|規則|約款|規約)第 ?(${unit}) ?([条項])(?:の[0-9一二三]+)?(?: ?[「『][^「」『』]{1,40}[」』])?`,
  'gu',
)
const above =
  /(?<=上記|前記|上述の|前述の)(?:[(（][0-9０-９]{1,2}[)）]|[0-9０-９]{1,2}[.．]?(?=[のにで、]))/gu
const neighbours = /(?<![\p{Script=Han}])(前条|次条)/gu
const pointed = /(?:以下|下記|後記|後述|上記|前記)の([^、。「」『』【】]{4,40})/gu

/** The references of a text to sections of its own document. */
export function referenceSpans(
  text: string,
  from: string | null,
  index: SectionIndex,
  plain: string = fold(text),
): Span[] {
  const here = from === null ? null : (index.byId.get(from) ?? null)
  const spans: Span[] = []
  const add = (start: number, end: number, target: IndexedSection | null, weight = 40) => {
    spans.push({ start, end, node: referenceNode(text.slice(start, end), target), weight })
  }
  for (const match of plain.matchAll(quoted)) {
    const target = index.byName.get(nameKey(match[1] ?? match[2] ?? ''))
    // 「個人情報」 at the heading 個人情報 is the term that is defined, not a way to it.
    if (target && target.id !== from && (target.heading.length > 4 || match[2]))
      add(match.index, match.index + match[0].length, target)
  }
  for (const match of plain.matchAll(numbered)) {
    if (match[2] === '条' ? !index.articles : index.articles) continue
    const ordinal = readDigits(match[1] ?? '') ?? readKanji(match[1] ?? '')
    const target = index.byOrdinal.get(String(ordinal)) ?? null
    // Without articles 第N項 is a section's number only if there is one of it, or its heading stands beside it.
    if (target === null && match[2] === '項') continue
    add(match.index, match.index + match[0].length, target, 45)
  }
  for (const match of plain.matchAll(above)) {
    const target = nearestAbove(index.byNumber.get(key(bareLabel(match[0]))), here)
    if (target) add(match.index, match.index + match[0].length, target)
  }
  for (const match of plain.matchAll(neighbours)) {
    const target = neighbour(here, match[1] === '次条' ? 1 : -1, index)
    if (target) add(match.index, match.index + match[0].length, target)
  }
  for (const match of plain.matchAll(pointed)) {
    const words = match[1] ?? ''
    const start = match.index + match[0].length - words.length
    for (let length = words.length; length >= 4; length--) {
      const target = index.byName.get(nameKey(words.slice(0, length)))
      if (!target || target.id === from) continue
      add(start, start + length, target, 35)
      break
    }
  }
  return spans
}

/** A reference as printed; it follows its target only if its form generates just that text. */
export function referenceNode(text: string, target: Target | null): SectionReference {
  const form = target ? formOf(text, target) : null
  return {
    type: 'sectionReference',
    target: target?.id ?? null,
    text,
    follow: form !== null,
    ...(form ? { form } : {}),
  }
}

const forms = [
  'number',
  'quotedNumberAndHeading',
  'quotedHeading',
  'numberAndHeading',
  'heading',
] as const

function formOf(text: string, target: Target): ReferenceForm | null {
  if (text === '') return null
  for (const form of forms) if (referenceText(form, target) === text) return form
  if (bareLabel(target.number) === '') return null
  for (const form of ['previous', 'next'] as const)
    if (text.startsWith(form === 'previous' ? '前' : '次') && referenceText(form, target) === text)
      return form
  return null
}

function nearestAbove(
  found: readonly IndexedSection[] | undefined,
  here: IndexedSection | null,
): IndexedSection | null {
  return found?.findLast(({ position }) => here === null || position < here.position) ?? null
}

/** The section before or after the one that a text stands in, on the level that articles stand on. */
function neighbour(
  here: IndexedSection | null,
  step: 1 | -1,
  index: SectionIndex,
): IndexedSection | null {
  if (!here) return null
  const level = Math.min(here.level, topNumbered(index.all))
  const own =
    here.level === level
      ? here
      : index.all
          .slice(Math.max(0, here.position - 60), here.position)
          .findLast((one) => one.level === level)
  if (!own) return null
  const from =
    step > 0
      ? index.all.slice(own.position + 1, own.position + 60)
      : index.all.slice(Math.max(0, own.position - 60), own.position).reverse()
  return from.find((one) => one.level === level) ?? null
}
