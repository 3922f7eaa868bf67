import type { SectionKind } from '../../document.ts'
import { key as folded } from '../../fold.ts'
import type { Passage, SectionPlace, Sentence } from '../analysis.ts'
import { fact } from '../fact.ts'

const kinds: readonly SectionKind[] = ['disclosure', 'correction', 'utilisationCease', 'procedure']

/** Where a document speaks of requests (32条2項, 33条–35条), whatever its sections are called. */
export type Requests = {
  readonly passages: readonly Passage[]
  readonly sentences: readonly Sentence[]
  /** All of it, folded and without spaces. */
  readonly key: string
}

export const requests = fact(({ passages, sentences, text }): Requests => {
  const ofOthers = new Map<SectionPlace, boolean>()
  const isOfRequests = (section: SectionPlace) => {
    if (!kinds.includes(section.node.kind)) return false
    const known = ofOthers.get(section) ?? tellsOthers(section, text)
    ofOthers.set(section, known)
    return !known
  }
  // What stands beside the list of what can be asked for is on requests too, however it is headed and labelled.
  const listing = new Set(
    passages.filter((one) => asksFor(one) && listsRights(one.key)).map(({ section }) => section),
  )
  // A heading may list them itself: 修正、追加、削除、利用停止及び利用目的通知の請求方法.
  for (const { section, kind, key } of passages)
    if (kind === 'heading' && (listsRights(key) || headsRights(key))) listing.add(section)
  // So may the lines of a section together: 開示を希望する場合 / 訂正・追加又は削除を希望する場合 / 利用の停止を希望する場合.
  const asked = new Map<SectionPlace | null, string>()
  for (const one of passages)
    if (asksFor(one)) asked.set(one.section, `${asked.get(one.section) ?? ''}${one.key}`)
  for (const [section, key] of asked) if (listsRights(key)) listing.add(section)
  const here = passages.filter(
    (one) =>
      asksFor(one) ||
      (one.section !== null && (isOfRequests(one.section) || listing.has(one.section))),
  )
  const known = new Set(here)
  return {
    passages: here,
    sentences: sentences.filter(({ passage }) => known.has(passage)),
    key: here.map((one) => one.key).join('\n'),
  }
})

const asks =
  /(?:開示|照会[/・、]|訂正|利用(?:の)?停止|消去|提供の?停止)[^。]{0,40}(?:請求|求め|要求|申請|申し?出|希望|要望|依頼|ご?連絡|受け?付け)/u

/** 個人情報の開示 of a text that calls provision so: 次の場合を除き、第三者に開示しません, and nobody asks for anything. */
function tellsOthers({ start, end }: SectionPlace, text: string): boolean {
  const said = folded(text.slice(start, end))
  return (
    /第三者(?:に|へ)[^。]{0,24}(?:開示|提供)/u.test(said) &&
    !/本人(?:から|が|は|の|より)[^。]{0,40}(?:請求|求め|申し?出|希望|依頼)|請求|訂正|利用(?:の)?停止/u.test(
      said,
    )
  )
}

/** 裁判所から開示を求められた場合: what others ask of the operator about a person. */
export const askedByOthers = (key: string): boolean =>
  byOthers.test(key) && !/訂正|停止|消去|削除/u.test(key)
const byOthers =
  /(?:法令|法律|裁判所|警察|検察|捜査|官公|行政|公的機関|法的機関|国の機関|国又は|国または|弁護士会|第三者)[^。]{0,60}開示[^。]{0,30}(?:求め|請求|要請|依頼|命令|要求)/u

/** Data that others entrust: requests go to them. */
const handledForOthers = /(?:取り?扱いの)?委託を受け(?!た(?:者|場合))|受託(?:し|した|業務)/u

const asksFor = ({ key, kind }: Passage) =>
  kind !== 'heading' &&
  !handledForOthers.test(key) &&
  !askedByOthers(key) &&
  (asks.test(key) ||
    /(?<!第三者[^。]{0,20})ご?請求[^。]{0,24}(?:窓口|連絡先|下記|以下)[^。]{0,8}(?:まで|に|へ|にて)/u.test(
      key,
    ) ||
    /開示[^。]{2,80}「(?:[^」]{0,8})開示等/u.test(key))

/** Names what can be asked for in a row, and not to say what retained data is (16条4項). */
function listsRights(key: string): boolean {
  if (/権限を有する|」とは/u.test(key)) return false
  return named.filter((right) => right.test(key)).length >= 4
}

/** 個人情報の修正、利用中止等: two in a heading are what its section is about. */
const headsRights = (key: string) =>
  !/第三者/u.test(key) && named.filter((right) => right.test(key)).length >= 2

const named = [
  /開示/u,
  /訂正|修正/u,
  /追加/u,
  /削除/u,
  /停止|中止/u,
  /消去/u,
  /利用目的の?通知/u,
] as const

/** Whether the text speaks of disclosure to the person at all, be it in a heading. */
export const disclosureOffered = fact((analysis) =>
  analysis.passages.some(
    ({ key }) => offers.test(key) && !/捜査|裁判所|警察/u.test(key) && !askedByOthers(key),
  ),
)
const offers =
  /照会[/・、](?:訂正|修正|変更)|(?:訂正|修正|削除|停止)[・、](?:等の)?開示|開示(?:等|請求|の手続|手続|に関し|対象|を(?:求め|請求|要求|希望))|開示[^。]{0,24}(?:訂正|請求|求め|要求|申し?出|希望|(?<!第三者[^。]*)依頼)/u
