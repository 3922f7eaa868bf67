import type { SectionKind } from '../document.ts'
import { key } from '../fold.ts'
import { bodyWords, headingWords } from './kind-words.ts'

/** These say what is within: a section in them is of their kind unless its own heading is about something else. */
const keeping: { readonly [K in SectionKind]?: readonly SectionKind[] } = {
  jointUse: [],
  safetyMeasures: ['contact', 'complaints', 'cookies', 'ssl'],
  procedure: ['contact', 'complaints', 'accreditedOrganisation', 'purposes'],
  purposes: ['acquisition', 'thirdPartyProvision', 'jointUse', 'cookies', 'entrustment'],
  acquisition: ['purposes', 'cookies', 'voluntariness'],
  contact: ['complaints', 'accreditedOrganisation', 'procedure'],
  complaints: ['contact', 'accreditedOrganisation'],
  accreditedOrganisation: [],
  cookies: ['contact', 'complaints', 'changes', 'disclosure', 'safetyMeasures'],
  entrustment: [],
}

export type KindGuess = { readonly kind: SectionKind; readonly confidence: number }

/** What a section is about: by its heading, by what it stands in, and where neither says, by its text. */
export function kindOf(
  heading: string,
  parent: SectionKind | null,
  body: string,
  within: readonly string[] = [],
  purposes = false,
): KindGuess {
  const own = byHeading(heading, body)
  // Ⅰ．個人情報の取扱い above 取得する情報, 利用目的, 第三者提供: the sections within say what each is about.
  if (parent === null && saysNothing(heading) && topicsOf(within) > 2)
    return { kind: 'other', confidence: 0.7 }
  // A policy on information security at large: what it promises is no measure for personal data.
  if (/情報セキュリティ(?:基本)?(?:方針|ポリシー)$/u.test(key(heading)))
    return { kind: 'other', confidence: 0.8 }
  if (parent === 'purposes' && measureChapter.test(unbracketed(key(heading))))
    return { kind: 'safetyMeasures', confidence: 0.85 }
  if (parent !== null) {
    const others = keeping[parent]
    const ground = others ? groundIn(heading) : null
    if (ground && (parent === 'procedure' || parent === 'disclosure')) return ground
    if (
      asked.includes(parent) &&
      !ground &&
      !(own && keptAside.includes(own.kind)) &&
      saysHowTo.test(key(heading))
    )
      return { kind: 'procedure', confidence: 0.8 }
    const leaves =
      own !== null && !own.aside && parent === 'purposes' && leavesPurposes(heading, own)
    const manner = own !== null && parent === 'purposes' && isManner(heading, own.kind)
    if (others && !leaves && !(own && others.includes(own.kind) && !own.aside && !manner))
      return { kind: parent, confidence: 0.9 }
  }
  const said = saysNothing(heading) ? byBody(key(body)) : null
  if (own && !isVague(heading, own.kind)) return mixed(heading, own)
  const vaguely = own ? byBody(key(body)) : said
  if (vaguely) return vaguely
  if (own) return { ...own, confidence: own.confidence - 0.2 }
  if (purposes && (parent === null || parent === 'other' || parent === 'statement'))
    return { kind: 'purposes', confidence: 0.65 }
  return parent !== null && parent !== 'other'
    ? { kind: parent, confidence: 0.6 }
    : { kind: 'other', confidence: 0.55 }
}

/** 直接書面により取得する個人情報, 委託された個人情報 within purposes: whose data it is, not how it is got or passed on. */
function isManner(heading: string, kind: SectionKind): boolean {
  if (kind === 'acquisition')
    return (
      !/^[(（]?(?:[当弊本][^が]{1,6}が)?(?:ご?提供|取得|収集|お預かり)/u.test(heading) &&
      !/(?:取得|収集)(?:方法)?(?:に?(?:ついて|関して|関すること))?[)）]?$/u.test(heading)
    )
  return (
    (kind === 'entrustment' || kind === 'thirdPartyProvision') &&
    /(?:され|した|する|いた|受け)[^。]{0,4}(?:個人)?(?:情報|データ)(?:[(（].*)?$/u.test(heading)
  )
}

/** The chapters of 通則編 10 as headings, which are about no purposes wherever they stand. */
const measureChapter =
  /^(?:(?:組織的|人的|物理的|技術的)安全管理措置|基本方針の(?:策定|整備)|(?:個人データの取り?扱い?に係る)?規律の整備|外的環境の把握)$/u

/** 個人情報の適正管理, 個人情報の訂正等: a topic of its own, though the page sets it below the purposes. */
function leavesPurposes(heading: string, { kind }: KindGuess): boolean {
  return (
    ['safetyMeasures', 'disclosure', 'correction', 'utilisationCease', 'complaints'].includes(
      kind,
    ) &&
    /^(?:個人情報|個人データ|保有個人データ)(?:等)?の[^。]*(?:管理|措置|対策|開示|訂正|停止|削除|苦情|相談)(?:等)?(?:に?(?:ついて|関して))?$/u.test(
      key(heading),
    )
  )
}

const topicsOf = (headings: readonly string[]) =>
  new Set(headings.flatMap((heading) => byHeading(heading, '')?.kind ?? [])).size

/** A further document on the page: what its title says, else a statement of its own. */
export function kindOfDocument(title: string): KindGuess {
  if (/情報セキュリティ/u.test(key(title))) return { kind: 'other', confidence: 0.8 }
  const own = byHeading(title, '')
  return own && !['other', 'statement'].includes(own.kind)
    ? own
    : { kind: 'statement', confidence: 0.75 }
}

/** Sections of a procedure that say when it ends in no disclosure, or in what it ends. */
function groundIn(heading: string): KindGuess | null {
  const text = key(heading)
  if (
    /開示(?:等)?(?:を)?(?:し|でき|され|いたし|行わ)ない|不開示|開示をお断り|開示等?に応じ(?:られ|かね)/u.test(
      text,
    )
  )
    return { kind: 'disclosure', confidence: 0.85 }
  if (
    /(?:停止|消去)(?:等)?の?(?:事由|要件)|情報の削除$|(?:停止|消去)(?:等)?[^。]{0,12}場合$/u.test(
      text,
    )
  )
    return { kind: 'utilisationCease', confidence: 0.85 }
  return null
}

/** A heading that could stand above anything in a policy: none, 個人情報について. */
function saysNothing(heading: string): boolean {
  return /^別[表紙添]|^(?:(?:お客[様さ]ま?|利用者|皆[様さ]ま?|当社|ご?本人)の)?(?:(?:個人情報|個人データ|情報|プライバシー)(?:等)?(?:の?(?:お?取り?扱い?|保護|管理と保護))?)?(?:に?(?:ついて|関して))?$/u.test(
    unbracketed(key(heading)),
  )
}
const unbracketed = (text: string) =>
  text.replace(/^[(【「<[《〔〈≪]([^()]*)[)】」>\]》〕〉≫]$/u, '$1')

/** `aside`: only what a bracket adds says so. */
type OwnKind = KindGuess & { readonly aside?: true }

/** What the words of a heading say. 位置情報（自動取得）: what a bracket adds counts where the rest says nothing. */
export function byHeading(heading: string, body: string): OwnKind | null {
  const whole = unbracketed(key(heading)).replace(/第三者提供(?:の)?記録/gu, '')
  if (/任意性|任意$/u.test(whole)) return { kind: 'voluntariness', confidence: 0.95 }
  const outside = whole.replace(/\([^()]*\)/gu, '')
  const main = outside === '' ? null : byWords(outside, body)
  if (main) return main
  const aside = byWords(whole, body)
  return aside && outside !== '' && outside !== whole ? { ...aside, aside: true } : aside
}

function byWords(text: string, body: string): KindGuess | null {
  if (
    /(?:個人情報|プライバシー)[^。]*(?:方針|宣言|ポリシー|ステートメント)$/u.test(text) &&
    !/^本|に関する(?:お|ご)|変更|改定/u.test(text)
  )
    return { kind: 'statement', confidence: 0.8 }
  if (/認定個人情報保護団体/u.test(text))
    return { kind: 'accreditedOrganisation', confidence: 0.95 }
  // What is named first: 苦情・お問い合わせ先, お問い合わせ先 兼 苦情相談窓口.
  if (/^(?:(?!問い?合|意見).)*苦情/u.test(text)) return { kind: 'complaints', confidence: 0.85 }
  // 開示等の請求に応じる手続 is about how, whatever it lists; 変更手続 is about changes.
  if (/(?:開示|請求|求め|訂正|停止)[^。]*手続き?(?:について)?[】\])]?$/u.test(text))
    return { kind: 'procedure', confidence: 0.9 }
  if (/開示[^。]*(?:請求|求め)/u.test(text) && saysHow.test(key(body)))
    return { kind: 'procedure', confidence: 0.85 }
  for (const [kind, words, confidence] of headingWords) {
    // 個人情報の訂正、追加等の変更: of the data, not of the policy.
    if (kind === 'changes' && /開示|訂正|削除|追加|停止/u.test(text)) continue
    if (words.test(text)) return { kind, confidence }
  }
  return null
}
const asked: readonly SectionKind[] = ['disclosure', 'correction', 'utilisationCease']
const keptAside: readonly SectionKind[] = ['complaints', 'accreditedOrganisation', 'contact']
const saysHowTo =
  /申し?出先|代理人|確認書類|必要書類|回答(?:の)?(?:方法|期間)|(?:本人|代理人)[^。]{0,8}確認/u
/** Papers, forms, post: what a reader needs in order to ask. */
const saysHow = /必要書類|請求書|申請書|所定の(?:用紙|書面|様式)|郵送/u

/** 個人情報の取得と利用, 管理と保護 name no one topic: the body decides. */
function isVague(heading: string, kind: SectionKind): boolean {
  return (
    (kind === 'acquisition' && /利用|使用/u.test(heading)) ||
    (kind === 'safetyMeasures' && /管理と保護|管理及び提供|管理・提供/u.test(heading)) ||
    (kind === 'statement' && !/(?:方針|宣言|ポリシー|ステートメント)$/u.test(heading)) ||
    (kind === 'compliance' && !/遵守|順守|法令|規範/u.test(heading))
  )
}

function mixed(heading: string, own: KindGuess): KindGuess {
  const text = key(heading)
  // 取得と利用目的 and 開示・訂正・利用停止等 take the wider word.
  if (own.kind === 'utilisationCease' && /開示/u.test(text))
    return { kind: 'disclosure', confidence: 0.85 }
  if (own.kind === 'correction' && /開示/u.test(text))
    return { kind: 'disclosure', confidence: 0.85 }
  if (own.kind === 'utilisationCease' && /訂正/u.test(text))
    return { kind: 'correction', confidence: 0.8 }
  if (own.kind === 'entrustment' && /第三者(?:への?)?(?:委託[・、及びおとや]*)?提供/u.test(text))
    return { kind: 'thirdPartyProvision', confidence: 0.8 }
  if (own.kind === 'acquisition' && /目的/u.test(text)) return { kind: 'purposes', confidence: 0.9 }
  // 32条2項, 33条: the notice of the purpose is asked for as disclosure is.
  if (own.kind === 'purposes' && /利用目的の通知/u.test(text) && /開示/u.test(text))
    return { kind: 'disclosure', confidence: 0.85 }
  return own
}

function byBody(body: string): KindGuess | null {
  const start = body.slice(0, 600)
  for (const [kind, words] of bodyWords) if (words.test(start)) return { kind, confidence: 0.7 }
  return null
}
