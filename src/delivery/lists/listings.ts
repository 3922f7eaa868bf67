import { jstDay } from '../../core/calendar.ts'
import {
  at,
  type EditionHead,
  inOrder,
  nextChange,
  type Standing,
  standings,
} from '../../core/edition/index.ts'
import { editionPath, editionsPath, type Mount, pagePath, policyPath } from '../asked/addresses.ts'
import { particularsOf } from '../formats/representations.ts'
import { addressOf, type History } from '../sources/source.ts'

type Names = { readonly [locale: string]: string }

/** A policy in the list of policies, as it stands on a day. */
export type PolicyListing = {
  readonly id: string
  readonly slug: string
  readonly title: Names
  readonly organisation: { readonly slug: string; readonly name: Names }
  readonly state: 'inForce' | 'upcoming' | 'repealed'
  /** The edition in force; after a repeal, the last; before the first, the one to come. */
  readonly edition: Summary
  readonly languages: readonly string[]
  /** Editions that are recorded and have not had their day. */
  readonly upcoming: readonly Summary[]
  readonly links: { readonly [name: string]: string }
}
type Summary = Pick<EditionHead, 'id' | 'number' | 'kind' | 'effectiveFrom' | 'sha256'>

/** An edition in the list of a policy's editions. */
export type EditionListing = ReturnType<typeof particularsOf> & {
  readonly standing: Standing | null
  readonly correctedBy: number | null
  readonly withdrawnBy: number | null
  readonly links: { readonly [name: string]: string }
}

/** Null for a policy all of whose editions were withdrawn. */
export function listPolicy(history: History, now: Date, mount: Mount): PolicyListing | null {
  const day = jstDay(now)
  const upcoming = inOrder(history).filter(({ effectiveFrom }) => effectiveFrom > day)
  const answer = at(history, day)
  const edition =
    answer.state === 'inForce'
      ? answer.edition
      : answer.state === 'repealed'
        ? (answer.last ?? answer.repeal)
        : upcoming[0]
  if (!edition) return null
  const address = addressOf(history)
  const names = (pick: (language: EditionHead['languages'][string]) => string): Names =>
    Object.fromEntries(
      Object.entries(edition.languages).map(([locale, one]) => [locale, pick(one)]),
    )
  const page = pagePath(mount, address)
  return {
    id: edition.policy,
    slug: address.policy,
    title: names(({ title }) => title),
    organisation: { slug: address.organisation, name: names(({ organisation }) => organisation) },
    state: answer.state === 'none' ? 'upcoming' : answer.state,
    edition: summaryOf(edition),
    languages: Object.keys(edition.languages),
    upcoming: upcoming.map(summaryOf),
    links: {
      self: policyPath(mount, address),
      editions: editionsPath(mount, address),
      ...(page !== null && { page }),
    },
  }
}

/** A policy's editions by number, each with what has become of it by a day. */
export function listEditions(history: History, now: Date, mount: Mount): EditionListing[] {
  const stand = standings(history, jstDay(now))
  const correctedBy = new Map(history.map((edition) => [edition.corrects, edition.number]))
  const withdrawnBy = new Map(history.map((edition) => [edition.withdraws, edition.number]))
  const address = addressOf(history)
  return history.map((edition) => ({
    ...particularsOf(edition),
    standing: stand.get(edition.number) ?? null,
    correctedBy: correctedBy.get(edition.number) ?? null,
    withdrawnBy: withdrawnBy.get(edition.number) ?? null,
    links: { self: editionPath(mount, address, edition.number) },
  }))
}

/** The first day after today on which a list of these policies reads otherwise. */
export function nextChangeOf(histories: readonly History[], now: Date): string | null {
  const days = histories.flatMap((history) => nextChange(history, jstDay(now)) ?? [])
  return days.sort()[0] ?? null
}

const summaryOf = ({ id, number, kind, effectiveFrom, sha256 }: EditionHead): Summary => ({
  id,
  number,
  kind,
  effectiveFrom,
  sha256,
})
