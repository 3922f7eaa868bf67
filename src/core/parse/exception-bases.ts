import type { ExceptionBasis, ExceptionScope } from '../document.ts'
import { key } from '../fold.ts'

/**
 * The grounds of the Act in the words that policies say them with. The first that fits is taken, so what is special
 * comes before what is general. Article numbers are those of the Act since 2022 and, where they differ, before.
 */
type Words = readonly (readonly [ExceptionBasis, RegExp])[]

/** 27条1項, 27条5項 (23条 before). */
const provision: Words = [
  [
    'other',
    /社会通念|[当弊本][社法協院会店学校行園組][^、]*判断|(?<!法令(?:等)?(?:に基づき|により|で|上)[^。]{0,20})認められ(?:る|た|ている)場合$/u,
  ],
  [
    'appi-27-1-2',
    /生命[^。]*(?:身体|財産)|生命(?:の|を)|人命|身体[^。]{0,4}(?:又は|または|や|・|、)財産/u,
  ],
  ['appi-27-1-3', /公衆衛生|児童[^、。]{0,8}健全|青少年の健全|児童虐待/u],
  [
    'appi-27-1-4',
    /(?:国|地方公共団体|自治体|官公庁|公的機関|行政機関|官公署|公共機関|警察|裁判所|税務署|捜査機関)[^。]*(?:協力|事務(?:を|の)[^。]*遂行|事務の支障)/u,
  ],
  ['appi-27-1-5', /研究の?成果の(?:公表|発表)|教授のため/u],
  [
    'appi-27-1-7',
    /第三者が(?:、)?(?:大学その他の)?学術研究機関|(?:提供先|相手方|受領者)[^。]*学術研究機関|学術研究機関(?:等)?が[^。]*(?:取り?扱|利用)|学術研究機関(?:等)?(?:に|へ)/u,
  ],
  ['appi-27-1-6', /学術研究/u],
  ['appi-27-5-3', /共同(?:して|で)?(?:の)?利用/u],
  [
    'appi-27-5-2',
    /承継|合併|会社分割|(?:事業|営業)(?:の)?(?:全部|一部|譲渡|移転|売却|統合)|(?:組織|企業|会社|事業|グループ)(?:の)?再編/u,
  ],
  ['appi-27-5-1', /委託(?!を受け)|外注|業務を代行|代行(?:会社|業者)/u],
  [
    'appi-27-1-1',
    /(?:法令|法律|条例|法規|規則|番号法|[\p{Script=Han}]{1,12}法)(?:等|など)?(?:の規定|の定め|の要請)?(?:に(?:特別の|別段の|特段の)?(?:基づ|もとづ|よ[りるっ]|従|則|定め|規定|おいて|明記)|で(?:限定的に)?(?:定め|規定|明記|明示|義務)|上)|法令(?:等)?(?:への|に)(?:協力|対応)|法的(?:な)?(?:義務|要請|要求|手続|根拠)|法定|令状|判決|裁判所の命令|捜査関係事項照会|弁護士(?:会)?照会|開示(?:が)?(?:義務|要求|命令)/u,
  ],
  [
    'appi-27-1-4',
    /(?:国の機関|地方公共団体|自治体|官公庁|公的機関|行政機関|官公署|監督官庁|警察|検察|裁判所|税務署|捜査機関)[^。]*(?:要請|求め|照会|命令|依頼|要求)/u,
  ],
]

/** 33条2項 (28条2項, 25条1項 before). */
const refusal: Words = [
  [
    'appi-33-2-1',
    /権利利益|権利(?:、|や|又は|または|・)[^。]{0,8}利益|生命[^。]*(?:身体|財産)|(?:第三者|他人|他の(?:方|者|個人))の[^。]{0,16}(?:害|損な|侵害|プライバシー)/u,
  ],
  [
    'appi-33-2-2',
    /(?:業務|運営|事業|活動|診療|教育|治療)[^。]{0,24}支障|適正な(?:実施|遂行|運営|運用)[^。]{0,16}支障/u,
  ],
  [
    'appi-33-2-3',
    /(?:法令|法律|条例|法規)(?:等|など)?(?:の規定)?(?:に|へ)(?:違反|反|抵触)|法令違反|法令(?:等)?(?:により|上|で)[^。]*(?:開示|禁|制限|でき)/u,
  ],
]

/** 35条1項, 3項, 5項 (30条, 27条 before). */
const cease: Words = [
  ['other', /多額の費用|過大な費用|困難な(?:場合|とき)/u],
  [
    'appi-35-3',
    /第三者(?:に|へ)(?:の)?(?:提供|開示)|第 ?(?:27|28) ?条[^。]*第三者|第 ?(?:23|24) ?条[^。]*第三者/u,
  ],
  [
    'appi-35-5',
    /(?:必要|理由)(?:が|も|の)?(?:なく|無く|無い|ない|消滅)|不要(?:に|と)|漏え?い|漏洩|滅失|毀損|き損|正当な利益|利益が害され|害されるおそれ|個人情報保護委員会への報告|第 ?26 ?条|事態が生じ/u,
  ],
  [
    'appi-35-1',
    /範囲を超え|目的外|目的以外|不正|不適正|違法|不当|助長|誘発|偽り|同意(?:なく|を得ず|を得ない)|第 ?(?:1[5-9]|20) ?条|違反して/u,
  ],
]

const lexicon: { readonly [K in ExceptionScope]: Words } = {
  'third-party-provision': provision,
  'disclosure-refusal': refusal,
  'utilisation-cease': cease,
}

/**
 * The ground that a clause gives, by the words of the Act; `other` is the operator's own. What a bracket adds
 * (感染症の届出等) only counts where the clause itself says none.
 */
export function basisOf(
  text: string,
  scope: ExceptionScope,
): { readonly basis: ExceptionBasis; readonly confidence: number } {
  const plain = key(text)
  const outside = plain.replace(/\([^()]*\)/gu, '')
  for (const said of outside === plain ? [plain] : [outside, plain])
    for (const [basis, words] of lexicon[scope])
      if (words.test(said)) return { basis, confidence: basis === 'other' ? 0.75 : 0.95 }
  return { basis: 'other', confidence: 0.65 }
}

/** Whether a text gives a ground of the Act. */
export function knowsBasis(text: string, scope: ExceptionScope): boolean {
  return basisOf(text, scope).basis !== 'other'
}
