import { headingOf, labelOf, type PolicyDocument, type Section } from '../../document.ts'
import type { Matching } from '../matching.ts'
import { longestRise } from '../sequence.ts'
import type { ChangeOf } from './change.ts'

type SectionChange = ChangeOf<'section'>

/** What became of the sections as such: their places, numbers and headings; which are new, gone, split and merged. */
export function sections(matching: Matching): readonly SectionChange[] {
  const { parts, sections: pairs, split, merged } = matching
  const moved = movedIn(matching)
  return parts.flatMap(({ before, after }): SectionChange[] => {
    const [one, other] = [before?.section, after?.section]
    if ((before ?? after)?.place === 'end') return []
    if (one && other) {
      const changes: SectionChange['how'][] = [
        ...(moved.has(other) ? (['moved'] as const) : []),
        ...(labelOf(one) !== labelOf(other) ? (['renumbered'] as const) : []),
        ...(one.heading !== other.heading ? (['retitled'] as const) : []),
      ]
      return changes.map((how) => changeOf(how, one, other))
    }
    if (other) {
      const from = split.get(other)
      return [from ? changeOf('split', from, other) : changeOf('added', null, other)]
    }
    if (one) {
      const into = merged.get(one)
      return [into ? changeOf('merged', one, into) : changeOf('removed', one, null)]
    }
    return []
  })

  /** Of brothers that stay under their parent, as many as can stay in order; the rest moved. */
  function movedIn({ before, after }: Matching): ReadonlySet<Section> {
    const found = new Set<Section>()
    const places = new Map<Section, { readonly parent: Section | null; readonly at: number }>()
    const walk = (
      parent: PolicyDocument | Section,
      meet: (section: Section, parent: Section | null, at: number) => void,
    ) =>
      parent.children.forEach((child, at) => {
        if (child.type !== 'section') return
        meet(child, parent.type === 'section' ? parent : null, at)
        walk(child, meet)
      })
    walk(before, (section, parent, at) => places.set(section, { parent, at }))
    const families = new Map<Section | null, { section: Section; at: number }[]>()
    walk(after, (section, parent) => {
      const own = pairs.get(section)
      const place = own && places.get(own)
      if (!place) return
      const stayed = (parent === null ? null : (pairs.get(parent) ?? undefined)) === place.parent
      if (!stayed) found.add(section)
      else families.set(parent, [...(families.get(parent) ?? []), { section, at: place.at }])
    })
    for (const family of families.values()) {
      const inOrder = longestRise(family.map(({ at }) => at))
      family.forEach(({ section }, i) => {
        if (!inOrder.has(i)) found.add(section)
      })
    }
    return found
  }
}

function changeOf(
  how: SectionChange['how'],
  one: Section | null,
  other: Section | null,
): SectionChange {
  return {
    of: 'section',
    how,
    before: one && headingOf(one),
    after: other && headingOf(other),
    where: { before: one?.id ?? null, after: other?.id ?? null },
  }
}
