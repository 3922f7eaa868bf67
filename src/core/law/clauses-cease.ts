import { condition } from './clause-tokens.ts'
import type { Clause } from './clauses.ts'

const act = {
  source: '個人情報の保護に関する法律（e-Gov 2025-09-24）',
  certainty: 'certain',
} as const
const original = { since: '2005-04-01', ...act } as const
const since2022 = { since: '2022-04-01', ...act } as const

/** 35条 (30条, 27条 before): the grounds for cease of use, erasure and cease of provision, one ground each. */
export const ceaseClauses: readonly Clause[] = [
  {
    slug: 'ce-beyond-purpose',
    place: '35-1',
    basis: 'appi-35-1',
    ...original,
    text: '第十八条の規定に違反して取り扱われているとき',
    required: [],
  },
  {
    slug: 'ce-improper-use',
    place: '35-1',
    basis: 'appi-35-1',
    ...since2022,
    text: '第十九条の規定に違反して取り扱われているとき',
    required: [],
  },
  {
    slug: 'ce-improper-acquisition',
    place: '35-1',
    basis: 'appi-35-1',
    ...original,
    text: '第二十条の規定に違反して取得されたものであるとき',
    required: [],
  },
  {
    slug: 'ce-illegal-provision',
    place: '35-3',
    basis: 'appi-35-3',
    ...original,
    text: '第二十七条第一項又は第二十八条の規定に違反して第三者に提供されているとき',
    required: [condition('違反して', /違反|違法|不正|同意(?:なく|を得)|条/u)],
  },
  {
    slug: 'ce-no-longer-needed',
    place: '35-5',
    basis: 'appi-35-5',
    ...since2022,
    text: '当該個人情報取扱事業者が利用する必要がなくなった場合',
    required: [],
  },
  {
    slug: 'ce-breach',
    place: '35-5',
    basis: 'appi-35-5',
    ...since2022,
    text: '第二十六条第一項本文に規定する事態が生じた場合',
    required: [],
  },
  {
    slug: 'ce-harm',
    place: '35-5',
    basis: 'appi-35-5',
    ...since2022,
    text: 'その他当該本人が識別される保有個人データの取扱いにより当該本人の権利又は正当な利益が害されるおそれがある場合',
    required: [],
  },
]
