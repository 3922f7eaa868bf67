import { source } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'

export const nameRenamed: Rule = {
  id: 'name-renamed',
  title: { ja: '改称された名称', en: 'Names that have changed' },
  severity: 'warning',
  basis: null,
  *check({ text }, { law, day }) {
    for (const { former, name, since, source: read, certainty } of law.renamesBy(day)) {
      for (let start = text.indexOf(former); start >= 0; start = text.indexOf(former, start + 1)) {
        const end = start + former.length
        // （旧…）, 旧…, …（現…）: the text knows.
        if (/(?:旧|現・|元)[：: 　「]?$/u.test(text.slice(Math.max(0, start - 3), start))) continue
        if (/^[」]?[（(](?:現|20)/u.test(text.slice(end, end + 4))) continue
        yield {
          at: { start, end },
          law: source(read, read, certainty),
          message: {
            ja: `「${former}」は${since}に「${name}」へ改称されています。現在の名称に改めてください。`,
            en: `「${former}」 has been 「${name}」 since ${since}. Write its present name.`,
          },
          fix: name,
        }
      }
    }
  },
}
