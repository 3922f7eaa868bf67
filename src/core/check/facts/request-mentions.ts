import type { SectionKind } from '../../document.ts'
import type { Passage, Sentence } from '../analysis.ts'
import { fact } from '../fact.ts'
import { says } from '../search.ts'
import { anyReach, identityCheck, printedReach, whereToAsk } from './request-words.ts'
import { askedByOthers, requests } from './requests.ts'

/*
 * What some words of the text may say of requests by the person, in whatever words and wherever they stand: far wider
 * than the places where it is sure to speak of them (`requests.ts`). What is met here is not missing.
 */

/** A sentence from which people may learn that they can have their data shown, put right or deleted. */
export const mayBeAsked = fact(({ sentences }): Sentence | undefined =>
  sentences.find(
    ({ key, passage }) =>
      passage.kind !== 'title' &&
      !isElsewhere(passage) &&
      (asked.test(key) || (passage.kind === 'heading' && ofPerson.test(key))) &&
      !ofOthers.test(key) &&
      !askedByOthers(key),
  ),
)
const right =
  '(?:開示|訂正|修正|削除|消去|抹消|(?:利用|使用|提供|配信)(?:の|を)?(?:停止|中止)|照会|閲覧|(?:情報|データ|内容|登録)[^。、]{0,12}(?:変更|確認|確かめ|取り?消)|退会|知りた|お知りに|見たい|ご覧になり)'
const asked = new RegExp(
  `${right}[^。]{0,40}(?:請求|求め|希望|申し?出|申し?込|申請|依頼|要望|ご?連絡|知らせ|問い?合わ?せ|電話|受付|応じ|手続|権利|(?:でき|可能|行え|いただけ)(?!な|ませ))|(?:請求|求め|希望|申し?出|依頼|要望|権利)[^。]{0,30}${right}`,
  'u',
)
/** ご本人の照会: a heading, whatever is left of its text. */
const ofPerson =
  /(?:本人|お客(?:様|さま)|利用者|ユーザー?|患者(?:様|さま|さん)?|会員)[^。]{0,12}(?:照会|開示|訂正|請求)/u
/** Of cookies, of provision to others and of the policy itself. */
const ofOthers =
  /クッキー|cookie|第三者(?:に|へ)[^。]{0,24}(?:開示|提供)|委託|業者に|(?:本|この|当)?(?:方針|ポリシー|規約|規程|ページ|サイト)(?:の内容)?[^。]{0,8}(?:変更|改定|改訂|修正|見直)|配信(?:の|を)?停止/iu

/** All passages in which anything may be asked of the operator, folded and without spaces. */
export const maybeRequests = fact(({ passages }) =>
  passages
    .filter(
      (passage) =>
        passage.kind !== 'title' &&
        !isElsewhere(passage) &&
        /請求|求め|希望|申し?出|申請|依頼|要望|連絡|問い?合わ?せ|応じ|手続|権利|できます/u.test(
          passage.key,
        ) &&
        !ofOthers.test(passage.key) &&
        !askedByOthers(passage.key),
    )
    .map(({ key }) => key)
    .join('\n'),
)

/** A way to reach the operator that the text gives for requests, wherever it gives it. */
export const saysWhereToAsk = fact((analysis) =>
  says(analysis, whereToAsk, (passage) => !isElsewhere(passage) && !askedByOthers(passage.key)),
)

/** How it may be made sure that it is the person, in a section on requests or anywhere but where data is collected. */
export const mayCheckIdentity = fact(
  (analysis) =>
    identityCheck.test(requests(analysis).key) ||
    says(analysis, identityCheck, (passage) => !isOnUse(passage)),
)

/** Whether anything in the text is a way to reach somebody: a number, an address, a form, a desk. */
export const givesAnyReach = fact(
  (analysis) =>
    analysis.of('contact').length > 0 ||
    says(
      analysis,
      anyReach,
      (passage) => !isOnUse(passage) && passage.section?.node.kind !== 'accreditedOrganisation',
    ),
)

/** Whether a number, an address, a page or a form to write to is printed anywhere. */
export const givesReach = fact(
  (analysis) =>
    analysis.of('contact').length > 0 ||
    says(analysis, printedReach, ({ section }) => section?.node.kind !== 'accreditedOrganisation'),
)

const onUse: ReadonlySet<SectionKind> = new Set(['definitions', 'purposes', 'acquisition'])
/** What is collected and why: people are asked for their telephone numbers, and confirm who they are to buy. */
const isOnUse = ({ section, node }: Passage) =>
  node.type === 'purpose' || (section !== null && onUse.has(section.node.kind))

const otherMatters: ReadonlySet<SectionKind> = new Set([
  'thirdPartyProvision',
  'foreignTransfer',
  'entrustment',
  'jointUse',
  'safetyMeasures',
  'cookies',
  'changes',
  'accreditedOrganisation',
])
const isElsewhere = (passage: Passage) =>
  isOnUse(passage) || (passage.section !== null && otherMatters.has(passage.section.node.kind))
