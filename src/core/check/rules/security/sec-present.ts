import { appi } from '../../../law/basis.ts'
import type { Range } from '../../../render/printed.ts'
import { measureMentions } from '../../facts/measure-mentions.ts'
import { namesMeasure } from '../../facts/measures-said.ts'
import { listsMeasures, namesDataManager, safetyPassages } from '../../facts/safety-passages.ts'
import type { Draft, Rule } from '../../rule.ts'
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
    if (namesMeasure(analysis) || listsMeasures(analysis)) return
    if (passages.some(({ plain }) => onRequest.test(plain))) return
    const mentioned = measureMentions(analysis)
    const isTouched =
      mentioned.has('personnel') ||
      mentioned.has('physical') ||
      (mentioned.has('rules') && mentioned.has('technical'))
    const [first] = slogans.flatMap((slogan) => [
      ...matches(analysis, slogan, (one) => passages.includes(one) && one.kind !== 'heading'),
    ])
    const [section] = analysis.ofKind('safetyMeasures')
    const at = first ?? section?.heading
    if (isTouched) yield doubtful(at, at && analysis.text.slice(at.start, at.end).trim())
    else if (!at)
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

/** Where some words may speak of a measure, whether people learn from them what is done is for the operator to say. */
const doubtful = (at: Range | undefined, said: string | undefined): Draft => ({
  at: at ?? { absent: { record: null, field: 'sections' } },
  severity: 'warning',
  isQuestion: true,
  message: {
    ja: `${said ? `「${said}」とありますが、` : ''}安全管理のために講じた措置の概要（規律の整備、組織的・人的・物理的・技術的な措置）は、この文面から本人に分かるでしょうか。分からなければ、実際に講じている措置を挙げてください。`,
    en: 'Can people learn from this text what is done to keep personal data secure: the rules, and the organisational, personnel, physical and technical measures? If not, name what is really done.',
  },
})
