import type { Dated, Sourced } from './dated.ts'

/**
 * The numberings that the Act on the Protection of Personal Information (平成15年法律第57号) has had. The Act of 2020
 * as promulgated never applied: the one of 2021 renumbered it on the day it came into force.
 */
export type Era = Dated & Sourced & { readonly id: EraId }
export const eraIds = ['original', 'amended2015', 'amended2021'] as const
export type EraId = (typeof eraIds)[number]

export const eras: readonly Era[] = [
  {
    id: 'original',
    since: '2005-04-01',
    until: '2017-05-30',
    source: '平成15年法律第57号（全面施行 2005-04-01）',
    certainty: 'certain',
  },
  {
    id: 'amended2015',
    since: '2017-05-30',
    until: '2022-04-01',
    source: '平成27年法律第65号（全面施行 2017-05-30）',
    certainty: 'certain',
  },
  {
    id: 'amended2021',
    since: '2022-04-01',
    source: '令和2年法律第44号, 令和3年法律第37号50条（施行 2022-04-01）',
    certainty: 'certain',
  },
]

/** The era of a day; a day before the Act applied has the first one. */
export function eraOn(day: string): Era {
  const found = eras.findLast(({ since }) => since <= day)
  return (found ?? eras[0]) as Era
}
