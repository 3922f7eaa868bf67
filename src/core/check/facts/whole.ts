import type { SectionKind } from '../../document.ts'
import { key } from '../../fold.ts'
import { fact } from '../fact.ts'
import { says } from '../search.ts'

/** The matters that a privacy policy treats, each by the kinds of section that treat it. */
const purposes: readonly SectionKind[] = ['purposes', 'acquisition']
const matters: readonly (readonly SectionKind[])[] = [
  purposes,
  ['thirdPartyProvision', 'entrustment', 'jointUse', 'foreignTransfer'],
  ['safetyMeasures', 'ssl'],
  ['disclosure', 'correction', 'utilisationCease', 'procedure'],
  ['contact', 'complaints'],
]

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
  return document.children.length > 0 && treated >= least
})

/** What a page calls itself may stand before or behind the name of its site: プライバシーポリシー｜みなと商会. */
const title =
  /(?:^|[|｜】:：—–-])(?:PRIVACYPOLICY)?(?:個人情報の?保護(?:方針|ポリシー)|プライバシー・?ポリシー|個人情報の?取り?扱い?|PRIVACYPOLICY)(?:\(プライバシー・?ポリシー\)|について)?(?:$|[|｜—–-])/iu
const itself = /プライバシー・?ポリシー|個人情報の?保護方針/u
/** 別紙「公表事項」のとおり: the rest is told elsewhere. 個人情報を一切収集しません: there is nothing to tell. */
const isPart =
  /別紙|公表事項|基本(?:的な)?方針を定めたもの|(?:一切|いかなる)[^。]{0,12}(?:収集|取得)[^。]{0,20}ません|(?:収集|取得)[^。]{0,8}(?:は|を)?一切[^。]{0,20}ません/u
