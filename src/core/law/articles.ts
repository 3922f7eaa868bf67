import { type ArticlePlace, isWithin } from './article-places.ts'
import type { Certainty } from './dated.ts'
import { type EraId, eraIds, eraOn } from './eras.ts'
import { type Statute, type Topic, type TopicId, topics } from './topics.ts'

const ids = Object.keys(topics) as TopicId[]
const topicOf = (id: TopicId): Topic => topics[id]
const depth = (place: ArticlePlace) => place.split('-').length

/** Where the law deals with a topic on a day; none where it does not. */
export function placesOf(topic: TopicId, day: string): readonly ArticlePlace[] {
  return topicOf(topic).at[eraOn(day).id]
}

/** What a place deals with on a day: topics of that very place or around it, the nearest first, then those within it. */
export function topicsAt(place: ArticlePlace, day: string, of: Statute = 'act'): TopicId[] {
  const far = 9
  const rank = (id: TopicId) =>
    Math.min(
      far,
      ...placesOf(id, day).map((at) => {
        if (isWithin(place, at)) return depth(place) - depth(at)
        return isWithin(at, place) ? 3 + depth(at) - depth(place) : far
      }),
    )
  return ids
    .filter((id) => topicOf(id).of === of && rank(id) < far)
    .sort((a, b) => rank(a) - rank(b))
}

/** The era in which a place dealt with a topic that it no longer deals with: what makes its citation stale. */
export function staleSince(
  topic: TopicId,
  place: ArticlePlace,
  day: string,
): { readonly era: EraId; readonly certainty: Certainty } | null {
  const now = eraOn(day).id
  const { at, older } = topicOf(topic)
  const within = (era: EraId) => at[era].some((one) => isWithin(place, one) || isWithin(one, place))
  if (within(now)) return null
  const era = eraIds.findLast((one) => eraIds.indexOf(one) < eraIds.indexOf(now) && within(one))
  return era ? { era, certainty: older } : null
}

/**
 * Where what a place dealt with on one day stands on another: 23-5-3 of 2021 is 27-5-3 of 2022. Paragraphs and items
 * go along with the topic that they are part of. Null where the topic has no place then.
 */
export function movedTo(
  place: ArticlePlace,
  from: string,
  to: string,
  of: Statute = 'act',
): ArticlePlace | null {
  const known = topicsAt(place, from, of)
  const exact = known.find((id) => placesOf(id, from).includes(place))
  if (exact) {
    const index = placesOf(exact, from).indexOf(place)
    const places = placesOf(exact, to)
    return places[index] ?? places.at(-1) ?? null
  }
  // 23-4 before 2017: no topic of its own, but those of its items tell where it went.
  for (const id of known) {
    const inner = placesOf(id, from).find((at) => isWithin(at, place))
    const target = inner && placesOf(id, to)[0]
    if (target) return target.split('-').slice(0, depth(place)).join('-')
  }
  for (const id of known) {
    const outer = placesOf(id, from).findIndex((at) => isWithin(place, at))
    const target = placesOf(id, to)[outer]
    if (target) return target + place.slice((placesOf(id, from)[outer] as string).length)
  }
  return null
}
