import {
  body,
  children,
  condition,
  consentDifficult,
  cooperate,
  entrusted,
  especially,
  hindrance,
  life,
  localBodies,
  necessary,
  property,
  publicHealth,
  stateBodies,
  statutoryAffairs,
  subject,
} from './clause-tokens.ts'
import type { Clause } from './clauses.ts'

const act = {
  source: '個人情報の保護に関する法律（e-Gov 2025-09-24）',
  certainty: 'certain',
} as const

/* The three grounds that 18条3項, 20条2項 and 27条1項 share word for word. */

export const lifeProperty = {
  text: '人の生命、身体又は財産の保護のために必要がある場合であって、本人の同意を得ることが困難であるとき。',
  required: [life, body, property, necessary, consentDifficult],
}
export const publicHealthChild = {
  text: '公衆衛生の向上又は児童の健全な育成の推進のために特に必要がある場合であって、本人の同意を得ることが困難であるとき。',
  required: [publicHealth, children, especially, consentDifficult],
}
export const government = {
  text: '国の機関若しくは地方公共団体又はその委託を受けた者が法令の定める事務を遂行することに対して協力する必要がある場合であって、本人の同意を得ることにより当該事務の遂行に支障を及ぼすおそれがあるとき。',
  required: [stateBodies, localBodies, entrusted, statutoryAffairs, cooperate, hindrance],
}

/** 27条1項1号–4号 (23条1項 before 2022) and 27条5項: no consent needed, or no third party. */
export const provisionClauses: readonly Clause[] = [
  {
    slug: 'tp-law',
    place: '27-1-1',
    basis: 'appi-27-1-1',
    since: '2005-04-01',
    ...act,
    text: '法令に基づく場合',
    required: [],
  },
  {
    slug: 'tp-life-property',
    place: '27-1-2',
    basis: 'appi-27-1-2',
    since: '2005-04-01',
    ...act,
    ...lifeProperty,
  },
  {
    slug: 'tp-public-health-child',
    place: '27-1-3',
    basis: 'appi-27-1-3',
    since: '2005-04-01',
    ...act,
    ...publicHealthChild,
  },
  {
    slug: 'tp-government',
    place: '27-1-4',
    basis: 'appi-27-1-4',
    since: '2005-04-01',
    ...act,
    ...government,
  },
  {
    slug: 'nt-entrustment',
    place: '27-5-1',
    basis: 'appi-27-5-1',
    since: '2005-04-01',
    ...act,
    text: '個人情報取扱事業者が利用目的の達成に必要な範囲内において個人データの取扱いの全部又は一部を委託することに伴って当該個人データが提供される場合',
    required: [subject('委託', /委託|外注|代行/u)],
  },
  {
    slug: 'nt-succession',
    place: '27-5-2',
    basis: 'appi-27-5-2',
    since: '2005-04-01',
    ...act,
    text: '合併その他の事由による事業の承継に伴って個人データが提供される場合',
    required: [
      subject('合併', /合併|会社分割|事業譲渡|営業譲渡|組織再編|[ＭM]&[ＡA]/u),
      subject('その他の事由', /その他|等|など/u),
      condition('事業の承継', /承継|継承|引き?継|譲渡|移転|包括/u),
    ],
  },
  {
    slug: 'nt-joint-use',
    place: '27-5-3',
    basis: 'appi-27-5-3',
    since: '2005-04-01',
    until: '2022-04-01',
    source: '2017年版 23条5項3号',
    certainty: 'certain',
    text: '特定の者との間で共同して利用される個人データが当該特定の者に提供される場合であって、その旨並びに共同して利用される個人データの項目、共同して利用する者の範囲、利用する者の利用目的及び当該個人データの管理について責任を有する者の氏名又は名称について、あらかじめ、本人に通知し、又は本人が容易に知り得る状態に置いているとき。',
    required: [],
  },
  {
    slug: 'nt-joint-use',
    place: '27-5-3',
    basis: 'appi-27-5-3',
    since: '2022-04-01',
    ...act,
    text: '特定の者との間で共同して利用される個人データが当該特定の者に提供される場合であって、その旨並びに共同して利用される個人データの項目、共同して利用する者の範囲、利用する者の利用目的並びに当該個人データの管理について責任を有する者の氏名又は名称及び住所並びに法人にあっては、その代表者の氏名について、あらかじめ、本人に通知し、又は本人が容易に知り得る状態に置いているとき。',
    required: [
      condition('住所', /住所|所在地/u),
      condition('法人にあっては、その代表者の氏名', /代表者/u),
    ],
  },
]
