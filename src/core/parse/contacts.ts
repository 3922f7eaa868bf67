import type { Contact, ContactField, ContactLine, ContactRole } from '../document.ts'
import { fold, key } from '../fold.ts'
import {
  address,
  contactRowKind,
  email,
  entityKind,
  phone,
  postalCode,
  url,
} from './contact-lines.ts'
import type { Records } from './records.ts'
import type { Row } from './rows.ts'

type Piece = { label: string; field: ContactField | null; text: string; joined?: true }

/** An address block as a contact: every line cut into what labels a value and the value. */
export function contactBlock(
  rows: readonly Row[],
  roles: readonly ContactRole[],
  records: Records,
): Contact {
  const pieces: Piece[] = []
  for (const row of rows) {
    const last = pieces.at(-1)
    const building = contactRowKind(row) === 'building' && row.marker === ''
    if (building && last?.field === 'address' && !last.text.includes('\n')) {
      last.text += `\n${row.text}`
      continue
    }
    pieces.push(...piecesOf(row.text, row.marker.length, new Set(pieces.map(({ field }) => field))))
  }
  const place = rows[0]?.place ?? 0
  const named = pieces.some(({ field }) => field === 'name')
  return records.contact(
    { ...fieldsOf(pieces), roles, lines: linesOf(pieces) },
    named ? 0.9 : 0.7,
    place,
  )
}

/** A desk named within a sentence: 事務局（info@example.jp）担当：佐藤. */
export function inlineContact(
  text: string,
  roles: readonly ContactRole[],
  records: Records,
  place: number,
): Contact {
  const pieces = piecesOf(text, 0, new Set()).map((piece, i) =>
    i > 0 ? { ...piece, joined: true as const } : piece,
  )
  return records.contact({ ...fieldsOf(pieces), roles, lines: linesOf(pieces) }, 0.75, place)
}

function linesOf(pieces: readonly Piece[]): ContactLine[] {
  return pieces.map(({ label, field, text, joined }) => ({
    label,
    field,
    text,
    ...(joined ? { joined } : {}),
  }))
}

function fieldsOf(pieces: readonly Piece[]): { [F in ContactField]?: string } {
  const fields: { [F in ContactField]?: string } = {}
  for (const { field, text } of pieces) if (field) fields[field] = text
  return fields
}

type Found = { start: number; end: number; field: ContactField }

/** The pieces of one line, in printed order; together they are the line. `taken` are fields printed already. */
function piecesOf(text: string, markerLength: number, taken: Set<ContactField | null>): Piece[] {
  const plain = fold(text)
  const all = detailsIn(plain)
  const found = all.filter(({ field }) => !taken.has(field) && taken.add(field))
  // A second telephone number is printed, and is no field of its own.
  if (found.length === 0 && all.length > 0) return [{ label: text, field: null, text: '' }]
  if (found.length === 0) return wordsOf(text, markerLength, taken)
  const pieces: Piece[] = []
  let from = 0
  for (const { start, end, field } of found) {
    const before = text.slice(from, start)
    const named = pieces.length === 0 && !taken.has('name') ? nameIn(before, markerLength) : null
    if (named) {
      taken.add('name')
      pieces.push({
        label: before.slice(0, named.start),
        field: 'name',
        text: before.slice(named.start, named.end),
      })
      pieces.push({
        label: before.slice(named.end),
        field,
        text: text.slice(start, end),
        joined: true,
      })
    } else push(pieces, { label: before, field, text: text.slice(start, end) })
    from = end
  }
  const rest = text.slice(from)
  if (rest !== '') {
    const person =
      /^(.*?担当(?:者)? ?[:：]? ?)([\p{Script=Han}ぁ-んァ-ヶー]{1,8}(?: [\p{Script=Han}ぁ-ん]{1,4})?)$/u.exec(
        rest,
      )
    if (person?.[1] && person[2] && !taken.has('person'))
      push(pieces, { label: person[1], field: 'person', text: person[2] })
    else push(pieces, { label: rest, field: null, text: '' })
  }
  return pieces
}

function push(pieces: Piece[], piece: Piece): void {
  pieces.push(pieces.length > 0 ? { ...piece, joined: true } : piece)
}

/** The name of a desk before its details, unless the words there only label them. */
function nameIn(before: string, markerLength: number): { start: number; end: number } | null {
  const words =
    /^(.*?)([\s　]*[(（]?(?:連絡先|電話(?:番号)?|TEL|Tel|E-?mail|メール(?:アドレス)?)?[\s　]*[:：(（-]?[\s　]*)$/u.exec(
      before.slice(markerLength),
    )
  const name = words?.[1] ?? ''
  if (key(name).length < 3 || genericLabel.test(key(name)) || /[:：〒]/u.test(name)) return null
  return { start: markerLength, end: markerLength + name.length }
}

const genericLabel =
  /^(?:(?:お|ご)?(?:問い?合わ?せ|連絡|相談|申し?出|受付|苦情|送付|郵送)(?:先|窓口|用)?(?:メール)?(?:アドレス)?|窓口|宛先|連絡先.*|.*(?:メール|アドレス|mail|Mail|MAIL|電話|電話番号|TEL|Tel|FAX|ファックス|フリーダイヤル|住所|所在地|URL|番号|フォーム|ページ))[:/]?$/u

function detailsIn(plain: string): Found[] {
  const found: Found[] = []
  const add = (field: ContactField, match: RegExpExecArray | null, skip = 0) => {
    if (!match) return
    const start = match.index + skip
    const end = match.index + match[0].length
    if (found.some((other) => start < other.end && other.start < end)) return
    found.push({ start, end, field })
  }
  add('email', email.exec(plain))
  add('url', url.exec(plain))
  const code = postalCode.exec(plain)
  if (
    code &&
    (code[0].startsWith('〒') || /住所|所在地|郵便/u.test(plain) || /^\d{3}-\d{4}/u.test(plain))
  )
    add('postalCode', code, code[0].length - code[0].replace(/^〒? ?/u, '').length)
  for (const match of plain.matchAll(new RegExp(phone, 'gu'))) {
    const label =
      plain
        .slice(0, match.index)
        .split(/\d{3,4} /u)
        .at(-1) ?? ''
    if (
      /(?:FAX|Fax|fax|ファックス|ファクス|ファクシミリ|ファクシミリー)[^A-Za-z]{0,6}$/u.test(
        label,
      ) &&
      // TEL・FAX: one number for both.
      !/(?:TEL|電話(?:番号)?) ?[・/&,、兼] ?(?:FAX|ファックス|ファクス)[^A-Za-z]{0,6}$/iu.test(
        label,
      )
    )
      continue
    const free = /^0(?:120|800)/u.test(match[0])
    add(free ? 'tollFree' : 'tel', match)
  }
  const home = address.exec(plain) ?? (code ? addressBehind(plain, code) : null)
  if (home) {
    const next = Math.min(
      plain.length,
      ...found.filter(({ start }) => start > home.index).map(({ start }) => start),
    )
    const printed = plain
      .slice(home.index, next)
      .replace(/ +(?:代表|取締役|理事長|会長|社長|院長|園長|学長|店長|所長).*$/u, '')
      .replace(/[ (]*(?:TEL|Tel|電話(?:番号)?|FAX|E-?mail|メール(?:アドレス)?|URL)?[ :/)]*$/u, '')
    if (!found.some(({ start, end }) => home.index < end && start < home.index + printed.length))
      found.push({ start: home.index, end: home.index + printed.length, field: 'address' })
  }
  return found.sort((a, b) => a.start - b.start)
}

/** 〒999-0000 みなみ市中央一丁目1番1号: behind a postal code a town is an address, though no prefecture is named. */
function addressBehind(plain: string, code: RegExpExecArray): RegExpExecArray | null {
  const from = code.index + code[0].length
  const town =
    /[\p{Script=Han}ぁ-んァ-ヶー]{1,10}[市区町村郡][^。、「」():@]{0,40}?[0-9一二三四五六七八九十](?:[^。、「」()@:]*[^。、「」()@: ])?/u.exec(
      plain.slice(from),
    )
  if (!town || town.index > 4) return null
  town.index += from
  return town
}

const fieldOfLabel: readonly (readonly [ContactField, RegExp])[] = [
  ['hours', /受付時間|受付日時|営業時間|対応時間/u],
  ['address', /住所|所在地|本店|本社/u],
  ['name', /部署|部門/u],
  ['person', /担当者?|氏名|代表者/u],
  ['name', /./u],
]

/** A line without number or address: a name, perhaps behind a label, perhaps with 宛 after it. */
function wordsOf(text: string, markerLength: number, taken: Set<ContactField | null>): Piece[] {
  // FAX：042-000-0000, and a number that no other field is: printed, and nobody's name.
  if (
    /^[^:：]{0,12}(?:FAX|ファッ?クス|ファクシミリ)/iu.test(fold(text)) ||
    !/[\p{L}]{2}/u.test(text.slice(markerLength))
  )
    return [{ label: text, field: null, text: '' }]
  const inCharge = /^(.{2,40}?)([\s　]*担当者?[\s　]*[:：][\s　]*)([^:：]{1,20})$/u.exec(
    text.slice(markerLength),
  )
  if (inCharge?.[1] && inCharge[2] && inCharge[3] && !taken.has('name') && !taken.has('person')) {
    taken.add('name').add('person')
    return [
      { label: text.slice(0, markerLength), field: 'name', text: inCharge[1] },
      { label: inCharge[2], field: 'person', text: inCharge[3], joined: true },
    ]
  }
  const note = text.indexOf('※') > 0 ? text.indexOf('※') : text.length
  const main = text.slice(0, note)
  const colon = /^([^(（「『]{1,30}?[:：][\s　]*)(?=\S)/u.exec(main.slice(markerLength))
  const label = main.slice(0, markerLength) + (colon?.[1] ?? '')
  const suffix = /[\s　]*(?:宛て?|行き?|御中|まで)$/u.exec(main)?.[0] ?? ''
  const value = main.slice(label.length, main.length - suffix.length)
  const wanted = colon
    ? (fieldOfLabel.find(([, words]) => words.test(key(label)))?.[0] ?? 'name')
    : /(?:[月火水木金土日]曜|平日)?.{0,6}\d{1,2}(?::|時)\d{0,2}/u.test(fold(value))
      ? 'hours'
      : 'name'
  const field = ([wanted, 'name', 'person'] as const).find((one) => !taken.has(one)) ?? null
  const usable =
    field !== null && value !== '' && !(field === 'person' && entityKind.test(fold(value)))
  const pieces: Piece[] = []
  if (usable) {
    taken.add(field)
    pieces.push({ label, field, text: value })
    if (suffix !== '') push(pieces, { label: suffix, field: null, text: '' })
  } else pieces.push({ label: main, field: null, text: '' })
  if (note < text.length) push(pieces, { label: text.slice(note), field: null, text: '' })
  return pieces
}

/** What a desk is for, by its heading, by what leads to it, by its own words. */
export function rolesFor(around: {
  readonly headings: string
  readonly lead: string
  readonly text: string
  readonly accredited: boolean
}): ContactRole[] {
  const { headings, lead, text, accredited } = around
  if (accredited || /認定個人情報保護団体/u.test(text)) return ['accreditedOrganisation']
  // …は、認定個人情報保護団体である…の対象事業者です。苦情の解決は下記へ: the desk is that body's.
  if (
    /認定個人情報保護団体/u.test(headings + lead) &&
    /苦情(?:の)?解決/u.test(headings + lead + text)
  )
    return ['accreditedOrganisation']
  if (/退会|解約|配信停止|オプトアウト/u.test(text + lead.slice(-80))) return ['withdrawal']
  const roles = new Set<ContactRole>()
  const near = headings + text.replace(/※.*$/u, '')
  if (/管理者|管理責任者|保護責任者/u.test(near) && !/問い?合わ?せ|窓口|相談/u.test(near))
    roles.add('privacyManager')
  if (
    /問い?合わ?せ|問合|相談/u.test(near) ||
    (roles.size === 0 && /問い?合わ?せ|ご連絡/u.test(lead))
  )
    roles.add('inquiry')
  if (/苦情/u.test(near + lead)) roles.add('complaints')
  if (/(?:開示|訂正|利用停止)[^。]{0,40}(?:請求|求め|申請|申出)/u.test(headings + lead))
    roles.add('request')
  if (roles.size === 0) roles.add('inquiry')
  return [...roles]
}
