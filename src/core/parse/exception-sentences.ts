import type { ExceptionBasis, ExceptionScope, SectionKind } from '../document.ts'
import { fold } from '../fold.ts'
import { knowsBasis } from './exception-bases.ts'
import { isLeadIn } from './shape.ts'

/** A clause as a sentence states it, and where in the sentence. */
export type ClauseInSentence = {
  readonly at: number
  readonly text: string
  readonly scope: ExceptionScope
  /** Where the form of the sentence gives the ground. */
  readonly basis?: ExceptionBasis
}

/** The exceptions that a sentence states, by what its section is about. `before` is the sentence before it. */
export function clausesIn(sentence: string, before: string, kind: SectionKind): ClauseInSentence[] {
  const plain = fold(sentence)
  const found = [
    ...provisionClauses(plain, fold(before), kind),
    ...refusalClauses(plain, kind),
    ...ceaseClauses(plain, kind),
  ]
  return found.map(({ at, text, ...rest }) => ({
    at,
    text: sentence.slice(at, at + text.length),
    ...rest,
  }))
}

/* The cases that a sentence lists: 法令に基づく場合、…が困難であるとき又は…の場合. */

type Case = { readonly at: number; readonly text: string }

/** What may open a sentence without being a part of its cases: ただし、, また、, 当社は、, 前項の定めにかかわらず、. */
const opening =
  /^(?:(?:前項|上記|前条|前二項|同意の有無)(?:の(?:規定|定め))?に?(?:も)?かかわらず[、,]\s*|(?:前項|前条)の規定は[、,]\s*|(?:なお|また|ただし|但し|さらに|ほか|もっとも)[、,]?\s*)*(?:[当弊本私][^、。]{1,10}?(?:は|では|においては)[、,]\s*)?/u
const separator =
  /^(?:等|など)?(?:[、,]\s*(?:または|又は|若しくは|もしくは|及び|および|並びに|ならびに|その他)?[、,]?|または|又は|若しくは|もしくは|及び|および|並びに|ならびに|その他|や|と)/u

/** The cases of `text` from `from` to `to`; each ends in 場合, とき or what `end` says. */
function casesOf(text: string, from: number, to: number, end = /^(?:場合|とき)/u): Case[] {
  const cases: Case[] = []
  let start = from
  let depth = 0
  for (let i = from; i < to; i++) {
    const sign = text.charAt(i)
    if ('(「『【'.includes(sign)) depth++
    else if (')」』】'.includes(sign)) depth = Math.max(0, depth - 1)
    if (depth > 0) continue
    const ending = end.exec(text.slice(i, i + 8))?.[0]
    if (ending === undefined) continue
    const bracket = /^\([^()]*\)/u.exec(text.slice(i + ending.length))?.[0] ?? ''
    const stop = i + ending.length + bracket.length
    const between = separator.exec(text.slice(stop, stop + 12))?.[0]
    if (stop < to && between === undefined) continue
    // …な場合であって、…とき: the case goes on, for its end has yet to come. …な場合その他…な場合であって is one.
    cases.push({ at: start, text: text.slice(start, stop) })
    start = stop + (between?.length ?? 0)
    i = start - 1
  }
  return cases
}

/** Where a case begins within what stands before its end: behind the topic (お客様の個人情報は、). */
function caseStart(text: string, from: number): number {
  const topic =
    /^[^、。]{0,60}?(?:個人情報|個人データ|情報|データ)(?:等)?(?:については|につきましては|を|は|が)[、,]\s*/u.exec(
      text.slice(from),
    )
  return from + (topic?.[0].length ?? 0)
}

/* 27条: …を除き、第三者に提供しません。 …ません。ただし、…はこの限りではありません。 */

const excludes = /(?:等|など)?(?:を除[いきくけ]|以外[はに]|でない限り|のほか[、は])/u
const exempts =
  /(?:等|など)?(?:に?(?:は|おいては)?[、,]?\s*(?:この限りで(?:は)?(?:ない|ありません|ございません)|除きます|除く|例外とします))/u
const provides =
  /第三者[^。]*(?:提供|開示)|(?:提供|開示)[^。]*(?:第三者|同意)|同意(?:なく|なし|を得)[^。]*(?:提供|開示)/u
const consented = /同意(?:が|を|の)?(?:ある|あった|得た|得られ|得て|いただ|頂い|上|もと|下)/u

function provisionClauses(
  plain: string,
  before: string,
  kind: SectionKind,
): Omit<ClauseInSentence, never>[] {
  const inSection = kind === 'thirdPartyProvision'
  if (!inSection && !(provides.test(plain) && /ません|ない|いたしかね/u.test(plain))) return []
  const scope = 'third-party-provision' as const
  const skip = opening.exec(plain)?.[0].length ?? 0
  const until = endOfCases(plain, skip, before)
  if (until !== null) {
    const from = caseStart(plain, skip)
    const cases = casesOf(plain, from, until)
      .map((one) => afterTopic(one))
      .filter(({ text }) => !isAnnounced(text) && !consentOnly(text))
    const known = cases.some(
      ({ text }) => knowsBasis(text, scope) || /法令|法[にで]|正当な/u.test(text),
    )
    if (cases.length > 0 && known) return cases.map((one) => ({ ...one, scope }))
  }
  return inSection ? entrusting(plain, skip) : []
}

/** Where the cases of an exception end: before を除き, or before はこの限りではありません. */
function endOfCases(plain: string, from: number, before: string): number | null {
  const rest = plain.slice(from)
  for (const end of [excludes, exempts]) {
    const match = new RegExp(`(?<=場合|とき|\\))${end.source}`, 'u').exec(rest)
    if (match && (end === exempts || provides.test(plain) || /提供|開示/u.test(before)))
      return from + match.index
  }
  // …提供しません。ただし、法令に基づく場合は、同意なく提供することがあります。
  if (
    !/第三者[^。]*(?:提供|開示)[^。]*(?:ません|ない)/u.test(before) &&
    !/同意(?:なく|を得ず|を得ないで|を得ることなく|なし)/u.test(rest)
  )
    return null
  const may =
    /(?<=場合|とき|\))(?:等|など)?(?:に)?(?:は|限り|おいては|のみ)[、,]?[^。]*(?:提供|開示)[^。]*(?:ことがあ|場合があ|できる|します|いたします|得る)/u.exec(
      rest,
    )
  return may ? from + may.index : null
}

/** 次の場合, 以下のいずれかに該当する場合: the cases stand below. */
const isAnnounced = (text: string) =>
  isLeadIn(text) || /(?:上記|前項|前各号|各号|下記|次|以下)[^、]{0,16}場合$/u.test(text)
const consentOnly = (text: string) =>
  consented.test(text) && !/困難|難しい|でき(?:ない|ません)/u.test(text)

/** お客様の情報を第三者に、法令に基づく場合: what is before the last topic is no part of the case. */
function afterTopic({ at, text }: Case): Case {
  const topic =
    /^.*?(?:個人情報|個人データ|情報|データ)(?:等)?を[、,]\s*|^[^、]{1,16}にかかわらず[、,]\s*|^[^、]{1,30}(?:においては|では|は)[、,]\s*/u.exec(
      text,
    )
  const length = topic?.[0].length ?? 0
  return length > 0 && /場合|とき/u.test(text.slice(length))
    ? { at: at + length, text: text.slice(length) }
    : { at, text }
}

/** 委託先が業務を遂行するために必要な限度で、当該委託先に提供することがあります: the sentence is the clause. */
function entrusting(plain: string, skip: number): ClauseInSentence[] {
  const connective = /^(?:なお|また|ただし|但し|さらに|ほか)[、,]\s*/u.exec(plain)?.[0].length ?? 0
  const said = plain.slice(connective)
  if (
    skip < 0 ||
    !/(?:提供|開示)(?:する|させていただく|いたす)(?:こと|場合)(?:が|も)(?:あり|ござい)ます/u.test(
      said,
    )
  )
    return []
  if (!/委託|業務を遂行|提携/u.test(said) || /個人関連情報|統計/u.test(said)) return []
  const toPrincipal = /委託(?:を受け|者である|元)/u.test(said)
  return [
    {
      at: connective,
      text: said,
      scope: 'third-party-provision',
      basis: toPrincipal ? 'other' : 'appi-27-5-1',
    },
  ]
}

/* 33条2項: …おそれがある場合には開示しないことがあります。 …については開示いたしません。 */

const refusing =
  /(?:開示|ご?請求|ご要望|ご?希望|お?求め)[^。]*(?:(?:し|いたし|致し|でき|応じられ|応じ|お応えでき|お応えし)(?:ない|ません|かね)|お断り|対象外|対象と(?:は)?(?:し|なり)(?:ない|ません))/u
const asked: readonly SectionKind[] = ['disclosure', 'procedure', 'correction', 'utilisationCease']

function refusalClauses(plain: string, kind: SectionKind): ClauseInSentence[] {
  if (!asked.includes(kind) || !refusing.test(plain) || /第三者[^。]*提供/u.test(plain)) return []
  if (isLeadIn(plain) || /(?:次|以下)の/u.test(plain) || /手数料|費用|理由を/u.test(plain))
    return []
  const scope = 'disclosure-refusal' as const
  const skip = opening.exec(plain)?.[0].length ?? 0
  const case_ =
    /^(.*?(?:場合|とき))(?:等|など)?(?:に)?(?:は|も)?(?:[、,]|(?:開示|ご?請求|応じ|お応え))/u.exec(
      plain.slice(skip),
    )
  const text = case_?.[1] ?? ''
  if (text !== '' && knowsBasis(text, scope)) return [{ at: skip, text, scope }]
  const refuses =
    /開示[^。]{0,12}(?:いたしません|致しません|しません|しない(?:。|$)|できません)|対象外|対象と(?:は)?(?:し|なり)ません/u.test(
      plain,
    )
  const limits = /限り|については|につきましては|場合は|場合には/u.test(plain)
  const mayRefuse =
    /(?:応じかねる|応じられない|お応えできない|応じない|お断りする)(?:こと|場合)?(?:が|も)?(?:あり|ござい)/u.test(
      plain,
    )
  return limits && (refuses || mayRefuse)
    ? [
        {
          at: plain.startsWith('前項') ? 0 : connectiveLength(plain),
          text: plain.slice(connectiveLength(plain)),
          scope,
        },
      ]
    : []
}
const connectiveLength = (plain: string) =>
  /^(?:なお|また|ただし|但し|さらに|ほか)[、,]\s*/u.exec(plain)?.[0].length ?? 0

/* 35条: …を理由に利用停止を求められたとき; 多額の費用を要する場合は、代わるべき措置. */

function ceaseClauses(plain: string, kind: SectionKind): ClauseInSentence[] {
  if (kind !== 'utilisationCease' && kind !== 'disclosure') return []
  if (!/利用(?:の)?(?:停止|中止)|消去|提供の停止/u.test(plain)) return []
  const scope = 'utilisation-cease' as const
  const instead =
    /^(.*(?:多額の費用|困難)[^。]*?(?:代わる|代わり|代替)[^。]*?(?:場合|とき))(?=は|には|に限り|[、,])/u.exec(
      plain,
    )
  if (instead?.[1]) {
    const skip = opening.exec(plain)?.[0].length ?? 0
    return [{ at: skip, text: instead[1].slice(skip), scope }]
  }
  // 本人から、個人情報が、…という理由又は…という理由により…を求められた場合
  const reasons = /^(.*という理由)(?=により|によって|に基づ|で|から)/u.exec(plain)
  if (!reasons?.[1] || kind !== 'utilisationCease') return []
  const from = reasons[1].lastIndexOf('が、', reasons[1].indexOf('という理由')) + 2
  const start = from > 1 ? from : (opening.exec(plain)?.[0].length ?? 0)
  return casesOf(plain, start, reasons[1].length, /^という理由/u).map((one) => ({ ...one, scope }))
}
