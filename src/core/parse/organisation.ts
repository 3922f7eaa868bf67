import type { DocumentOrganisation, Representative } from '../document.ts'
import { fold, key } from '../fold.ts'
import { literal } from '../literal.ts'
import { termSpansIn } from '../terms.ts'
import { isNameOfOperator } from './bare-headings.ts'
import {
  address,
  entityKind,
  isLegalName,
  latinEntity,
  legalNameBefore,
  postalCode,
} from './contact-lines.ts'
import { namesIn } from './names.ts'
import { particle } from './particles.ts'
import type { Row } from './rows.ts'
import { width } from './shape.ts'
import { isDateLine, representativeIn, signs } from './signature.ts'

export const organisationId = 'org'

/** What operators call themselves after 当 (this), and after 本, where that means no head office, main store or today. */
const own =
  '学園|大学院|大学|学院|学校|幼稚園|保育園|協会|協議会|連合会|連盟|商工会|自治会|組合|金庫|財団|社団|機構|センター|事務所|事務局|クリニック|医院|病院|薬局|グループ|団体|法人|施設|ホテル|旅館|教室|サロン|スクール|研究所|図書館|博物館|美術館|ショップ|ストア|工房|農園|支部|ギルド|チーム|プロジェクト|ホールディングス'
const afterThis = `${own}|会社|社|店|院|行(?![為動政事])|庫|校|園|館|塾|寺|所|局|会(?![員議計場合話])|学会|紙|市|区(?![域分])|町|村|県|府|省|庁|家|方`
const afterOwn = `${own}|会(?![員議計場合話])|学会|院|校|園|学(?![習校園術生年部科籍])|市(?!場)|町|村|県|府|省|庁|塾`
const selfWord = `(?:当(?:${afterThis})|本(?:${afterOwn})|[弊小](?:社|店|園|院|所|会)|わたしたち|私たち|私ども|私共|われわれ|我々)`
/** Words that are a self term where the text defines them so, and words like others elsewhere. */
const onceDefined =
  '法人|公社|財団|社団|協会|組合|会社|学園|大学|病院|公団|機構|連盟|センター|事務所|運営者|運営会社|当(?:サイト|ウェブサイト|ブログ|メディア)|Company|we|We'
const selfTerms = new RegExp(`^(?:${selfWord}|${onceDefined})$`, 'u')
const selfTermInText = new RegExp(selfWord, 'gu')
const serviceTerms =
  /^(?:本|当)(?:サービス|サイト|アプリ|アプリケーション|ウェブサイト|Webサイト|ソフトウェア|システム|プラットフォーム|製品|ソフト|ストア|ショップ|ゲーム)等?$/u

/** Who issues the policy: as its first sentence calls itself, as it signs, as it is reached. */
export function organisationOf(
  rows: readonly Row[],
  end: readonly Row[],
): DocumentOrganisation & { readonly confidence: number } {
  const spans = rows.slice(0, 40).flatMap((row) => termSpansIn(row.text))
  const selves = spans.filter(({ term }) => selfTerms.test(term))
  // 当ホテルを運営する…合同会社（以下「当社」）: who has a legal form issues the policy.
  const self = selves.find(({ meaning }) => entityKind.test(fold(meaning))) ?? selves[0]
  const selfTerm = self?.term ?? mostFrequent(rows.map((row) => row.text).join('\n'))
  const named = self ? (legalNameIn(self.meaning) ?? unquoted(self.meaning)) : ''
  // A site's name is not its operator's, if the text says whose it is.
  const operator = entityKind.test(fold(named)) ? '' : operatorIn(rows)
  const legalName = (
    operator ||
    (named !== '' && named.length <= 60
      ? named
      : subjectName(rows) || signedName(rows, end) || shopName(rows))
  ).replace(ofSite, '')
  const service = spans.find(({ term }) => serviceTerms.test(term))
  const representatives = representativesIn(rows, end, legalName)
  const home = addressOf(rows, end, legalName)
  return {
    id: organisationId,
    legalName,
    selfTerm,
    representatives,
    ...home,
    ...(service ? { service: serviceOf(service.term, service.meaning) } : {}),
    confidence: legalName === '' ? 0.2 : self ? 0.95 : 0.7,
  }
}

/** 株式会社青葉のサイト（以下「当サイト」）: the operator, and not its site. */
const ofSite =
  /(?<=(?:会社|法人).*)の(?:公式)?(?:ウェブ|Web|WEB)?(?:サイト|ホームページ|アプリ).*$/u

/** 当支部（「…連盟 …支部」をいいます。）: the name, without what quotes it. */
const unquoted = (meaning: string) =>
  /^[「『]([^「」『』]+)[」』]$/u.exec(meaning.trim())?.[1] ?? meaning

/** The legal name that ends a noun phrase, if the phrase has more than it. */
function legalNameIn(phrase: string): string | null {
  const text = phrase.trim()
  const latin = latinEntity.exec(text)
  if (latin && !/[\p{Script=Han}]/u.test(text)) return latin[0]
  if (!entityKind.test(fold(text))) return null
  const last = text.split(words).at(-1)?.trim() ?? ''
  return entityKind.test(fold(last))
    ? last.replace(/^.*(?:運営|経営|提供|管理|開設|設置)する|^(?:私たち|弊社|運営会社の|の)/u, '')
    : null
}

const words = new RegExp(`[、。]|${particle.source}`, 'u')

/** 運営会社：合同会社… */
function operatorIn(rows: readonly Row[]): string {
  for (const row of rows) {
    const label =
      /^(?:運営会社|運営者|運営元|会社名|社名|法人名|事業者名|商号|販売業者)[:：\s　]+(?=\S)/u.exec(
        row.body,
      )?.[0]
    const name = label === undefined ? '' : row.body.slice(label.length).trim()
    if (isLegalName(name)) return name
  }
  return ''
}

function mostFrequent(text: string): string {
  const counts = new Map<string, number>()
  for (const [term] of text.matchAll(selfTermInText)) counts.set(term, (counts.get(term) ?? 0) + 1)
  const [most] = [...counts].sort((a, b) => b[1] - a[1])
  return most?.[0] ?? /当(?:ウェブ|Web|WEB)?(?:サイト|ブログ)/u.exec(text)?.[0] ?? ''
}

function signedName(rows: readonly Row[], end: readonly Row[]): string {
  for (const row of [...end, ...rows.slice(0, 12), ...rows.slice(-20)]) {
    const plain = fold(row.body)
    if (!entityKind.test(plain)) continue
    const rest = representativeIn(row.body)
    const before = rest ? row.body.slice(0, rest.titleAt) : row.body
    const name = withoutDesk(before.replace(/^[^:：]{0,8}[:：]\s*/u, '').trim())
    // A list of the companies that one is agent of gives the page of each.
    if (isSpokenOf(name, rows) || /[(（]https?:/u.test(name)) continue
    if (signs(row)) return name
    const inText = legalNameBefore.exec(fold(name))
    if (!inText || isOnlyNamed(fold(name), inText)) continue
    const printed =
      beforeForm(name, inText) ?? name.slice(inText.index, inText.index + inText[0].length)
    if (isPhrase.test(printed)) continue
    return printed.replace(/(?<=.{4})(?:個人情報|プライバシー).*$/u, '')
  }
  return ''
}

/** 宗教法人としてその活動に利用すること: words that go on behind a legal form, and no name. */
const isPhrase = /法人(?:として|の|が|は)|会社(?:として|等|など)|こと|する|され/u

/** 青葉酒造株式会社が運営するサイト: the name stands before its legal form, where a particle follows that. */
function beforeForm(text: string, { index, 0: found }: RegExpExecArray): string | null {
  const form = entityKind.exec(found)?.[0] ?? ''
  if (!/^[がはをにのでと]/u.test(found.slice(form.length))) return null
  const [named] = namesIn(text.slice(0, index + form.length), false)
  return named?.name ?? null
}

/** 株式会社みどり　お客様窓口 係, 株式会社みどり　担当：佐藤: the name without who is reached there. */
const withoutDesk = (name: string) =>
  isLegalName(name.split(/[\s　]+/u)[0] ?? '')
    ? name.replace(
        /[\s　]+(?:担当|[「『][^「」『』]+[」』]|[^\s　]*(?:窓口|係|部|課|室|委員会|事務局|センター|責任者|管理者)(?:[\s　]|$)).*$/u,
        '',
      )
    : name
/** 一般財団法人…より認証を受けました: who is spoken of, not who speaks. */
const isOnlyNamed = (text: string, { index, 0: name }: RegExpExecArray) =>
  /の(?:審査|認証|認定|対象事業者|会員|ガイドライン)/u.test(name) ||
  /^[^、。]{0,12}(?:より|から|の(?:審査|認証|認定|対象事業者|会員|ガイドライン)|に(?:加盟|加入|所属))/u.test(
    text.slice(index + name.length),
  )

/** A desk of the accredited body, whose member the text says that it is. */
function isSpokenOf(name: string, rows: readonly Row[]): boolean {
  const said = key(name)
  return (
    said.length > 3 &&
    rows.some((row) => row.key.includes(`${said}の対象事業者`) || row.key.includes(`${said}に加入`))
  )
}

function shopName(rows: readonly Row[]): string {
  const [first] = rows
  return first && width(first.text) <= 30 && isNameOfOperator(first, rows) ? first.text : ''
}

/** 株式会社みどりでは、お客様の…: the operator as the subject of a first sentence, where nothing else names it. */
function subjectName(rows: readonly Row[]): string {
  for (const row of rows.slice(0, 20)) {
    const subject = /^([^、。「」()（）]{3,40}?)(?:では|は|といたしましては)[、，]/u.exec(
      row.body,
    )?.[1]
    if (subject !== undefined && isLegalName(subject)) return subject
  }
  return ''
}

function representativesIn(
  rows: readonly Row[],
  end: readonly Row[],
  legalName: string,
): Representative[] {
  const found: Representative[] = []
  const all = [...rows, ...end]
  for (const [i, row] of all.entries()) {
    if (row.body.length > 60 || row.label !== null) continue
    const printed = representativeIn(row.text)
    if (!printed || isAnothers(all, i, legalName)) continue
    const { title, name } = printed
    if (!found.some((other) => key(other.name) === key(name))) found.push({ title, name })
  }
  return found.slice(0, 3)
}

/** Whether a line stands beside or right below a name that is not the operator's: a partner's address, its president. */
function isAnothers(rows: readonly Row[], i: number, legalName: string): boolean {
  const isOther = (text: string) => isLegalName(text.trim()) && legalName !== '' && !names(text)
  const names = (text: string) =>
    key(text) === key(legalName) ||
    new RegExp(`(?:^|[\\s　])${literal(legalName)}(?:[\\s　]|$)`, 'u').test(text)
  const beside = nameOn(rows[i]?.text.split(/[\t　]| {2,}/u)[0] ?? '')
  const above = rows
    .slice(Math.max(0, i - 2), i)
    .map(({ body }) => nameOn(body))
    .findLast(isLegalName)
  return isOther(beside) || (!isLegalName(beside) && above !== undefined && isOther(above))
}
/** 名称：株式会社みどり, as 27条5項3号 has a joint user's manager named beside its address. */
const nameOn = (text: string) => text.trim().replace(/^[^:：。、]{1,30}[:：][\s　]*/u, '')

/** The address that the signature gives, or the one printed beside the legal name. */
function addressOf(
  rows: readonly Row[],
  end: readonly Row[],
  legalName: string,
): { address?: string; postalCode?: string } {
  const candidates: { row: Row }[] = []
  const all = [...end, ...rows]
  all.forEach((row, i) => {
    if (row.body.length > 120 || !address.test(fold(row.body)) || /。./u.test(row.body)) return
    if (isAnothers(all, i, legalName)) return
    const around = all.slice(Math.max(0, i - 3), i + 4)
    const near = legalName !== '' && around.some((other) => other.text.includes(legalName))
    const signed = end.includes(row) || around.some((other) => isDateLine(other.text))
    if (near || signed) candidates.push({ row })
  })
  const [best] = candidates
  if (!best) return {}
  const plain = fold(best.row.body)
  const at = address.exec(plain)
  if (!at) return {}
  const first = best.row.body
    .slice(at.index, at.index + at[0].length)
    .replace(/[\s　]*(?:TEL|Tel|電話|FAX|E-?mail).*$/u, '')
    .replace(/[\t　 ]+(?:代表|取締役|理事長|会長|社長|院長|園長|学長|店長|所長).*$|\t.*$/u, '')
  const code =
    postalCode.exec(plain) ?? postalCode.exec(fold(all[all.indexOf(best.row) - 1]?.body ?? ''))
  return {
    address: first.trim(),
    ...(code && plainCode(code[0]) ? { postalCode: plainCode(code[0]) } : {}),
  }
}
const plainCode = (text: string) => text.replace(/^〒? ?/u, '')

function serviceOf(selfTerm: string, meaning: string): { name?: string; selfTerm: string } {
  const quoted = /[「『]([^「」『』]{1,40})[」』]/u.exec(meaning)?.[1]
  const latin = /[A-Z][A-Za-z0-9’' .&-]{2,40}$/u.exec(meaning)?.[0]
  const short =
    meaning.length <= 20 && !/[のをがは、]|する|関連|提供/u.test(meaning) ? meaning : undefined
  const name = quoted ?? latin ?? short
  return { ...(name ? { name } : {}), selfTerm }
}
