import type { Passage } from '../analysis.ts'
import { fact } from '../fact.ts'
import { says } from '../search.ts'

/** Where a text says how it keeps data safe: its sections on that, measures wherever they stand, and sentences of it. */
export const safetyPassages = fact((analysis): readonly Passage[] => {
  const ranges = [...analysis.ofKind('safetyMeasures', 'ssl'), ...analysis.of('safetyMeasure')]
  return analysis.passages.filter(
    (passage) =>
      ranges.some(({ start, end }) => start < passage.end && passage.start < end) ||
      /安全管理|(?:漏えい|漏洩|紛失|改ざん)[^。]{0,60}(?:防止|対策|措置|講じ)|セキュリティ[^。]{0,20}(?:対策|措置|確保|強化)/u.test(
        passage.plain,
      ),
  )
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
