import { condition, subject } from './clause-tokens.ts'
import type { Clause } from './clauses.ts'

const since2022 = {
  since: '2022-04-01',
  source: '個人情報の保護に関する法律（e-Gov 2025-09-24）',
  certainty: 'certain',
} as const

/** 27条1項5号–7号: only academic institutions use the first two; added on 2022-04-01. */
export const academicClauses: readonly Clause[] = [
  {
    slug: 'tp-academic-publication',
    place: '27-1-5',
    basis: 'appi-27-1-5',
    ...since2022,
    text: '当該個人情報取扱事業者が学術研究機関等である場合であって、当該個人データの提供が学術研究の成果の公表又は教授のためやむを得ないとき（個人の権利利益を不当に侵害するおそれがある場合を除く。）。',
    required: [
      condition('やむを得ない', /やむを得な|やむをえな|止むを得な/u),
      condition('成果の公表又は教授', /成果の(?:公表|発表)|教授/u),
    ],
  },
  {
    slug: 'tp-academic-joint',
    place: '27-1-6',
    basis: 'appi-27-1-6',
    ...since2022,
    text: '当該個人情報取扱事業者が学術研究機関等である場合であって、当該個人データを学術研究目的で提供する必要があるとき（当該個人データを提供する目的の一部が学術研究目的である場合を含み、個人の権利利益を不当に侵害するおそれがある場合を除く。）（当該個人情報取扱事業者と当該第三者が共同して学術研究を行う場合に限る。）。',
    required: [condition('共同して学術研究', /共同/u)],
  },
  {
    slug: 'tp-academic-recipient',
    place: '27-1-7',
    basis: 'appi-27-1-7',
    ...since2022,
    text: '当該第三者が学術研究機関等である場合であって、当該第三者が当該個人データを学術研究目的で取り扱う必要があるとき（当該個人データを取り扱う目的の一部が学術研究目的である場合を含み、個人の権利利益を不当に侵害するおそれがある場合を除く。）。',
    required: [subject('学術研究機関等', /学術研究機関|大学|研究機関/u)],
  },
]
