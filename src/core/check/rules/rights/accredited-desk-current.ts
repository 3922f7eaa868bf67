import { source } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'
import { matches } from '../../search.ts'

/** The desk of the accredited body, under the name that its members have to show today. */
export const accreditedDeskCurrent: Rule = {
  id: 'accredited-desk-current',
  title: { ja: '認定個人情報保護団体の窓口の表記', en: 'The accredited body’s desk' },
  severity: 'warning',
  basis: source('施行令10条3号・団体の指定する表記', 'Order 10(iii), the body’s notation'),
  *check(analysis, { law, day }) {
    const body = law.bodyNamedIn(analysis.passages.map(({ key }) => key).join('\n'))
    if (!body) return
    const { current, former } = law.desksOn(body, day)
    if (!current) return
    for (const desk of former)
      for (const { start, end, text } of matches(analysis, desk.said))
        yield {
          at: { start, end },
          law: {
            article: { ja: `施行令10条3号・${current.source}`, en: `Order 10(iii), ${body.name}` },
            certainty: current.certainty,
          },
          message: {
            ja: `「${text}」は${body.name}の以前の窓口の表記です。今の表記「${current.name}」（〒${current.postalCode} ${current.address}、${current.tel}、${current.tollFree}）に改めてください。`,
            en: `“${text}” is a former name of the desk of ${body.name}. Use the present one: “${current.name}”, 〒${current.postalCode} ${current.address}, ${current.tel}, ${current.tollFree}.`,
          },
        }
  },
}
