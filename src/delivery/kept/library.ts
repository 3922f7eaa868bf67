import { jstDay } from '../../core/calendar.ts'
import { type Edition, type EditionHead, indexHistory } from '../../core/edition/index.ts'
import type { Stamp } from '../answer.ts'
import type { Address } from '../asked/addresses.ts'
import {
  addressOf,
  type Brought,
  documentsOf,
  type EditionSource,
  type EditionTexts,
  type Listener,
  type Texts,
  type Wanted,
  type Watch,
  type Whereabouts,
  wholeEditions,
} from '../sources/source.ts'
import { isUnavailable, unavailable } from '../unavailable.ts'
import type { Cache } from './cache.ts'
import { createCatalogue, type Listed } from './catalogue.ts'
import {
  hasAll,
  holds,
  inForceAndToCome,
  isWhole,
  type KeptPolicy,
  sizeOf,
  sizeOfTexts,
} from './kept-policy.ts'
import { createUnderWay } from './under-way.ts'
import { createUnhurried } from './unhurried.ts'

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
  /** The policy at an address; null when none was ever published there. Without a language, all come along. */
  readonly open: (
    address: Address,
    wanted: Wanted,
    language?: string | undefined,
  ) => Promise<Opened | null>
  /** The languages that an edition may have. */
  readonly languages: () => readonly string[]
  /** The document of an edition in one of its languages, as JSON. */
  readonly text: (opened: Opened, edition: EditionHead, language: string) => Promise<string>
  /** An edition of it with its documents. */
  readonly whole: (opened: Opened, edition: EditionHead) => Promise<Edition>
  /** The documents of editions in one language, as JSON; what is not at hand comes by one statement. */
  readonly several: (
    opened: Opened,
    editions: readonly EditionHead[],
    language: string,
  ) => Promise<readonly string[]>
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
  const texts = cache.shelf<EditionTexts>('text')
  const underWay = createUnderWay()
  const lostSince = () => watch?.lostSince() ?? null
  const catalogue = createCatalogue({ source, cache, underWay, lostSince, now })
  const unhurried = createUnhurried<KeptPolicy>()

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
    looked: bringOtherLanguages,
  })

  const today = (): Wanted => ({ day: jstDay(now()), knownAt: undefined, ahead: true })

  function bring(where: Whereabouts, wanted: Wanted, language?: string) {
    return underWay.once(`open ${JSON.stringify([where, wanted, language])}`, async () => {
      const { result, meanwhile } = await underWay.attentive(() =>
        source.open(where, wanted, language),
      )
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
    if (isAhead && watch && !isWhole(policy, jstDay(now()))) unhurried.add(policy)
    for (const address of ['policy' in where ? where : addressOf(history), addressOf(history)])
      addresses.set(nameOf(address), { policy: id, isOutdated: false }, 0)
    if (!isAhead && wanted !== 'all') for (const [edition, its] of brought) keepTexts(edition, its)
    return policy
  }

  function keepTexts(edition: string, its: EditionTexts): void {
    const all = { ...texts.get(edition), ...its }
    texts.set(edition, all, sizeOfTexts(all))
  }

  /** Texts that are not at hand, in all languages; those in force and to come all at once, for they will be asked for. */
  async function fetchTexts(policy: KeptPolicy, edition: EditionHead): Promise<EditionTexts> {
    const ahead = inForceAndToCome(policy, jstDay(now()))
    const isAhead = ahead.some(({ id }) => id === edition.id)
    const ids = isAhead ? ahead.map(({ id }) => id) : [edition.id]
    const read = await underWay.once(`texts ${ids}`, () => source.texts(ids)).catch(told)
    if (isAhead) addAhead(policy, read)
    else for (const [id, its] of read) keepTexts(id, its)
    return read.get(edition.id) ?? {}
  }

  function addAhead(policy: KeptPolicy, read: Texts): void {
    for (const [id, its] of read) policy.texts.set(id, its)
    const { policy: id } = policy.history[0]
    if (policies.get(id) === policy) policies.set(id, policy, sizeOf(policy))
  }

  const atHand = (
    { policy, brought }: Opened,
    { id }: EditionHead,
    language: string,
  ): string | undefined =>
    brought.get(id)?.[language] ?? policy.texts.get(id)?.[language] ?? texts.get(id)?.[language]

  /** Of policies that were opened in one language: so that the others, too, are there when the database is not. */
  function bringOtherLanguages(): void {
    for (const policy of unhurried.due()) {
      if (policies.get(policy.history[0].policy) !== policy) continue
      const ids = inForceAndToCome(policy, jstDay(now())).map(({ id }) => id)
      underWay
        .once(`texts ${ids}`, () => source.texts(ids))
        .then(
          (read) => addAhead(policy, read),
          () => unhurried.add(policy),
        )
    }
  }

  /** Of a policy that was opened for the past and is now asked for the present. Nobody waits for it. */
  function bringAhead(policy: KeptPolicy): void {
    policy.hasAhead = true
    const missing = inForceAndToCome(policy, jstDay(now())).find(({ id }) => !policy.texts.has(id))
    if (missing)
      fetchTexts(policy, missing).catch(() => {
        policy.hasAhead = false
      })
  }

  return {
    async open(address, wanted, language) {
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
        const brought = await bring(isThere ? { id: known.policy } : address, wanted, language)
        return brought && { ...brought, staleSince: null }
      } catch (error) {
        if (kept && isUnavailable(error))
          return { policy: kept, brought: none, staleSince: lost ?? now() }
        return told(error)
      }
    },
    languages: source.languages,
    async text(opened, edition, language) {
      const text = atHand(opened, edition, language)
      if (text !== undefined) return text
      const { [language]: read } = await fetchTexts(opened.policy, edition)
      if (read === undefined) throw notWhole(edition)
      return read
    },
    async whole(opened, edition) {
      const languages = Object.keys(edition.languages)
      const here = languages.map((language) => [language, atHand(opened, edition, language)])
      const isHere = here.every(([, text]) => text !== undefined)
      const its = isHere ? Object.fromEntries(here) : await fetchTexts(opened.policy, edition)
      return { ...edition, documents: documentsOf(its) }
    },
    async several(opened, editions, language) {
      const missing = editions.filter((edition) => atHand(opened, edition, language) === undefined)
      const ids = [...new Set(missing.map(({ id }) => id))]
      const read =
        ids.length === 0
          ? none
          : await underWay.once(`texts ${ids}`, () => source.texts(ids)).catch(told)
      for (const [id, its] of read) keepTexts(id, its)
      return editions.map((edition) => {
        const text = read.get(edition.id)?.[language] ?? atHand(opened, edition, language)
        if (text === undefined) throw notWhole(edition)
        return text
      })
    },
    list: catalogue.list,
    async all({ policy, brought }) {
      const { history } = policy
      const isMissing = history.some(({ id, languages }) => !hasAll(brought.get(id), languages))
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

const none: Texts = new Map()

const nameOf = ({ organisation, policy }: Address) => `${organisation}/${policy}`
