import type { Token } from './clauses.ts'

/* Words of the Act, and what else policies say for them; matched against a text folded and without spaces. */

export function condition(words: string, said: RegExp): Token {
  return { words, said, kind: 'condition' }
}
export function subject(words: string, said: RegExp): Token {
  return { words, said, kind: 'subject' }
}

export const consentDifficult = condition(
  '本人の同意を得ることが困難',
  /(?:同意|承諾|了解|了承|許諾)(?:を|の|が)?[^。]{0,14}(?:困難|難し|でき(?:ない|ません|なかった)|得られな|不可能|余裕がな|いとまがな|暇がな)|緊急/u,
)
export const life = subject('生命', /生命|人命/u)
export const body = subject('身体', /身体|心身|健康/u)
export const property = subject('財産', /財産|資産/u)
export const necessary = condition(
  '必要がある',
  /必要|保護する(?:ため|場合)|(?:損なう|害する|危険が?及ぶ|差し?迫)[^。]{0,8}(?:恐れ|おそれ|危険|場合)/u,
)
export const publicHealth = subject('公衆衛生', /公衆衛生/u)
export const children = subject('児童', /児童|子ども|子供|青少年/u)
export const especially = condition('特に必要', /(?:特に|特別(?:に|な)|とくに)[^。、]{0,4}必要/u)
export const stateBodies = subject(
  '国の機関',
  /国(?:の|、|や|又は|または|若しくは|もしくは|・|及び|および|等)|自治体|官公庁|官公署|行政機関|公的機関|公共機関|裁判所|警察|税務署|捜査機関/u,
)
export const localBodies = subject(
  '地方公共団体',
  /公共団体|自治体|等|など|官公庁|官公署|行政機関|公的機関|公共機関/u,
)
export const entrusted = subject('委託を受けた者', /委託(?:を受け|され|先)|受託|等|など/u)
/** Affairs that a law lays down, be it said of them or of the request; or what only public bodies do. */
export const statutoryAffairs = condition(
  '法令の定める事務',
  /(?:法令|法律|法規|条例|法定|法)(?:[^。、]{0,16})(?:事務|業務|職務|照会|要請|要求|求め|手続|権限)|公務|公共(?:の|的な?)?事務|法的(?:な)?(?:手続|義務|権限)|捜査|行政事務/u,
)
export const cooperate = condition('協力する必要', /協力/u)
export const hindrance = condition('支障を及ぼすおそれ', /支障|妨げ|障害|差し?支え|困難にする/u)
