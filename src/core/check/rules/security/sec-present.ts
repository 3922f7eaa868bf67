import { appi } from '../../../law/basis.ts'
import { namesMeasure } from '../../facts/measures-said.ts'
import { namesDataManager, safetyPassages } from '../../facts/safety-passages.ts'
import type { Rule } from '../../rule.ts'
import { matches } from '../../search.ts'

/** What says that data is safe, and not how; the plainest first. */
const slogans = [
  /(?:厳重|適切|適正|合理的|必要|万全|十分|厳正|相当|最大限)(?:な|かつ[^。、]{1,6}な|の)?[^。、]{0,24}(?:対策|措置|管理|安全)[^。、]{0,16}/gu,
  /(?:漏えい|漏洩)[^。]{0,40}(?:措置|対策|防止)[^。、]{0,16}/gu,
]

/** 講じた措置については、お問い合わせください: answered on request (32条1項). */
const onRequest =
  /安全管理[^。]{0,12}講じた措置[^。]{0,80}(?:問い?合わ?せ|回答|お知らせ|連絡|請求|求めに応じ)/u

export const secPresent: Rule = {
  id: 'sec-present',
  title: { ja: '安全管理のために講じた措置', en: 'Security control measures' },
  severity: 'error',
  basis: appi('32-1-4', '23'),
  answeredOnRequest: true,
  ofWhole: true,
  *check(analysis) {
    const passages = safetyPassages(analysis)
    if (namesMeasure(analysis)) return
    if (passages.some(({ plain }) => onRequest.test(plain))) return
    const [first] = slogans.flatMap((slogan) => [
      ...matches(analysis, slogan, (one) => passages.includes(one) && one.kind !== 'heading'),
    ])
    const [section] = analysis.ofKind('safetyMeasures')
    const at = first ?? section?.heading
    if (!at)
      yield {
        at: { absent: { record: null, field: 'sections' } },
        message: {
          ja: '安全管理のために講じた措置が書かれていません。基本方針、規律の整備、組織的・人的・物理的・技術的な措置の概要を書いてください。',
          en: 'Nothing is said of the measures taken to keep personal data secure. Outline the basic policy, the rules, and the organisational, personnel, physical and technical measures.',
        },
      }
    else {
      const said = analysis.text.slice(at.start, at.end).trim()
      yield {
        at,
        message: namesDataManager(analysis)
          ? {
              ja: `「${said}」とあるだけで、責任者・管理者を置くことのほかに具体的な措置が書かれていません。規律の整備、組織的・人的・物理的・技術的な措置の概要を書いてください。`,
              en: 'The text promises security, and beyond somebody in charge it names no measure. Outline the rules, and the organisational, personnel, physical and technical measures.',
            }
          : {
              ja: `「${said}」とあるだけで、具体的な措置が一つも書かれていません。規律の整備、組織的・人的・物理的・技術的な措置の概要を書いてください。`,
              en: 'The text promises security and names not one measure. Outline the rules, and the organisational, personnel, physical and technical measures.',
            },
      }
    }
  },
}
