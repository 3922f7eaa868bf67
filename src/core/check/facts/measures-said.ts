import type { Analysis } from '../analysis.ts'
import { fact } from '../fact.ts'
import { says } from '../search.ts'
import { type MeasureChapter, measureChapters, measureWords } from './concrete-measures.ts'
import { namesDataManager, safetyPassages } from './safety-passages.ts'

const trainsStaff = (analysis: Analysis) =>
  says(
    analysis,
    /(?:従業(?:者|員)|役職?員|職員|社員|スタッフ)[^。]{0,40}(?:(?:監督|教育|研修|指導)(?:を[^。、]{0,12})?(?:行|し(?:ま|て)|実施|いた|徹底|受け)|守秘義務|秘密を(?:守|保持|漏))|従業(?:者|員)の監督/u,
  )
const limitsAccess = (analysis: Analysis) =>
  says(
    analysis,
    /アクセス(?:できる者|制限|制御|権限)|外部から(?:の)?アクセス[^。]{0,12}(?:禁止|防|遮断|制限)/u,
  )
/** What a notice says of a chapter wherever it says it: the sections on staff, review and contact hold measures too. */
const saidElsewhere: Partial<Record<MeasureChapter, (analysis: Analysis) => boolean>> = {
  rules: (analysis) =>
    says(
      analysis,
      /(?<!利用|会員|料金|旅費|施設|入会)規程|(?:情報|データ|社内|院内|内部|管理|保護|取り?扱い?)(?:保護|管理|取り?扱い?)*(?:に関する|の)?(?:規定|規則|基準|細則|要領|内規)|コンプライアンス・?プログラム|マネジメント・?システム/u,
    ),
  organisational: (analysis) =>
    namesDataManager(analysis) ||
    says(
      analysis,
      /(?:保護|管理|監査|責任|推進|社内|組織)(?:のための)?体制|体制[^。、]{0,8}を?(?:確立|整備|構築)|監査|点検/u,
    ),
  personnel: trainsStaff,
  technical: limitsAccess,
}

const hasRules = (analysis: Analysis) =>
  says(
    analysis,
    /(?<!この|本)(?:規程|(?:社内|取扱|内部|保護|管理)規[則定]|マニュアル|手順書)[^。]{0,20}(?:定め|整備|策定|制定|設け|則り)/u,
  )

/** 組織的、物理的、人的、技術的に適切な対策: the chapter by its name, if by nothing else. */
const calledSo: Record<MeasureChapter, RegExp> = {
  rules: /規律の整備/u,
  organisational: /組織的(?:に|な|・|、|及び|安全)/u,
  personnel: /(?<!個|法|私)人的(?:に|な|・|、|及び|安全)/u,
  physical: /物理的(?:に|な|・|、|及び|安全)/u,
  technical: /技術的(?:に|な|・|、|及び|安全)/u,
}

const isReviewed = (analysis: Analysis) =>
  says(
    analysis,
    /(?:取り?扱い?|管理|体制|措置)[^。]{0,24}(?:監査|点検)(?:を[^。]{0,8})?(?:実施|行)/u,
  )

const chaptersOf = fact((analysis): readonly MeasureChapter[] => {
  const passages = safetyPassages(analysis)
  return measureChapters.filter((one) =>
    passages.some(({ plain }) => measureWords[one].test(plain)),
  )
})

const labelled = fact(
  (analysis) => new Set<string>(analysis.of('safetyMeasure').map(({ node }) => node.category)),
)

/**
 * The chapters of which the text says anything, where it speaks of safety and where it does not; null where it names
 * no measure of any.
 */
export const measuresSaid = fact((analysis): readonly MeasureChapter[] | null => {
  const categories = labelled(analysis)
  // One label by itself is a doubtful one.
  if (!namesMeasure(analysis) && measureChapters.filter((one) => categories.has(one)).length < 2)
    return null
  return measureChapters.filter(
    (one) =>
      categories.has(one) ||
      chaptersOf(analysis).includes(one) ||
      says(analysis, calledSo[one]) ||
      saidElsewhere[one]?.(analysis),
  )
})

/** Whether the text names a measure, and not only somebody who answers for the data. */
export const namesMeasure = fact(
  (analysis) =>
    chaptersOf(analysis).length > 0 ||
    trainsStaff(analysis) ||
    limitsAccess(analysis) ||
    isReviewed(analysis) ||
    hasRules(analysis),
)
