import type { Words } from '../words.ts'
import { type Dated, holdsOn, type Sourced } from './dated.ts'

/** A fact that has to be told of joint use, without interruption and to everyone (27条5項3号, 通則編3-6-3). */
export type JointUseFactAsked = Dated &
  Sourced & { readonly id: JointUseFactId; readonly words: Words }
export type JointUseFactId =
  | 'statement'
  | 'items'
  | 'scope'
  | 'purposes'
  | 'manager'
  | 'managerAddress'
  | 'managerRepresentative'

const act = {
  source: '個人情報の保護に関する法律（e-Gov 2025-09-24）',
  certainty: 'certain',
} as const

const jointUseFacts: readonly JointUseFactAsked[] = [
  fact('statement', '2005-04-01', '共同利用する旨', 'that data is used jointly'),
  fact('items', '2005-04-01', '共同して利用される個人データの項目', 'the items of data'),
  fact('scope', '2005-04-01', '共同して利用する者の範囲', 'the range of joint users'),
  fact('purposes', '2005-04-01', '利用する者の利用目的', 'the purposes of the users'),
  fact(
    'manager',
    '2005-04-01',
    '管理について責任を有する者の氏名又は名称',
    'the name of the operator responsible for the data',
  ),
  fact('managerAddress', '2022-04-01', '責任を有する者の住所', 'the address of that operator'),
  fact(
    'managerRepresentative',
    '2022-04-01',
    '責任を有する法人の代表者の氏名',
    'the name of that operator’s representative',
  ),
]

function fact(id: JointUseFactId, since: string, ja: string, en: string): JointUseFactAsked {
  return { id, since, words: { ja, en }, ...act }
}

/** What has to be told of joint use on a day. */
export function jointUseFactsOn(day: string): readonly JointUseFactAsked[] {
  return jointUseFacts.filter((one) => holdsOn(one, day))
}
