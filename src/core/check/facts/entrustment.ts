import type { Sentence } from '../analysis.ts'
import { fact } from '../fact.ts'

/** Sentences in which the operator says that it entrusts the handling of data to others, and not that others entrust it. */
export const entrustingSentences = fact(({ sentences }): readonly Sentence[] =>
  sentences.filter(({ key, passage }) => passage.kind !== 'heading' && entrusts(key)),
)

function entrusts(key: string): boolean {
  if (!key.includes('委託')) return false
  const own = key
    .replace(/(?:受託|委託(?:を受け|された|されて|元|者である|主)|業務?受託)/gu, '')
    .replace(/その委託を受けた者/gu, '')
    // 当社が委託した求人媒体から取得する情報: what others hand over, and nothing that is handed to them.
    .replace(
      /委託(?:し(?:た|ている)|する)[^、。]{0,16}(?:から|より)[^、。]{0,4}(?:取得|受領|入手)/gu,
      '',
    )
  if (!/委託/u.test(own)) return false
  if (
    /委託(?:は|を|することは)?(?:一切)?(?:行いません|行っておりません|行っていません|しません|いたしません|していません)/u.test(
      own,
    )
  )
    return false
  return /委託(?:する|し(?:て|、|た|ます)|いたし|致し|を(?:行|する)|先|業者|することが|の際|に(?:際|あた|当た|伴))/u.test(
    own,
  )
}
