import { jstDay } from '../core/calendar.ts'
import {
  type Edition,
  type EditionHead,
  type HistoryIndex,
  indexHistory,
} from '../core/edition/index.ts'
import type { Address } from './addresses.ts'
import type { Stamp } from './answer.ts'
import type { Cache } from './cache.ts'
import { createCatalogue, type Listed } from './catalogue.ts'
import {
  addressOf,
  type Brought,
  type EditionSource,
  type Heard,
  type History,
  type Listener,
  type Texts,
  type Wanted,
  type Watch,
  type Whereabouts,
  wholeEditions,
} from './source.ts'
import { isUnavailable, unavailable } from './unavailable.ts'
import { createUnderWay } from './under-way.ts'

/** A policy as it is kept in memory, with the texts that are in force and to come. */
export type KeptPolicy = {
  readonly stamp: Stamp
  readonly history: History
  readonly index: HistoryIndex<EditionHead>
  readonly texts: Map<string, string>
  /** Whether an edition was heard of, or may have been missed, that is not in the history. */
  isOutdated: boolean
  /** Whether all texts in force and to come are here, or on their way. */
  hasAhead: boolean
}
type KeptAddress = { readonly policy: string | null; isOutdated: boolean }

/** A policy for one answer. */
export type Opened = {
  readonly policy: KeptPolicy
  /** Texts that were read for this answer. */
  readonly brought: Texts
  /** Since when nobody knows whether the history is all there is; null when it is. */
  readonly staleSince: Date | null
}

export type Library = {
  /** The policy at an address; null when none was ever published there. */
  readonly open: (address: Address, wanted: Wanted) => Promise<Opened | null>
  /** An edition of it with its documents. */
  readonly whole: (opened: Opened, edition: EditionHead) => Promise<Edition>
  /** Editions of it with their documents; what is not at hand comes by one statement. */
  readonly several: (
    opened: Opened,
    editions: readonly EditionHead[],
  ) => Promise<readonly Edition[]>
  /** All policies, or those that were ever published in an organisation. */
  readonly list: (organisation?: string) => Promise<Listed>
  /** All editions of a policy with their documents. */
  readonly all: (opened: Opened) => Promise<readonly Edition[]>
  /** Whether what has this stamp is at hand, and is still all there is. */
  readonly isCurrent: (stamp: Stamp) => boolean
  readonly close: () => Promise<void>
}

type Parts = {
  readonly source: EditionSource
  readonly cache: Cache
  readonly watch?: ((listener: Listener) => Watch) | undefined
  readonly now: () => Date
}

/**
 * Editions at hand: what was asked for before costs no statement, what was not costs one. What is recorded elsewhere
 * is heard of through the watch and read at once. Without the database, what is kept goes on being told, and is said
 * to be stale.
 */
export function createLibrary({ source, cache, watch: begin, now }: Parts): Library {
  const addresses = cache.shelf<KeptAddress>('address')
  const policies = cache.shelf<KeptPolicy>('policy')
  const texts = cache.shelf<string>('text')
  const underWay = createUnderWay()
  const lostSince = () => watch?.lostSince() ?? null
  const catalogue = createCatalogue({ source, cache, underWay, lostSince, now })

  const watch = begin?.({
    heard(editions) {
      underWay.heard(editions)
      catalogue.outdate()
      for (const { organisationSlug: organisation, policySlug, policy } of editions) {
        const address = addresses.get(nameOf({ organisation, policy: policySlug }))
        if (address && address.policy !== policy) address.isOutdated = true
      }
      for (const edition of new Map(editions.map((one) => [one.policy, one])).values()) {
        const kept = policies.get(edition.policy)
        if (!kept || holds(kept.history, edition)) continue
        kept.isOutdated = true
        // At once, so that it is at hand before anyone asks and before the database may go away.
        bring({ id: edition.policy }, today()).catch(() => undefined)
      }
    },
    missed() {
      underWay.missed()
      catalogue.outdate()
      for (const kept of [...addresses.values(), ...policies.values()]) kept.isOutdated = true
    },
  })

  const today = (): Wanted => ({ day: jstDay(now()), knownAt: undefined, ahead: true })

  function bring(where: Whereabouts, wanted: Wanted) {
    return underWay.once(`open ${JSON.stringify([where, wanted])}`, async () => {
      const { result, meanwhile } = await underWay.attentive(() => source.open(where, wanted))
      if (!result) {
        if ('policy' in where && meanwhile.heard.length === 0 && !meanwhile.hasMissed)
          addresses.set(nameOf(where), { policy: null, isOutdated: false }, 0)
        return null
      }
      const { policy } = result.history[0]
      const isOvertaken = meanwhile.heard.some(
        (edition) => edition.policy === policy && !holds(result.history, edition),
      )
      return {
        policy: keep(where, wanted, result, meanwhile.hasMissed || isOvertaken),
        brought: result.texts,
      }
    })
  }

  function keep(
    where: Whereabouts,
    wanted: Wanted,
    { history, texts: brought }: Brought,
    isOutdated: boolean,
  ): KeptPolicy {
    const isAhead = isAboutNow(wanted)
    const { policy: id } = history[0]
    const index = indexHistory(history)
    const policy: KeptPolicy = {
      stamp: { shelf: 'policy', name: id, version: ++versions },
      history,
      index,
      texts: new Map(isAhead ? brought : []),
      isOutdated,
      hasAhead: isAhead,
    }
    policies.set(id, policy, sizeOf(policy))
    for (const address of ['policy' in where ? where : addressOf(history), addressOf(history)])
      addresses.set(nameOf(address), { policy: id, isOutdated: false }, 0)
    if (!isAhead && wanted !== 'all')
      for (const [edition, text] of brought) texts.set(edition, text, 2 * text.length)
    return policy
  }

  /** A text that is not at hand; those in force and to come all at once, for they will be asked for. */
  async function fetchText(policy: KeptPolicy, edition: EditionHead): Promise<string> {
    const ahead = inForceAndToCome(policy, jstDay(now()))
    const isAhead = ahead.some(({ id }) => id === edition.id)
    const ids = isAhead ? ahead.map(({ id }) => id) : [edition.id]
    const read = await underWay.once(`texts ${ids}`, () => source.texts(ids)).catch(told)
    for (const [id, text] of read)
      if (isAhead) policy.texts.set(id, text)
      else texts.set(id, text, 2 * text.length)
    if (isAhead && policies.get(edition.policy) === policy)
      policies.set(edition.policy, policy, sizeOf(policy))
    const text = read.get(edition.id)
    if (text !== undefined) return text
    throw notWhole(edition)
  }

  const atHand = ({ policy, brought }: Opened, { id }: EditionHead): string | undefined =>
    brought.get(id) ?? policy.texts.get(id) ?? texts.get(id)

  /** Of a policy that was opened for the past and is now asked for the present. Nobody waits for it. */
  function bringAhead(policy: KeptPolicy): void {
    policy.hasAhead = true
    const missing = inForceAndToCome(policy, jstDay(now())).find(({ id }) => !policy.texts.has(id))
    if (missing)
      fetchText(policy, missing).catch(() => {
        policy.hasAhead = false
      })
  }

  return {
    async open(address, wanted) {
      const known = addresses.get(nameOf(address))
      const kept = known?.policy ? policies.get(known.policy) : undefined
      const lost = lostSince()
      const isSure = !known?.isOutdated && !kept?.isOutdated
      if (kept && (isSure || lost)) {
        if (isAboutNow(wanted) && !kept.hasAhead && !lost) bringAhead(kept)
        return { policy: kept, brought: none, staleSince: lost }
      }
      if (known?.policy === null && isSure && !lost) return null
      try {
        const isThere = known?.policy && kept && !known.isOutdated
        const brought = await bring(isThere ? { id: known.policy } : address, wanted)
        return brought && { ...brought, staleSince: null }
      } catch (error) {
        if (kept && isUnavailable(error))
          return { policy: kept, brought: none, staleSince: lost ?? now() }
        return told(error)
      }
    },
    async whole(opened, edition) {
      const text = atHand(opened, edition) ?? (await fetchText(opened.policy, edition))
      return { ...edition, documents: JSON.parse(text) }
    },
    async several(opened, editions) {
      const missing = editions.filter((edition) => atHand(opened, edition) === undefined)
      const ids = [...new Set(missing.map(({ id }) => id))]
      const read =
        ids.length === 0
          ? none
          : await underWay.once(`texts ${ids}`, () => source.texts(ids)).catch(told)
      for (const [id, text] of read) texts.set(id, text, 2 * text.length)
      return editions.map((edition) => {
        const text = read.get(edition.id) ?? atHand(opened, edition)
        if (text === undefined) throw notWhole(edition)
        return { ...edition, documents: JSON.parse(text) }
      })
    },
    list: catalogue.list,
    async all({ policy, brought }) {
      const { history } = policy
      const isMissing = history.some(({ id }) => !brought.has(id))
      return isMissing
        ? source.editions(history[0].policy).catch(told)
        : wholeEditions({ history, texts: brought })
    },
    isCurrent({ shelf, name, version }) {
      const kept = shelf === 'policy' ? policies.get(name) : catalogue.kept(name)
      return kept?.stamp.version === version && !kept.isOutdated && lostSince() === null
    },
    close: async () => watch?.close(),
  }
}

const notWhole = ({ id }: EditionHead) =>
  new Error(`Expected edition \`${id}\` of the history to be there whole`)

/** Each state of a policy or a list has a number of its own. */
let versions = 0

const isAboutNow = (wanted: Wanted) =>
  typeof wanted === 'object' && 'ahead' in wanted && wanted.ahead

/** What the reader of an answer is told of a database that does not answer. */
function told(error: unknown): never {
  throw isUnavailable(error) ? unavailable() : error
}

function inForceAndToCome({ index }: KeptPolicy, day: string): readonly EditionHead[] {
  const answer = index.at(day)
  const current =
    answer.state === 'none' ? null : answer.state === 'inForce' ? answer.edition : answer.last
  const upcoming = index.upcoming(day).filter(({ kind }) => kind !== 'repeal')
  return [...(current ? [current] : []), ...upcoming]
}

const none: Texts = new Map()

const nameOf = ({ organisation, policy }: Address) => `${organisation}/${policy}`

const holds = (history: History, { id, number }: Heard) =>
  (history[number - 1] ?? history.find((edition) => edition.number === number))?.id === id

/** About what a policy takes up in memory: heads as objects, and texts of two bytes a character. */
function sizeOf({ history, texts }: KeptPolicy): number {
  const characters = [...texts.values()].reduce((sum, text) => sum + text.length, 0)
  return sizeOfHeads(history) + 2 * characters
}

/** Objects take up about three times their JSON. */
const sizeOfHeads = (heads: readonly EditionHead[]) => 3 * JSON.stringify(heads).length
