import type { Clause } from './clauses.ts'
import { government, lifeProperty, publicHealthChild } from './clauses-provision.ts'

const act = {
  source: '個人情報の保護に関する法律（e-Gov 2025-09-24）',
  certainty: 'certain',
} as const
const since2017 = { since: '2017-05-30', ...act } as const
const since2022 = { since: '2022-04-01', ...act } as const

/** 20条2項 (17条2項 before 2022): acquiring sensitive information without consent. */
export const sensitiveClauses: readonly Clause[] = [
  { slug: 'se-law', place: '20-2-1', ...since2017, text: '法令に基づく場合', required: [] },
  { slug: 'se-life-property', place: '20-2-2', ...since2017, ...lifeProperty },
  { slug: 'se-public-health-child', place: '20-2-3', ...since2017, ...publicHealthChild },
  { slug: 'se-government', place: '20-2-4', ...since2017, ...government },
  {
    slug: 'se-academic-self',
    place: '20-2-5',
    ...since2022,
    text: '当該個人情報取扱事業者が学術研究機関等である場合であって、当該要配慮個人情報を学術研究目的で取り扱う必要があるとき（当該要配慮個人情報を取り扱う目的の一部が学術研究目的である場合を含み、個人の権利利益を不当に侵害するおそれがある場合を除く。）。',
    required: [],
  },
  {
    slug: 'se-academic-from',
    place: '20-2-6',
    ...since2022,
    text: '学術研究機関等から当該要配慮個人情報を取得する場合であって、当該要配慮個人情報を学術研究目的で取得する必要があるとき（当該要配慮個人情報を取得する目的の一部が学術研究目的である場合を含み、個人の権利利益を不当に侵害するおそれがある場合を除く。）（当該個人情報取扱事業者と当該学術研究機関等が共同して学術研究を行う場合に限る。）。',
    required: [],
  },
  {
    slug: 'se-public-domain',
    place: '20-2-7',
    ...since2022,
    text: '当該要配慮個人情報が、本人、国の機関、地方公共団体、学術研究機関等、第五十七条第一項各号に掲げる者その他個人情報保護委員会規則で定める者により公開されている場合',
    required: [],
  },
  {
    slug: 'se-cabinet-order',
    place: '20-2-8',
    ...since2022,
    text: 'その他前各号に掲げる場合に準ずるものとして政令で定める場合',
    required: [],
  },
]
