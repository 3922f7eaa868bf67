import { organisationSlugProblem } from '../validate/slug.ts'
import type { Words } from '../words.ts'
import { type MadeUp, makeUpPolicy } from './policy-text.ts'
import { chooseBy } from './random.ts'

/** How much is to be made up, and by what seed. */
export type MadeUpData = {
  readonly organisations: number
  /** Of each organisation's policy. */
  readonly editions: number
  readonly seed: number
  /** About how many kB of JSON an edition has. @default 20 */
  readonly size?: number
  /** What the slugs begin with. @default 'made-up' */
  readonly prefix?: string
}

export const madeUpDefaults = { size: 20, prefix: 'made-up' } as const

/** What may be asked for, both ends included. */
const bounds = {
  organisations: { from: 1, to: 10_000 },
  editions: { from: 1, to: 1_000 },
  seed: { from: 0, to: 2 ** 31 - 1 },
  size: { from: 10, to: 500 },
} as const
const EDITIONS_IN_ALL = 100_000

/** What of it cannot be made up as asked, and what to ask for instead. */
export function madeUpDataProblem(asked: MadeUpData): Words | null {
  const data = { ...madeUpDefaults, ...asked }
  for (const [name, { from, to }] of Object.entries(bounds)) {
    const value = data[name as keyof typeof bounds]
    if (!Number.isInteger(value) || value < from || value > to)
      return {
        ja: `--${name} には ${from} から ${to} までの整数を指定してください。`,
        en: `Give --${name} as a whole number from ${from} to ${to}.`,
      }
  }
  if (data.organisations * data.editions > EDITIONS_IN_ALL)
    return {
      ja: `版は全体で ${EDITIONS_IN_ALL} までです（指定は ${data.organisations} 事業者 × ${data.editions} 版）。--organisations か --editions を減らしてください。`,
      en: `At most ${EDITIONS_IN_ALL} editions in all, not ${data.organisations} organisations × ${data.editions}. Ask for fewer --organisations or --editions.`,
    }
  const slug = organisationSlugProblem(slugOf(data, data.organisations))
  return (
    slug && {
      ja: `--prefix「${data.prefix}」は使えません。${slug.ja}`,
      en: `Cannot use the --prefix \`${data.prefix}\`. ${slug.en}`,
    }
  )
}

export type MadeUpOrganisation = { readonly slug: string; readonly seed: number }

/** The organisations of a seed, each with a seed of its own: the first ones are the same however many follow. */
export function madeUpOrganisations(asked: MadeUpData): readonly MadeUpOrganisation[] {
  const data = { ...madeUpDefaults, ...asked }
  const choose = chooseBy(data.seed)
  return Array.from({ length: data.organisations }, (_, i) => ({
    slug: slugOf(data, i + 1),
    seed: choose.number(bounds.seed.from, bounds.seed.to),
  }))
}

const slugOf = ({ prefix, seed }: { prefix: string; seed: number }, number: number): string =>
  `${prefix}-${seed}-${number}`

export type MadeUpEdition = MadeUp & { readonly effectiveFrom: string }

/** The editions of an organisation's policy, each a little other than the one before and in force after it. */
export function* madeUpEditions(
  { seed }: MadeUpOrganisation,
  { editions, size = madeUpDefaults.size }: MadeUpData,
): Generator<MadeUpEdition> {
  const days = effectiveDays(seed, editions)
  for (const [i, effectiveFrom] of days.entries())
    yield { ...makeUpPolicy({ seed, services: servicesOf(size), edition: i + 1 }), effectiveFrom }
}

/** As published, a policy without services has about 11 kB of JSON, and 2.8 kB more with each. */
const servicesOf = (kilobytes: number): number => Math.max(0, Math.round((kilobytes - 11) / 2.8))

/** The day after the last that a made-up policy comes into force on: all have, whenever they are made. */
const END = '2025-04-01'
/** The day when the act came into force for businesses (平成15年法律第57号 附則1条). */
const BEGIN = '2005-04-01'
const DAY = 86_400_000

/** Rising days: one within each of the years before the end or, of more editions, within each of shorter spans. */
function effectiveDays(seed: number, count: number): readonly string[] {
  const choose = chooseBy(seed)
  const all = (Date.parse(END) - Date.parse(BEGIN)) / DAY
  const span = Math.min(365, Math.floor(all / count))
  const first = Date.parse(END) - span * count * DAY
  return Array.from({ length: count }, (_, i) => {
    const day = first + (i * span + choose.number(0, span - 1)) * DAY
    return new Date(day).toISOString().slice(0, 10)
  })
}
