import type { Purpose, SectionKind } from '../document.ts'
import { fold, key } from '../fold.ts'
import { isLegalName } from './contact-lines.ts'
import { type Context, nearest } from './context.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'
import { isLeadIn, isSentence } from './shape.ts'

/** Besides sections on purposes, those whose lists can state purposes where their lead says so. */
const alsoStating: readonly SectionKind[] = ['acquisition', 'other', 'statement']

/** Whether the lists of a place are purposes, and not the data that is collected for them, nor a line of business. */
export function listsPurposes(context: Context): boolean {
  const lead = key(context.lead)
  if (isLimited(lead)) return false
  if (context.statesPurposes) return true
  const heading = nearest(context).replace(/^[【《〈<[「〔(]|[】》〉>\]」〕)]$/gu, '')
  if (alsoStating.includes(context.kind))
    return /(?:以下|次|下記)の?(?:利用|使用)?目的[^。]{0,30}(?:利用|使用|取り?扱)|(?:利用|使用)目的は[^。]{0,20}(?:以下|次|下記)/u.test(
      lead,
    )
  if (context.kind !== 'purposes') return false
  if (/目的/u.test(lead)) return !/(?:以下|次)の(?:個人)?(?:情報|データ|項目)を/u.test(lead)
  if (
    /(?:以下|次|下記)の?(?:個人)?(?:情報|データ|項目)|を(?:取得|収集)(?:します|いたします|する)/u.test(
      lead,
    )
  )
    return false
  if (/(?:業務|事業)の?内容$|^(?:主な)?(?:業務|事業)$/u.test(heading) && !/目的/u.test(heading))
    return false
  return /目的/u.test(heading) || !/取得(?:する|される|項目)|収集する|項目$/u.test(heading)
}

/**
 * 18条3項, 21条4項: the list is of the cases in which data is used beyond its purpose, or a purpose is not notified. 以下の目的の
 * 範囲を超えて利用しません leads to the purposes themselves.
 */
const isLimited = (lead: string) =>
  !/(?:以下|次|下記)の?(?:利用|使用)?目的/u.test(lead) &&
  /範囲を超え[^。]*(?:以下|次|下記|各号|場合)|(?:各号|場合)[^。]*範囲を超え|(?:以下|次|下記|各号)[^。]*(?:適用しない|適用しません|適用されません|この限り)|目的外[^。]*(?:以下|次|下記|各号|場合を除)/u.test(
    lead,
  )

/** Whether an item states a purpose: 商品の発送のため, お問い合わせへの対応, not a rule about purposes. */
export function isPurpose(text: string): boolean {
  const plain = key(text)
  if (plain.length < 3 || /^(?:※|なお|ただし|但し)/u.test(plain)) return false
  if (isGroundOfAct.test(plain) || isData.test(plain) || isCompany(text)) return false
  // 個人情報の種類　利用目的: the heads of columns.
  if (/[ 　](?:利用|使用)目的$/u.test(text)) return false
  if (isLeadIn(text) && /(?:利用|使用)します|目的(?:は|で|として)|以下|次の/u.test(plain))
    return false
  if (!isSentence(text)) return true
  if (/(?:ため|こと|場合|とき|目的|業務|対応|案内|連絡|提供|実施|請求|管理)[。.]$/u.test(plain))
    return true
  // お届けのために利用します。 says what for; 利用目的の範囲内で利用します。 only how.
  return (
    /(?:ため|為|目的|際|に)(?:に|で|として)?(?:のみ)?、?(?:利用|使用)(?:し|いたし|させていただき)ます/u.test(
      plain,
    ) && !/目的の(?:範囲|達成)|範囲内|以外|ません/u.test(plain)
  )
}

/** A case of 18条3項 or 21条4項, whatever leads to it. */
const isGroundOfAct =
  /(?:法令に基づく|困難である|おそれがある|利用目的が明らかである(?:と認められる)?|法令の定める事務を遂行することに対して協力する必要がある)(?:場合|とき)[。.]?$/u
/** 採用応募者に関する個人情報: whose data, not what for. */
const isData =
  /(?:に関する|に係る|された|いただいた|頂いた)(?:[^、。]{1,8}の)?個人(?:情報|データ)(?:[【(][^【】()]*[】)])?$/u

/** ■青海火災保険株式会社（https://…）: whose goods are sold. */
const isCompany = (text: string) => isLegalName(text.replace(/[(（]https?:[^()（）]*[)）]$/u, ''))

/** A purpose ends like one even without a marker before it. */
export function endsLikePurpose(text: string): boolean {
  return /(?:ため|為|こと|目的)(?:\([^()]*\))?[。.]?$/u.test(key(text))
}

/** Whether what rows list is purposes, whatever heads them: 取引先担当者の情報 / ・ご連絡のため. */
export function statePurposes(
  rows: readonly { readonly marker: string; readonly body: string }[],
): boolean {
  const listed = rows.filter(({ marker }) => marker !== '')
  const before = rows[0]?.marker === '' ? key(rows[0].body) : ''
  return (
    listed.length > 0 &&
    listed.every(({ body }) => /(?:ため|為)[。.]?$/u.test(key(body))) &&
    !/Cookie|クッキー|送信|措置|対策/iu.test(before)
  )
}

export function purpose(text: string, context: Context, place: number): Purpose {
  const confidence = endsLikePurpose(text) ? 0.95 : 0.85
  return context.records.purpose(text, context.group, confidence, place)
}

/**
 * The people whose data a heading in a section on purposes is about (患者様の個人情報), or what its purposes
 * serve (本サービスの改善); null where it is a part of the text like any other.
 */
export function groupOf(
  heading: string,
  numbered: boolean,
  insidePurposes: boolean,
): string | null {
  if (!insidePurposes) return null
  const plain = key(heading)
  if (/^(?:個人情報の)?利用目的(?:について)?$/u.test(plain) || /取得する/u.test(plain)) return null
  if (!numbered) return heading
  return (people.test(plain) || ofPeople.test(plain)) && !/取得する場合/u.test(plain)
    ? heading
    : null
}
/** チケット購入者に関する情報, 寄附者の個人情報 */
const ofPeople =
  /(?:[^責任管理]者|方|様|客|員|生|主|先|人)(?:等|の皆[様さ]ま?)?(?:に関する|に係る|の)(?:個人)?(?:情報|データ)(?:[(【].*)?$/u
const people =
  /(?:お客[様さ]|顧客|会員|利用者|ユーザー|取引先|従業[員者]|社員|採用|応募者|株主|患者|学生|生徒|保護者|来訪者|入居者|問い?合わ?せ)/u

/** A purpose on a line, and what marks it where it is not the line's first. */
export type PrintedPurpose = { readonly text: string; readonly marker?: string }

/**
 * Purposes that a copy fused onto one line. 購入履歴の表示会員の健康の増進 is two that the policy states elsewhere, or one
 * of those and its remainder; …のため・…のため is two, the second with its marker.
 */
export function fusedPurposes(text: string, stated: ReadonlySet<string>): PrintedPurpose[] {
  const parts = text.split(/(?<=(?:ため|為))(?=[・･][ 　]*\S)|(?<=\S)(?=[ 　]+[・･]\S)/u)
  if (parts.length > 1 && parts.every((part) => !isSentence(part)))
    return parts.map((part, i) => {
      const marker = i === 0 ? '' : (/^[ 　]*[・･]/u.exec(part)?.[0] ?? '')
      return { text: part.slice(marker.length), ...(marker === '' ? {} : { marker }) }
    })
  for (let at = 4; at <= text.length - 4; at++) {
    const rest = text.slice(at)
    if (stated.has(rest) && stated.has(text.slice(0, at)))
      return [{ text: text.slice(0, at) }, { text: rest }]
  }
  return [{ text }]
}

/* Purposes within running text. */

const label = /^(?:(?:主な|その)?(?:利用|使用)(?:の)?目的|用途)[ 　]*[:：][ 　]*(?=\S)/u
const uses =
  /(?:ため(?:に|のみに)?|目的(?:で|のために|に|のため)|に)、?(?:のみ)?(?:これを)?(?:個人(?:情報|データ)を)?(?:利用|使用)(?:する|し|いた|致|させて)/u

/** 利用目的：…, a cell of the column 利用目的, …のために利用します. */
export function purposeSpans(text: string, context: Context, place: number): Span[] {
  if (context.kind !== 'purposes' && context.kind !== 'acquisition') return []
  const span = (start: number, end: number, confidence: number): Span => ({
    start,
    end,
    node: context.records.purpose(text.slice(start, end), context.group, confidence, place),
    weight: 76,
  })
  const labelled = label.exec(text)?.[0].length
  if (labelled !== undefined) return [span(labelled, text.length, 0.9)]
  if (context.column) {
    const named = /(?:利用|使用)(?:の)?目的|^目的$|用途|^事務(?:の(?:内容|名称))?$/u.test(
      key(context.column),
    )
    return named && isPurpose(text) ? [span(0, text.length, 0.9)] : []
  }
  if (context.kind !== 'purposes') return []
  // 取引先の個人情報 / 発注、検収及びこれらに係る連絡業務: what the data of a group is for, alone below its heading.
  if (
    context.group !== null &&
    context.lead === '' &&
    saysWork.test(key(text)) &&
    listsPurposes(context) &&
    isPurpose(text)
  )
    return [span(0, text.length, 0.6)]
  return sentencesOf(text).flatMap(({ start, text: sentence }) => {
    const found = purposeIn(fold(sentence))
    return found ? [span(start + found.start, start + found.end, 0.6)] : []
  })
}

const saysWork =
  /[をのへに、][^。]*(?:業務|事務|対応|案内|連絡|通知|回答|返信|提供|実施|請求|収納|徴収|回収|管理|遂行|手続き?|送付|発送|発行|返却|履行|確認|運営|開催|受付|加入|登録|掲示|掲出|掲載|選考|判断|分析|調査|開発|改善|作成|支払い?|ため|為)(?:等|など)?[。.]?$/u

/** What a sentence says data is used for: 当社は、取得した情報を、商品の発送のために利用します. */
function purposeIn(plain: string): { start: number; end: number } | null {
  const match = uses.exec(plain)
  if (
    !match ||
    isLeadIn(plain) ||
    /ません|しない|上記|下記|以下|次の|前項|必要な範囲|範囲内|達成|以外|これら/u.test(plain)
  )
    return null
  const before = plain.slice(0, match.index)
  const opening =
    /^(?:(?:なお|また|さらに)、)?(?:[^、。]{1,16}(?:は|では|においては)、?)?(?:[^、。]{0,40}(?:情報|データ|映像|画像|音声)(?:等)?(?:を|は|については)、?)?/u.exec(
      before,
    )?.[0].length ?? 0
  const end = match[0].startsWith('ため') ? match.index + 2 : match.index
  const phrase = plain.slice(opening, end)
  const said = /の$/u.test(phrase) ? end - 1 : end
  return phrase.length >= 6 && /の|を|に|、/u.test(phrase) ? { start: opening, end: said } : null
}
