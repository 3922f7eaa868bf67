import { appi } from '../../../law/basis.ts'
import { appiOn } from '../../../law/basis-on.ts'
import { statedJointUses } from '../../facts/joint-uses.ts'
import type { Rule } from '../../rule.ts'

/** A list of joint users of a day before the text was last revised: was it looked at then? */
export const juAsofStale: Rule = {
  id: 'ju-asof-stale',
  title: { ja: '共同利用者の一覧の時点', en: 'Day of the list of joint users' },
  severity: 'warning',
  basis: appi('27-6'),
  isQuestion: true,
  *check(analysis, { day }) {
    const uses = statedJointUses(analysis)
    const revised = analysis.document.dates
      .filter(({ kind, date }) => kind !== 'asOf' && date <= day)
      .reduce((last, { date, text }) => (date > last.date ? { date, text } : last), {
        date: '',
        text: '',
      })
    for (const { node, start, end } of analysis.of('date')) {
      if (!node.kinds.includes('asOf') || node.date >= revised.date) continue
      if (!uses.some((use) => use.start <= start && end <= use.end)) continue
      yield {
        at: { start, end },
        evidence: [node.text, revised.text],
        law: appiOn(day, '27-6'),
        message: {
          ja: `共同利用者の一覧は${node.text}の時点のものですが、この文書はその後、${revised.text}に改定されています。一覧に変わりがないか確かめ、時点を改めてください。`,
          en: `The list of joint users is as of ${node.text}, but the text was revised after that, on ${revised.text}. Check whether the list still holds, and bring its date up to date.`,
        },
      }
    }
  },
}
