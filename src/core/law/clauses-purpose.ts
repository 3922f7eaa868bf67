import { condition } from './clause-tokens.ts'
import type { Clause } from './clauses.ts'
import { government, lifeProperty, publicHealthChild } from './clauses-provision.ts'

const act = {
  source: '個人情報の保護に関する法律（e-Gov 2025-09-24）',
  certainty: 'certain',
} as const
const original = { since: '2005-04-01', ...act } as const

/** 18条3項 (16条3項 before 2022): use beyond the purpose; and 21条4項: no notice of the purpose. */
export const purposeClauses: readonly Clause[] = [
  {
    slug: 'pu-law',
    place: '18-3-1',
    ...original,
    text: '法令（条例を含む。以下この章において同じ。）に基づく場合',
    required: [],
  },
  { slug: 'pu-life-property', place: '18-3-2', ...original, ...lifeProperty },
  { slug: 'pu-public-health-child', place: '18-3-3', ...original, ...publicHealthChild },
  { slug: 'pu-government', place: '18-3-4', ...original, ...government },
  {
    slug: 'pu-academic-self',
    place: '18-3-5',
    since: '2022-04-01',
    ...act,
    text: '当該個人情報取扱事業者が学術研究機関等である場合であって、当該個人情報を学術研究の用に供する目的（以下この章において「学術研究目的」という。）で取り扱う必要があるとき（当該個人情報を取り扱う目的の一部が学術研究目的である場合を含み、個人の権利利益を不当に侵害するおそれがある場合を除く。）。',
    required: [],
  },
  {
    slug: 'pu-academic-recipient',
    place: '18-3-6',
    since: '2022-04-01',
    ...act,
    text: '学術研究機関等に個人データを提供する場合であって、当該学術研究機関等が当該個人データを学術研究目的で取り扱う必要があるとき（当該個人データを取り扱う目的の一部が学術研究目的である場合を含み、個人の権利利益を不当に侵害するおそれがある場合を除く。）。',
    required: [],
  },
  {
    slug: 'pn-rights',
    place: '21-4-1',
    ...original,
    text: '利用目的を本人に通知し、又は公表することにより本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合',
    required: [condition('権利利益を害するおそれ', /害するおそれ/u)],
  },
  {
    slug: 'pn-business',
    place: '21-4-2',
    ...original,
    text: '利用目的を本人に通知し、又は公表することにより当該個人情報取扱事業者の権利又は正当な利益を害するおそれがある場合',
    required: [condition('正当な利益を害するおそれ', /害するおそれ/u)],
  },
  {
    slug: 'pn-government',
    place: '21-4-3',
    ...original,
    text: '国の機関又は地方公共団体が法令の定める事務を遂行することに対して協力する必要がある場合であって、利用目的を本人に通知し、又は公表することにより当該事務の遂行に支障を及ぼすおそれがあるとき。',
    required: [condition('支障を及ぼすおそれ', /支障/u)],
  },
  {
    slug: 'pn-obvious',
    place: '21-4-4',
    ...original,
    text: '取得の状況からみて利用目的が明らかであると認められる場合',
    required: [],
  },
]
