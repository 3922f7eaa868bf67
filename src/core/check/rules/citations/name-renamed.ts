import { source } from '../../../law/basis.ts'
import type { Range } from '../../../render/printed.ts'
import type { Rule } from '../../rule.ts'

export const nameRenamed: Rule = {
  id: 'name-renamed',
  title: { ja: '改称された名称', en: 'Names that have changed' },
  severity: 'warning',
  basis: null,
  *check({ text }, { law, day }) {
    for (const { former, name, since, source: read, certainty } of law.renamesBy(day)) {
      const places = [...placesOf(text, former, name)]
      const [first] = places
      if (!first) continue
      yield {
        at: first,
        evidence: places.slice(0, 10).map(() => former),
        law: source(read, read, certainty),
        message: {
          ja: `「${former}」は${since}に「${name}」へ改称されています${places.length > 1 ? `（${places.length}か所）` : ''}。現在の名称に改めてください。`,
          en: `「${former}」 has been 「${name}」 since ${since}${places.length > 1 ? ` (${places.length} places)` : ''}. Write its present name.`,
        },
        fix: {
          title: {
            ja: `「${former}」を「${name}」に改める`,
            en: `Change “${former}” to “${name}”`,
          },
          edits: places.map((place) => ({ ...place, text: former, replacement: name })),
        },
      }
    }
  },
}

/** Where a text has a former name, and not as a part of the new one, or as what it knows to be former. */
function* placesOf(text: string, former: string, name: string): Generator<Range> {
  for (let start = text.indexOf(former); start >= 0; start = text.indexOf(former, start + 1)) {
    const end = start + former.length
    if (name.endsWith(former) && text.slice(end - name.length, end) === name) continue
    // （旧…）, 旧…, …（現…）: the text knows.
    if (/(?:旧|現・|元)[：: 　「]?$/u.test(text.slice(Math.max(0, start - 3), start))) continue
    if (/^[」]?[（(](?:現|20)/u.test(text.slice(end, end + 4))) continue
    yield { start, end }
  }
}
