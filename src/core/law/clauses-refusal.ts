import { condition } from './clause-tokens.ts'
import type { Clause } from './clauses.ts'

const act = {
  since: '2005-04-01',
  source: '個人情報の保護に関する法律（e-Gov 2025-09-24）',
  certainty: 'certain',
} as const

/** 33条2項ただし書 (28条2項, 25条1項 before): when disclosure may be refused. */
export const refusalClauses: readonly Clause[] = [
  {
    slug: 'rf-rights',
    place: '33-2-1',
    basis: 'appi-33-2-1',
    ...act,
    text: '本人又は第三者の生命、身体、財産その他の権利利益を害するおそれがある場合',
    required: [
      condition(
        '権利利益を害するおそれ',
        /(?:利益|権利|プライバシー|財産|身体|安全)[^。]{0,24}(?:害|損|侵|脅か|及ぼす)/u,
      ),
    ],
  },
  {
    slug: 'rf-business',
    place: '33-2-2',
    basis: 'appi-33-2-2',
    ...act,
    text: '当該個人情報取扱事業者の業務の適正な実施に著しい支障を及ぼすおそれがある場合',
    required: [condition('著しい支障', /著し(?:い|く)|重大な/u)],
  },
  {
    slug: 'rf-law',
    place: '33-2-3',
    basis: 'appi-33-2-3',
    ...act,
    text: '他の法令に違反することとなる場合',
    required: [condition('違反することとなる', /違反|反する|反し|抵触|禁/u)],
  },
]
