import type { ExceptionScope, SectionKind } from '../document.ts'
import { key } from '../fold.ts'
import { type Context, nearest } from './context.ts'
import { basisOf, knowsBasis } from './exception-bases.ts'
import { clausesIn } from './exception-sentences.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'
import { isSentence, withoutClosingBracket } from './shape.ts'

/**
 * The cases in which consent is not asked (27条1項, 27条5項), disclosure is refused (33条2項), or use ceases (35条).
 * Lists that only look alike are left alone: 18条3項 (use beyond the purpose), 20条2項 (sensitive information),
 * 21条4項 (no notice of the purpose), the items of an opt-out.
 */
export function exceptionScopeOf(context: Context): ExceptionScope | null {
  return context.scope ?? scopeByWords(context)
}

/**
 * What most cases of a list are exceptions to, by the grounds of the Act that they give; null where too few give one,
 * or where the list is of another kind (20条2項, 18条3項).
 */
export function scopeOfCases(cases: readonly string[], context: Context): ExceptionScope | null {
  const scopes = scopesOfKind[context.kind]
  if (!scopes || cases.length < 2 || context.scope) return null
  if (isElsewhere(key(context.lead))) return null
  const told = cases.filter(isCase)
  const known = scopes.map((scope) => told.filter((text) => knowsBasis(text, scope)).length)
  const most = Math.max(...known)
  const scope = scopes[known.indexOf(most)]
  if (scope === undefined || most < 2 || most < told.length / 2 || told.length < cases.length / 2)
    return null
  return scope
}

const scopesOfKind: { readonly [K in SectionKind]?: readonly ExceptionScope[] } = {
  thirdPartyProvision: ['third-party-provision'],
  disclosure: ['disclosure-refusal', 'utilisation-cease'],
  procedure: ['disclosure-refusal', 'utilisation-cease'],
  correction: ['disclosure-refusal', 'utilisation-cease'],
  utilisationCease: ['utilisation-cease', 'disclosure-refusal'],
}
const isElsewhere = (lead: string) =>
  (/要配慮個人情報[^。]*(?:取得|収集)/u.test(lead) && !/第三者/u.test(lead)) ||
  /オプトアウト|(?:目的外|範囲を超え)[^。]*(?:利用|使用|取り?扱)[^。]*(?:ません|ない)/u.test(lead)

function scopeByWords(context: Context): ExceptionScope | null {
  const lead = key(context.lead)
  const heading = nearest(context)
  const near = lead + heading
  if (/要配慮個人情報[^。]*(?:取得|収集)/u.test(lead) && !/第三者/u.test(lead)) return null
  if (
    /オプトアウト|(?:目的外|範囲を超え)[^。]*(?:利用|使用|取り?扱)/u.test(lead) &&
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
  if (/理由と?し?て?[^。]*(?:利用(?:の)?停止|消去)/u.test(lead)) return 'utilisation-cease'
  if (refuses.test(lead) && !/第三者/u.test(lead)) return 'disclosure-refusal'
  if (/第三者[^。]*(?:提供|開示)|(?:提供|開示)[^。]*第三者/u.test(lead) && excepts.test(lead))
    return 'third-party-provision'
  if (/第三者に(?:は)?該当し(?:ない|ません)/u.test(lead)) return 'third-party-provision'
  if (
    context.kind === 'utilisationCease' &&
    /場合|とき|事由|理由/u.test(lead === '' ? heading : lead)
  )
    return 'utilisation-cease'
  if (lead === '' && asked.includes(context.kind) && refuses.test(heading))
    return 'disclosure-refusal'
  if (/(?:利用(?:の)?停止|消去)[^。]*(?:次の|以下|いずれか|各号)/u.test(lead))
    return 'utilisation-cease'
  if (
    context.kind === 'thirdPartyProvision' &&
    (excepts.test(lead) || /例外|除く|同意(?:なく|を得ない|を得ず)/u.test(near))
  )
    return 'third-party-provision'
  return null
}

const asked: readonly SectionKind[] = ['disclosure', 'procedure', 'correction']
const refuses =
  /(?:開示|訂正|応じ|お応え|ご?希望に(?:沿|添)|請求)[^。]*(?:しない|しません|いたしません|致しません|できない|できません|応じられ(?:ない|ません)|応じない|(?:応じ|いたし|致し|でき)かね|お断り|拒否|拒む|制限|沿えない|添えない|沿えません|添えません|不開示|対象外|除き|除く)/u
const excepts =
  /除[いきくけ]|例外|(?:ただし|但し)|場合に(?:は|限り|のみ|おいて)|(?:次|以下|下記|左記)(?:の|に)(?:いずれか|各号|場合|掲げる|定める|該当|示す)|同意(?:なく|を得ない|を得ず|なし|を得ることなく|がなくとも|を要(?:し|さ)ない)|この限り/u

/** Whether a line reads as a case: 法令に基づく場合, …困難であるとき。, 公的機関からの照会への回答. */
export function isCase(text: string): boolean {
  let plain = key(text).replace(/[。.]$/u, '')
  for (let i = 0; i < 3; i++) plain = withoutClosingBracket(plain).replace(/[。.]$/u, '')
  if (/(?:場合|とき|時|事由|理由)(?:等|など)?$/u.test(plain)) return true
  return !isSentence(text) && knowsBasis(text, 'third-party-provision')
}

/* Exceptions within sentences. */

export function exceptionSpans(text: string, context: Context, place: number): Span[] {
  let before = context.lead
  return sentencesOf(text).flatMap(({ start, text: sentence }) => {
    const clauses = clausesIn(sentence, before, context.kind)
    before = sentence
    return clauses.map((found) => {
      const { basis, confidence } = basisOf(found.text, found.scope)
      const node = context.records.exceptionClause(
        found.text,
        { basis: found.basis ?? basis, appliesTo: found.scope },
        Math.min(confidence, 0.7),
        place,
      )
      const at = start + found.at
      return { start: at, end: at + found.text.length, node, weight: 90 }
    })
  })
}
