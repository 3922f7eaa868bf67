import type { Passage } from '../analysis.ts'
import { fact } from '../fact.ts'

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
