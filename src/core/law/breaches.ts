import { type Dated, holdsOn, type Sourced } from './dated.ts'

/** The events that have to be reported (規則7条, by 26条1項), which many policies restate as grounds for cease of use. */
export type BreachEvent = Dated &
  Sourced & { readonly item: '1' | '2' | '3' | '4'; readonly text: string }

const guideline = {
  source: 'ガイドライン（通則編）3-5-3-1（令和7年6月）',
  certainty: 'certain',
} as const

const breachEvents: readonly BreachEvent[] = [
  {
    item: '1',
    since: '2022-04-01',
    ...guideline,
    text: '要配慮個人情報が含まれる個人データの漏えい等が発生し、又は発生したおそれがある事態',
  },
  {
    item: '2',
    since: '2022-04-01',
    ...guideline,
    text: '不正に利用されることにより財産的被害が生じるおそれがある個人データの漏えい等が発生し、又は発生したおそれがある事態',
  },
  {
    item: '3',
    since: '2022-04-01',
    until: '2024-04-01',
    ...guideline,
    certainty: 'likely',
    text: '不正の目的をもって行われたおそれがある個人データの漏えい等が発生し、又は発生したおそれがある事態',
  },
  {
    item: '3',
    since: '2024-04-01',
    ...guideline,
    text: '不正の目的をもって行われたおそれがある当該個人情報取扱事業者に対する行為による個人データ（当該個人情報取扱事業者が取得し、又は取得しようとしている個人情報であって、個人データとして取り扱われることが予定されているものを含む。）の漏えい等が発生し、又は発生したおそれがある事態',
  },
  {
    item: '4',
    since: '2022-04-01',
    ...guideline,
    text: '個人データに係る本人の数が千人を超える漏えい等が発生し、又は発生したおそれがある事態',
  },
]

/** The events to be reported on a day. */
export function breachEventsOn(day: string): readonly BreachEvent[] {
  return breachEvents.filter((event) => holdsOn(event, day))
}
