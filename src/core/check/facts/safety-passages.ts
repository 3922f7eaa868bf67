import { key } from '../../fold.ts'
import type { Passage, SectionPlace } from '../analysis.ts'
import { fact } from '../fact.ts'
import { overlapping } from '../reading-order.ts'
import { says } from '../search.ts'

/**
 * Where a text says how it keeps data safe: its sections on that, measures wherever they stand, sections that are headed
 * 管理の方法 or the like, and sentences of it.
 */
export const safetyPassages = fact((analysis): readonly Passage[] => {
  const isOfSafety = overlapping([
    ...analysis.ofKind('safetyMeasures', 'ssl'),
    ...analysis.of('safetyMeasure'),
  ])
  return analysis.passages.filter(
    (passage) =>
      isOfSafety(passage) ||
      isUnderCare(passage.section) ||
      /安全管理|(?:漏えい|漏洩|紛失|改ざん)[^。]{0,60}(?:防止|対策|措置|講じ)|セキュリティ[^。]{0,20}(?:対策|措置|確保|強化)/u.test(
        passage.plain,
      ),
  )
})

/**
 * Within a section whose heading speaks of the care of data: 管理の方法, 個人情報の適正管理, 情報の保管について. What is
 * cared for within the purposes is something else: サービスの提供・管理.
 */
function isUnderCare(section: SectionPlace | null): boolean {
  let isCare = false
  for (let one = section; one; one = one.parent) {
    if (one.node.kind === 'purposes') return false
    const heading = key(one.node.heading)
    isCare ||=
      /管理|保管|保存|保護(?:措置|対策)|セキュリティ|守り方|まもりかた/u.test(heading) &&
      !otherCare.test(heading)
  }
  return isCare
}
const otherCare =
  /管理者|責任者|管理(?:会社|組合|画面)|開示|請求|クッキー|cookie|サイト|共同|委託/iu

/** Whether a section on safety lists what is done, in whatever words: a promise by itself is one sentence. */
export const listsMeasures = fact((analysis) => {
  const items = safetyPassages(analysis).filter(({ kind, section }) => kind === 'item' && section)
  return items.some(({ section }, i) => items[i + 1]?.section === section && isUnderCare(section))
})

/**
 * Whether the text says, wherever it does, that somebody within the operator answers for personal data: an organisational
 * measure (通則編 10-3). Who answers for data that is used jointly is an operator, and no such measure.
 */
export const namesDataManager = fact((analysis) =>
  says(
    analysis,
    /(?:個人(?:情報|データ)|情報セキュリティ|プライバシー)(?:の)?(?:取り?扱い?|保護|管理|統括)*(?:に関する|の)?(?:統括|総括|最高)?(?:管理|責任)(?:責任)?者/u,
    ({ section }) => section?.node.kind !== 'jointUse' && section?.parent?.node.kind !== 'jointUse',
  ),
)
