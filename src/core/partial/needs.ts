import { datesPrintedTwice } from '../history/dates-printed-twice.ts'
import { relationsIn } from '../lexical/relations.ts'
import { childrenOfElement, type LexicalNode, type LexicalState } from '../lexical/state.ts'
import type { Localised, PolicyRecords } from '../records.ts'
import { mentionsIn } from './mentions.ts'
import { byId, isNumberedByHand, keyOf, type Place } from './places.ts'
import type { Sides } from './sides.ts'

export type Needs = ReadonlyMap<string, ReadonlySet<string>>

/**
 * What each change cannot be taken over without, by keys: the text would have no place, point at nothing, print what
 * nobody says, or be half a sentence. Whatever is taken over first, what a change needs is never more than it was.
 */
export function needsOf(sides: Sides, places: readonly Place[]): Needs {
  const known = new Set(places.map(({ key }) => key))
  const needs = new Map<string, Set<string>>(places.map(({ key }) => [key, new Set()]))
  const need = (key: string, needed: string) => {
    if (key !== needed && known.has(needed)) needs.get(key)?.add(needed)
  }
  const together = (one: string, other: string) => {
    need(one, other)
    need(other, one)
  }
  ofPlaces(sides, places, need)
  ofMentions(sides, known, need)
  ofNumbers(sides, places, need, together)
  ofSentences(sides, together)
  ofDates(sides, places, need)
  ofLanguages(sides, places, need)
  return needs
}

type Need = (key: string, needed: string) => void

/** A section stands below its parent, and goes after all that stood below it. */
function ofPlaces({ edition, working }: Sides, places: readonly Place[], need: Need): void {
  const [old, now] = [byId(edition.sections), byId(working.sections)]
  for (const place of places) {
    if (place.of !== 'section') continue
    if (place.how === 'removed') {
      for (const { id, parent } of edition.sections)
        if (parent === place.id) need(place.key, now.has(id) ? keyOf.moved(id) : keyOf.section(id))
      continue
    }
    if (place.how === 'changed') continue
    let parent = now.get(place.id)?.parent ?? null
    while (parent !== null) {
      const isNew = !old.has(parent)
      // What moved must not come to stand below itself; what is new has nothing below it yet.
      if (place.how === 'added' && !isNew) break
      need(place.key, isNew ? keyOf.section(parent) : keyOf.moved(parent))
      parent = now.get(parent)?.parent ?? null
    }
  }
}

/** What is mentioned must be there, and what is mentioned elsewhere stays there. */
function ofMentions(
  { edition, working, printed }: Sides,
  known: ReadonlySet<string>,
  need: Need,
): void {
  const keysIn = (records: PolicyRecords) =>
    new Set(
      (
        ['purposes', 'exceptionClauses', 'jointUsePartners', 'safetyMeasures', 'contacts'] as const
      ).flatMap((kind) => records[kind].map(({ id }) => keyOf.record(kind, id))),
    )
  const [old, now] = [keysIn(edition), keysIn(working)]
  const isShared = (key: string) => old.has(key) && now.has(key)
  const before = mentionsIn(Object.values(printed.edition), edition, isShared)
  const after = mentionsIn(Object.values(printed.working), working, isShared)
  const of = (map: ReadonlyMap<string, ReadonlySet<string>>, what: string) =>
    map.get(what) ?? new Set<string>()
  for (const what of new Set([...before.users.keys(), ...after.users.keys()])) {
    const [users, newUsers] = [of(before.users, what), of(after.users, what)]
    // A record that a place begins to print is printed as it now is.
    if (known.has(what)) for (const user of newUsers) if (!users.has(user)) need(user, what)
    const [holders, newHolders] = [of(before.holders, what), of(after.holders, what)]
    if ([...holders].some((holder) => newHolders.has(holder))) continue
    const [fresh, ...others] = newHolders
    if (fresh !== undefined) {
      // Of several that hold it, none is needed more than another.
      if (others.length > 0) continue
      for (const holder of holders) need(holder, fresh)
      if (holders.size === 0) for (const user of newUsers) if (!users.has(user)) need(user, fresh)
    } else
      for (const holder of holders)
        for (const user of users) if (!newUsers.has(user)) need(holder, user)
  }
}

/** What is new is numbered as all is; numbers that somebody wrote by hand fit one order of sections and no other. */
function ofNumbers(
  { edition, working }: Sides,
  places: readonly Place[],
  need: Need,
  together: Need,
): void {
  const numbering = keyOf.policy('numbering')
  const isByHand = isNumberedByHand(edition, working)
  for (const place of places) {
    const isOrder = place.of === 'order' || (place.of === 'section' && place.how !== 'changed')
    if (isOrder && isByHand) together(numbering, place.key)
    else if (place.of === 'section' && place.how === 'added') need(place.key, numbering)
  }
}

/** A record that stands inside a sentence belongs to it when the words around it changed. */
function ofSentences({ edition, working }: Sides, together: Need): void {
  const old = byId(edition.sections)
  const couple = (
    key: string,
    before: readonly Localised<LexicalState>[],
    after: readonly Localised<LexicalState>[],
  ) => {
    for (const [i, states] of after.entries())
      for (const [language, state] of Object.entries(states)) {
        const other = before[i]?.[language]
        for (const record of inChangedSentences(other, state)) together(key, record)
      }
  }
  for (const section of working.sections) {
    const own = old.get(section.id)
    if (own) couple(keyOf.section(own.id), [own.body, own.end], [section.body, section.end])
  }
  for (const field of ['preamble', 'closing'] as const)
    couple(keyOf.policy(field), [edition.policy[field]], [working.policy[field]])
}

function inChangedSentences(
  one: LexicalState | null | undefined,
  other: LexicalState | null | undefined,
): readonly string[] {
  const [before, after] = [one, other].map((state) => state?.root.children ?? [])
  const [old, now] = [before, after].map((nodes) => new Set(nodes?.map(words)))
  const changed = [
    ...(before ?? []).filter((node) => !now?.has(words(node))),
    ...(after ?? []).filter((node) => !old?.has(words(node))),
  ].filter(({ type }) => type !== 'block')
  const root = { type: 'root', version: 1, children: changed }
  const { sections: _, ...inside } = relationsIn([{ root: withoutValues(root) }])
  return Object.entries(inside).flatMap(([kind, ids]) =>
    ids.map((id) => keyOf.record(kind as keyof typeof inside, id)),
  )
}

/** A node without what is written anew: the ids of nodes, and the print of a reference that follows its target. */
const words = (node: LexicalNode) =>
  JSON.stringify(node, (name, value) => {
    if (name === 'id') return undefined
    return value?.follow === true ? { ...value, text: '' } : value
  })

/** A value is a word that is whole in any sentence. */
function withoutValues<N extends LexicalNode>(node: N): N & { children: readonly LexicalNode[] } {
  const isValue = ({ type, fields }: LexicalNode) =>
    type === 'inlineBlock' && (fields as { blockType?: string })?.blockType === 'value'
  return {
    ...node,
    children: childrenOfElement(node)
      .filter((child) => !isValue(child))
      .map(withoutValues),
  }
}

/** The edition may state itself a date that the policy now prints from its editions. */
function ofDates({ printed, base, stored }: Sides, places: readonly Place[], need: Need): void {
  const document = printed.edition[base]
  if (!document) return
  for (const { collection, id, field } of datesPrintedTwice(document, stored.policy)) {
    const needed = collection === 'sections' ? keyOf.section(id) : keyOf.policy(field as 'preamble')
    for (const { key } of places) need(key, needed)
  }
}

/** A new language says all that the working copy says; one that is given up says nothing of what changed. */
function ofLanguages(sides: Sides, places: readonly Place[], need: Need): void {
  for (const place of places) {
    if (place.of === 'language') continue
    for (const language of sides.newLanguages) need(keyOf.language(language), place.key)
    for (const language of sides.goneLanguages) need(place.key, keyOf.language(language))
  }
}
