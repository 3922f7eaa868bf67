import { source } from '../../../law/basis.ts'
import { measureCategoryWords } from '../../../words.ts'
import type { Analysis } from '../../analysis.ts'
import {
  type MeasureChapter,
  measureChapters,
  measureWords,
} from '../../facts/concrete-measures.ts'
import { namesDataManager, safetyPassages } from '../../facts/safety-passages.ts'
import type { Rule } from '../../rule.ts'
import { says } from '../../search.ts'

/** What a notice says of a chapter wherever it says it: the sections on staff, review and contact hold measures too. */
const saidElsewhere: Partial<Record<MeasureChapter, (analysis: Analysis) => boolean>> = {
  organisational: namesDataManager,
  rules: (analysis) => says(analysis, /(?<!利用|会員|料金|旅費|施設|入会)規程/u),
  personnel: (analysis) =>
    says(
      analysis,
      /(?:従業(?:者|員)|役職?員|職員|社員|スタッフ)[^。]{0,40}(?:(?:監督|教育|研修|指導)(?:を[^。、]{0,12})?(?:行|し(?:ま|て)|実施|いた|徹底|受け)|守秘義務|秘密を(?:守|保持|漏))|従業(?:者|員)の監督/u,
    ),
}

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
    const categories = new Set<string>(
      analysis.of('safetyMeasure').map(({ node }) => node.category),
    )
    const covered = measureChapters.filter(
      (one) => categories.has(one) || passages.some(({ plain }) => measureWords[one].test(plain)),
    )
    const lacking = measureChapters.filter(
      (one) => !covered.includes(one) && !saidElsewhere[one]?.(analysis),
    )
    // Without any measure `sec-present` speaks.
    if (covered.length === 0 || lacking.length === 0) return
    const [section] = analysis.ofKind('safetyMeasures')
    const at =
      section && section.heading.end > section.heading.start ? section.heading : passages[0]
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
