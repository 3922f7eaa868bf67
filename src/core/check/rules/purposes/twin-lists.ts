import { likeness, profileOf } from '../../../compare/likeness.ts'
import type { SectionKind } from '../../../document.ts'
import { squash } from '../../../fold.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis, Passage, SectionPlace } from '../../analysis.ts'

/** Two lists that state the same purposes in different notices of one text. */
export type TwinLists = {
  readonly first: SectionPlace
  readonly second: SectionPlace
  readonly differences: readonly Difference[]
  readonly fused: readonly Fused[]
}
/** Two purposes that run together on one line, and stand apart in the other list. */
export type Fused = Range & { readonly here: SectionPlace; readonly there: SectionPlace }
/** A passage that has no counterpart in the other list, or one that says it in other words. */
export type Difference = {
  readonly passage: Passage
  readonly counterpart: Passage | null
  /** Where the passage stands, and where it is missing. */
  readonly here: SectionPlace
  readonly there: SectionPlace
}

/**
 * Purposes are published at acquisition (21条1項) and again with what is to be known of retained data (32条1項2号). Lists
 * are twins if most of the shorter one stands in the longer one, word for word.
 */
export function twinLists(analysis: Analysis): TwinLists[] {
  const lists = listsOf(analysis)
  const twins: TwinLists[] = []
  for (const [i, second] of lists.entries())
    for (const first of lists.slice(0, i)) {
      const shared = [...first.texts].filter((text) => second.texts.has(text)).length
      if (shared < 3 || shared * 5 < Math.min(first.texts.size, second.texts.size) * 3) continue
      const here = around(first, second.texts)
      const there = around(second, first.texts)
      if (here && there)
        twins.push({
          first: here,
          second: there,
          differences: differencesOf(analysis, here, there),
          fused: [...fusedIn(analysis, here, there), ...fusedIn(analysis, there, here)],
        })
      // One counterpart says it all: further copies drift from the first one in their turn.
      if (here && there) break
    }
  return twins
}

/** A sentence that a list follows; it belongs to its notice. */
const leadsIn =
  /(?:以下|次|下記)の[^。]{0,12}(?:目的|とおり|通り|場合)[^。]{0,20}(?:利用|使用|取り?扱|公表|通知)[^。]{0,12}(?:ます|する|です)[。:]?$/u

/** A notice may treat procedures and desks besides its purposes: these drift from nothing. */
function isOfOtherMatter(section: SectionPlace | null, list: SectionPlace): boolean {
  for (let at = section; at && at !== list; at = at.parent)
    if (otherMatters.has(at.node.kind)) return true
  return false
}
const otherMatters: ReadonlySet<SectionKind> = new Set([
  'disclosure',
  'correction',
  'utilisationCease',
  'procedure',
  'contact',
  'complaints',
  'accreditedOrganisation',
  'safetyMeasures',
])

type PurposeList = {
  readonly texts: Set<string>
  readonly places: { readonly text: string; readonly section: SectionPlace }[]
}

/** The purposes of each notice: of each outermost section. */
function listsOf({ of }: Analysis): PurposeList[] {
  const lists = new Map<SectionPlace, PurposeList>()
  for (const { node, section } of of('purpose')) {
    if (!section) continue
    let root = section
    while (root.parent) root = root.parent
    const list = lists.get(root) ?? { texts: new Set(), places: [] }
    const text = squash(node.text)
    list.texts.add(text)
    list.places.push({ text, section })
    lists.set(root, list)
  }
  return [...lists.values()]
}

/** The innermost section that holds all of a list that the other list has too. */
function around({ places }: PurposeList, other: ReadonlySet<string>): SectionPlace | null {
  const shared = places.filter(({ text }) => other.has(text)).map(({ section }) => section)
  let section: SectionPlace | null = shared[0] ?? null
  const holds = (outer: SectionPlace) =>
    shared.every(({ start, end }) => outer.start <= start && end <= outer.end)
  while (section && !holds(section)) section = section.parent
  return section
}

function differencesOf(
  { passages }: Analysis,
  first: SectionPlace,
  second: SectionPlace,
): Difference[] {
  const within = (list: SectionPlace) =>
    inside(passages, { start: list.heading.end, end: list.end }).filter(
      (passage) =>
        ['heading', 'paragraph', 'item'].includes(passage.kind) &&
        !leadsIn.test(passage.key) &&
        !isOfOtherMatter(passage.section, list),
    )
  const [ours, theirs] = [within(first), within(second)]
  const only = (its: readonly Passage[], others: readonly Passage[]) => {
    const texts = new Set(others.map(({ text }) => squash(text)))
    return its.filter(({ text }) => !texts.has(squash(text)))
  }
  const left = only(ours, theirs)
  const right = only(theirs, ours)
  const taken = new Set<Passage>()
  const differences: Difference[] = []
  for (const passage of right) {
    const profile = profileOf(passage.text)
    const counterpart =
      left.find((other) => !taken.has(other) && likeness(profile, profileOf(other.text)) >= 0.8) ??
      null
    if (counterpart) taken.add(counterpart)
    differences.push({ passage, counterpart, here: second, there: first })
  }
  for (const passage of left)
    if (!taken.has(passage))
      differences.push({ passage, counterpart: null, here: first, there: second })
  return differences
}

function* fusedIn(analysis: Analysis, here: SectionPlace, there: SectionPlace): Generator<Fused> {
  const within = (section: SectionPlace) => inside(analysis.of('purpose'), section)
  const apart = new Set(within(there).flatMap(({ node }) => (node.joined ? [] : squash(node.text))))
  const ours = within(here)
  for (const [i, { node, end }] of ours.entries()) {
    const before = ours[i - 1]
    if (!before || !node.joined || node.marker || !apart.has(squash(node.text))) continue
    yield { start: before.start + (before.node.marker?.length ?? 0), end, here, there }
  }
}

/** Those of places in the order of the text that stand within a range. */
function inside<P extends Range>(places: readonly P[], { start, end }: Range): P[] {
  let low = 0
  let high = places.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle]?.start ?? 0) < start) low = middle + 1
    else high = middle
  }
  const found: P[] = []
  for (let i = low; i < places.length; i++) {
    const place = places[i]
    if (!place || place.start > end) break
    if (place.end <= end) found.push(place)
  }
  return found
}
