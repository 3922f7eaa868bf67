import type { ExceptionBasis, ExceptionScope } from '../document.ts'
import { type Context, nearest } from './context.ts'
import { key } from './fold.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'
import { isLeadIn, isSentence } from './shape.ts'

/**
 * The cases in which consent is not asked (27条1項, 27条5項), disclosure is refused (33条2項), or use ceases (35条).
 * Lists that only look alike are left alone: 18条3項 (use beyond the purpose), 20条2項 (sensitive information),
 * 21条4項 (no notice of the purpose), the items of an opt-out.
 */
export function exceptionScopeOf(context: Context): ExceptionScope | null {
  const lead = key(context.lead)
  const heading = nearest(context)
  const near = lead + heading
  if (/要配慮個人情報[^。]*(?:取得|収集)/u.test(lead) && !/第三者/u.test(lead)) return null
  if (
    /オプトアウト|(?:目的外|範囲を超え)[^。]*(?:利用|取り?扱)/u.test(lead) &&
    !/第三者[^。]*提供/u.test(lead) &&
    context.kind !== 'utilisationCease'
  )
    return null
  if (
    /(?:通知|公表)(?:し|しない|を?行わ)/u.test(lead) &&
    /利用目的/u.test(lead) &&
    !/第三者|開示/u.test(lead)
  )
    return null
  if (refuses.test(lead) && !/第三者/u.test(lead)) return 'disclosure-refusal'
  if (/第三者[^。]*(?:提供|開示)|(?:提供|開示)[^。]*第三者/u.test(lead) && excepts.test(lead))
    return 'third-party-provision'
  if (context.kind === 'utilisationCease' && /場合|とき|事由/u.test(lead))
    return 'utilisation-cease'
  if (/(?:利用(?:の)?停止|消去)[^。]*(?:次の|以下|いずれか|各号)/u.test(lead))
    return 'utilisation-cease'
  if (
    context.kind === 'thirdPartyProvision' &&
    (excepts.test(lead) || /例外|除く|同意(?:なく|を得ない|を得ず)/u.test(near))
  )
    return 'third-party-provision'
  return null
}

const refuses =
  /(?:開示|訂正|応じ|ご?希望に(?:沿|添)|請求)[^。]*(?:しない|しません|いたしません|致しません|できない|できません|応じられない|応じない|(?:応じ|いたし|致し|でき)かね|お断り|拒否|拒む|制限|沿えない|添えない|不開示|除き|除く)/u
const excepts =
  /除[きく]|例外|(?:ただし|但し)|場合に(?:は|限り|のみ)|(?:次|以下)の(?:いずれか|各号|場合)|同意(?:なく|を得ない|を得ず|なし)/u

type Words = readonly (readonly [ExceptionBasis, RegExp])[]

const provision: Words = [
  ['other', /社会通念|当[社法協院会][^、]*判断/u],
  ['appi-27-1-2', /生命[^。]*(?:身体|財産)/u],
  ['appi-27-1-3', /公衆衛生|児童の健全/u],
  [
    'appi-27-1-4',
    /国の機関|地方公共団体|(?:官公庁|公的機関|行政機関|警察|裁判所|捜査機関)[^。]*(?:協力|要請|求め|照会|命令|事務)/u,
  ],
  ['appi-27-1-5', /学術研究の成果の公表|教授のため/u],
  ['appi-27-1-7', /第三者が学術研究機関/u],
  ['appi-27-1-6', /学術研究/u],
  ['appi-27-5-3', /共同(?:して|で)?利用/u],
  ['appi-27-5-2', /承継|合併|事業譲渡|事業(?:の)?(?:全部|一部)?[^。]{0,8}譲渡|会社分割/u],
  ['appi-27-5-1', /(?:取り?扱い?|業務)[^。]*(?:委託|外注)|委託先|委託する場合|委託に伴/u],
  [
    'appi-27-1-1',
    /法令(?:等)?(?:の規定|の定め)?に(?:基づ|よ[りる]|従|則|定め)|法律に基づ|法的(?:な)?(?:義務|要請|要求)|法令(?:等)?(?:により|上)(?!.*その他)/u,
  ],
]
const refusal: Words = [
  ['appi-33-2-1', /権利利益を(?:害|侵害)|生命[^。]*財産/u],
  ['appi-33-2-2', /業務の適正な(?:実施|遂行|運営)に?[^。]*支障/u],
  ['appi-33-2-3', /法令に違反|法律に違反|法令違反/u],
]
const cease: Words = [
  ['other', /多額の費用|困難な場合/u],
  ['appi-35-3', /第三者に(?:提供|開示)され/u],
  [
    'appi-35-5',
    /必要がなくな|必要が無くな|必要のなくな|漏え?い|漏洩|滅失|毀損|き損|正当な利益|利益が害され/u,
  ],
  [
    'appi-35-1',
    /範囲を超え|目的外|不正の手段|不正な手段|不適正|違法又は不当|違法または不当|助長|偽り|同意(?:なく|を得ず)/u,
  ],
]

const lexicon: { readonly [K in ExceptionScope]: Words } = {
  'third-party-provision': provision,
  'disclosure-refusal': refusal,
  'utilisation-cease': cease,
}

/** The ground that a clause gives, by the words of the Act; `other` is the operator's own. */
export function basisOf(
  text: string,
  scope: ExceptionScope,
): { basis: ExceptionBasis; confidence: number } {
  const plain = key(text)
  for (const [basis, words] of lexicon[scope])
    if (words.test(plain)) return { basis, confidence: basis === 'other' ? 0.75 : 0.95 }
  return { basis: 'other', confidence: 0.65 }
}

/** Whether a line reads as a case: 法令に基づく場合, …困難であるとき。 */
export function isCase(text: string): boolean {
  const plain = key(text).replace(/[。.]$/u, '')
  if (/(?:場合|とき|時|事由)(?:\([^()]*\))?(?:等|など)?$/u.test(plain)) return true
  return !isSentence(text) && knownBasis(text)
}
const knownBasis = (text: string) =>
  provision.some(([basis, words]) => basis !== 'other' && words.test(key(text)))

/* Exceptions within sentences. */

export function exceptionSpans(text: string, context: Context, place: number): Span[] {
  const { kind } = context
  if (
    kind !== 'thirdPartyProvision' &&
    kind !== 'disclosure' &&
    kind !== 'utilisationCease' &&
    kind !== 'procedure' &&
    kind !== 'correction'
  )
    return []
  return sentencesOf(text).flatMap(({ start, text: sentence }) => {
    const found = inSentence(sentence, kind)
    if (!found) return []
    const { basis, confidence } = basisOf(found.text, found.scope)
    const node = context.records.exceptionClause(
      found.text,
      { basis: found.basis ?? basis, appliesTo: found.scope },
      Math.min(confidence, 0.7),
      place,
    )
    const at = start + found.at
    return [{ start: at, end: at + found.text.length, node, weight: 90 }]
  })
}

type InSentence = { at: number; text: string; scope: ExceptionScope; basis?: ExceptionBasis }

function inSentence(sentence: string, kind: Context['kind']): InSentence | null {
  const connective =
    /^(?:なお|また|ただし|但し|さらに|ほか)[、,]\s*/u.exec(sentence)?.[0].length ?? 0
  const said = sentence.slice(connective)
  if (kind === 'thirdPartyProvision') {
    // 法令に基づく場合を除き、…提供しません。
    const except =
      /((?:(?:個人情報保護法その他の)?法令(?:等)?(?:の規定|の定め)?に(?:基づく|定める|定めのある|よる)|法令で認められ(?:る|た))場合)(?:等)?を除/u.exec(
        said,
      )
    if (except?.[1])
      return { at: connective + except.index, text: except[1], scope: 'third-party-provision' }
    if (
      !/(?:提供|開示)(?:する|させていただく|いたす)(?:こと|場合)(?:が|も)(?:あり|ござい)ます/u.test(
        said,
      )
    )
      return null
    if (!/委託|業務を遂行|提携/u.test(said) || /個人関連情報|統計/u.test(said)) return null
    const toPrincipal = /委託(?:を受け|者である|元)/u.test(said)
    return {
      at: connective,
      text: said,
      scope: 'third-party-provision',
      basis: toPrincipal ? 'other' : 'appi-27-5-1',
    }
  }
  if (kind === 'utilisationCease' || kind === 'disclosure') {
    const instead =
      /^(.*(?:多額の費用|困難)[^。]*?(?:代わるべき|代替)[^。]*?場合)(?=は、|には、|に限り)/u.exec(
        said,
      )
    if (instead?.[1] && /利用(?:の)?停止|消去/u.test(said))
      return { at: connective, text: instead[1], scope: 'utilisation-cease' }
  }
  if (
    /(?:開示|ご請求|請求|ご要望)[^。]*(?:応じかねる|応じられない|お応えできない|応じない)(?:こと|場合)(?:が|も)(?:あり|ござい)ます/u.test(
      said,
    ) &&
    !isLeadIn(said) &&
    /限り|場合には?[、]|場合は/u.test(said)
  )
    return { at: connective, text: said, scope: 'disclosure-refusal' }
  return null
}
