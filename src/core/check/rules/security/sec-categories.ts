import { source } from '../../../law/basis.ts'
import { measureCategoryWords } from '../../../words.ts'
import { measureChapters } from '../../facts/concrete-measures.ts'
import { measureMentions } from '../../facts/measure-mentions.ts'
import { measuresSaid } from '../../facts/measures-said.ts'
import { safetyPassages } from '../../facts/safety-passages.ts'
import type { Rule } from '../../rule.ts'

export const secCategories: Rule = {
  id: 'sec-categories',
  title: { ja: '安全管理措置の区分', en: 'Chapters of security measures' },
  severity: 'warning',
  basis: source(
    '個人情報保護法ガイドライン（通則編）10-2〜10-6',
    'PPC guideline (General Rules) 10-2 to 10-6',
  ),
  ofWhole: true,
  *check(analysis) {
    const passages = safetyPassages(analysis)
    const covered = measuresSaid(analysis)
    // Without any measure `sec-present` speaks.
    if (covered === null || covered.length === measureChapters.length) return
    const mentioned = measureMentions(analysis)
    const lacking = measureChapters.filter((one) => !covered.includes(one) && !mentioned.has(one))
    if (lacking.length === 0) return
    const [section] = analysis.ofKind('safetyMeasures')
    const at =
      section && section.heading.end > section.heading.start
        ? section.heading
        : passages.find((one) => one.section?.node.kind !== 'purposes')
    if (!at) return
    const ja = lacking.map((one) => measureCategoryWords[one].ja).join('、')
    const en = lacking.map((one) => measureCategoryWords[one].en.toLowerCase()).join(', ')
    yield {
      at: { start: at.start, end: at.end },
      message: {
        ja: `安全管理措置のうち、${ja}に当たる記載がありません。講じている措置の概要を補ってください（本人の求めに応じて回答する方法もあります）。`,
        en: `Of the security measures, nothing is said of these: ${en}. Outline what is done (or answer on request).`,
      },
    }
  },
}
