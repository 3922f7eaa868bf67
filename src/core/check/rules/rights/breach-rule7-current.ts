import { source } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'
import { matches } from '../../search.ts'

/** 規則7条3号 restated as it was before 2024-04-01, when what is about to be acquired did not count. */
export const breachRule7Current: Rule = {
  id: 'breach-rule7-current',
  title: { ja: '漏えい等の報告対象（規則7条3号）', en: 'Breaches to be reported (Rules 7(iii))' },
  severity: 'warning',
  basis: source('個人情報の保護に関する法律施行規則7条3号', 'APPI Rules 7(iii)'),
  *check(analysis, { law, day }) {
    const third = law.breachEventsOn(day).find(({ item }) => item === '3')
    if (!third?.text.includes(added)) return
    for (const { start, end, passage } of matches(analysis, restated)) {
      if (passage.key.includes(added) || /取得しようと/u.test(passage.key)) continue
      yield {
        at: { start, end },
        message: {
          ja: '施行規則7条3号を2024年3月までの文言で引いています。2024年4月1日から、「当該個人情報取扱事業者に対する行為による」ものに限られ、「取得しようとしている個人情報」も含まれます。今の条文に合わせてください。',
          en: 'This restates Rules 7(iii) as it read until March 2024. Since 1 April 2024 it speaks of acts against the operator, and includes information that is about to be acquired. Bring it up to date.',
        },
      }
    }
  },
}

const added = '取得しようとしている個人情報'
const restated = /不正の目的をもって行われたおそれがある[^。、]{0,40}(?:漏え?い|漏洩)[^。]*/gu
