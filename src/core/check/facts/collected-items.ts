import type { SectionPlace } from '../analysis.ts'
import { fact } from '../fact.ts'

/**
 * What the operator says that it collects, folded and without spaces: its sections on acquisition, and passages that
 * name what is collected. Null where it names nothing.
 */
export const collectedText = fact(({ passages }): string | null => {
  const text = passages
    .filter(
      ({ section, key }) =>
        !isWithin(section, 'jointUse') &&
        (isWithin(section, 'acquisition') || (collects.test(key) && /氏名|名前/u.test(key))),
    )
    .map(({ key }) => key)
    .join('\n')
  return names.test(text) ? text : null
})

/** 氏名、住所: in a list, and no 個人の名前のみを消し去る. */
const names = /(?:^|[、・:「(はの\n])(?:お|ご)?(?:氏名|名前)(?=$|[、・や及又等」)(/\n])/mu

const collects = /(?:情報|データ)(?:等)?を[^。]{0,16}(?:取得|収集|入力|登録|ご?提供)/u

function isWithin(section: SectionPlace | null, kind: 'jointUse' | 'acquisition'): boolean {
  for (let at = section; at; at = at.parent) if (at.node.kind === kind) return true
  return false
}
