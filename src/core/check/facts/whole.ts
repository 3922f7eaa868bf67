import type { SectionKind } from '../../document.ts'
import { key } from '../../fold.ts'
import type { Analysis } from '../analysis.ts'
import { fact } from '../fact.ts'
import { says } from '../search.ts'
import { requests } from './requests.ts'
import { safetyPassages } from './safety-passages.ts'

/** The matters that a privacy policy treats, each by the kinds of section that treat it. */
const purposes: readonly SectionKind[] = ['purposes', 'acquisition']
const provision: readonly SectionKind[] = [
  'thirdPartyProvision',
  'entrustment',
  'jointUse',
  'foreignTransfer',
]
const safety: readonly SectionKind[] = ['safetyMeasures', 'ssl']
const rights: readonly SectionKind[] = ['disclosure', 'correction', 'utilisationCease', 'procedure']
const desk: readonly SectionKind[] = ['contact', 'complaints']
const matters = [purposes, provision, safety, rights, desk]

/**
 * Whether this is a policy as a whole, and not one notice of several (a notice on joint use, a cookie policy, a basic
 * policy that leaves the rest to other pages): only of a whole can be said what is missing. What is called a privacy
 * policy, and speaks of acquisition or purposes, treats one matter less than what has another name.
 */
export const isWhole = fact((analysis) => {
  const { document, sections, of } = analysis
  const kinds = new Set(sections.map(({ node }) => node.kind))
  const treats = (some: readonly SectionKind[]) => some.some((kind) => kinds.has(kind))
  const treated = matters.filter(treats).length
  const isCalledSo =
    title.test(key(document.title.text)) &&
    // What has no title is given one.
    (document.title.printed || says(analysis, itself)) &&
    treats(purposes) &&
    !says(analysis, isPart)
  const least = (of('purpose').length > 0 ? 3 : 4) - (isCalledSo ? 1 : 0)
  if (document.children.length === 0) return false
  return treated >= least || isByItself(analysis, treats)
})

/**
 * A privacy policy by its name, of some length, that sends nobody to another page, and speaks of most matters in words
 * of its own, whatever its headings are.
 */
function isByItself(
  analysis: Analysis,
  treats: (some: readonly SectionKind[]) => boolean,
): boolean {
  const { document, text, of } = analysis
  if (!title.test(key(document.title.text)) || text.length < 500) return false
  if (!document.title.printed && !says(analysis, itself)) return false
  if (says(analysis, isPart) || says(analysis, elsewhere)) return false
  const spoken = [
    treats(purposes) || of('purpose').length > 0 || says(analysis, /利用目的|ために利用/u),
    treats(provision) || says(analysis, /第三者(?:に|へ|への)[^。]{0,30}(?:提供|開示)/u),
    treats(safety) || safetyPassages(analysis).length > 0,
    treats(rights) || requests(analysis).passages.length > 0,
    treats(desk) || of('contact').length > 0 || says(analysis, /苦情|問い?合わ?せ(?:先|窓口|は)/u),
  ].filter(Boolean).length
  return spoken >= (isStatement.test(key(document.title.text)) ? 4 : 3)
}

/** What a page calls itself may stand before or behind the name of its site: プライバシーポリシー｜みなと商会. */
const title =
  /(?:^[◆■●★▼]?|[|｜】:：—–-])(?:PRIVACYPOLICY)?(?:個人情報の?保護(?:方針|ポリシー)|プライバシー・?ポリシー|個人情報の?取り?扱い?|PRIVACYPOLICY)(?:\(プライバシー・?ポリシー\)|について)?(?:$|[|｜—–-])/iu
const itself = /プライバシー・?ポリシー|個人情報の?保護方針/u
/** 別紙「公表事項」のとおり: the rest is told elsewhere. 個人情報を一切収集しません: there is nothing to tell. */
const isPart =
  /別紙|公表事項|基本(?:的な)?方針を定めたもの|(?:一切|いかなる)[^。]{0,12}(?:収集|取得)[^。]{0,20}ません|(?:収集|取得)[^。]{0,8}(?:は|を)?一切[^。]{0,20}ません/u
/** A basic policy by its name speaks of every matter in a sentence, and may leave them to other pages. */
const isStatement = /方針/u
/** 詳しくは「個人情報の取扱いについて」をご覧ください: the matters are told there. */
const elsewhere =
  /(?:利用目的|取り?扱い?|開示等?|請求|手続き?|公表(?:す|事)|共同利用|プライバシー・?ポリシー|保護方針)[^。]{0,40}(?:こちら|別途|別に|サイト|ページ|https?:|「[^」]{4,}」)[^。]{0,16}(?:ご覧|参照|ご確認|掲載|公表|定め)/u
