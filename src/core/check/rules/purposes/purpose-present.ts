import { appi } from '../../../law/basis.ts'
import type { Sentence } from '../../analysis.ts'
import type { Draft, Rule } from '../../rule.ts'
import { says } from '../../search.ts'

/** A sentence that states a purpose without a list: …するために利用します, 利用目的は…です. */
const stated =
  /(?:ため|目的)(?:に|で|として)(?:のみ|限り|限って)?、?(?:当[社会法人校院園店]は、?)?(?:個人情報を)?(?:利用|使用|活用|取得|収集)|利用目的(?:は|を|として)[^。]{8,}/u

/** A sentence from which people may learn what their data is used for. */
const mayState =
  /(?:ため|目的|際|場合)に?[^。]{0,40}(?:利用|使用|活用|用い)(?:し|する|いた|させ|る)|(?:ご?連絡|ご?案内|ご?回答|発送|配信|お届け|提供)(?:のため|に(?:利用|使用|活用))|役立て/u

const doubtful = ({ start, end, text }: Sentence): Draft => ({
  at: { start, end },
  severity: 'warning',
  isQuestion: true,
  message: {
    ja: `「${text.length > 40 ? `${text.slice(0, 40)}…` : text}」とありますが、個人情報を何のために利用するのかが、本人が予測できる程度に具体的に書かれているでしょうか。書かれていなければ、利用目的として挙げてください。`,
    en: 'Can people foresee from this what their data is used for? If not, state each purpose.',
  },
})

export const purposePresent: Rule = {
  id: 'purpose-present',
  title: { ja: '利用目的', en: 'Purposes of use' },
  severity: 'error',
  basis: appi('17-1', '21-1', '32-1-2'),
  ofWhole: true,
  *check(analysis) {
    if (analysis.of('purpose').length > 0) return
    const sections = analysis.ofKind('purposes')
    if (sections.some(({ heading, end }) => end - heading.end > 20)) return
    if (says(analysis, stated)) return
    const mention = analysis.sentences.find(
      ({ key, passage }) => passage.kind !== 'title' && mayState.test(key),
    )
    if (mention) {
      yield doubtful(mention)
      return
    }
    const [near] = sections.length ? sections : analysis.ofKind('acquisition')
    yield {
      at: {
        absent: {
          record: near ? { collection: 'sections', id: near.node.id } : null,
          field: near ? 'body' : 'preamble',
        },
        ...(near && { near: near.heading }),
      },
      message: {
        ja: '個人情報の利用目的が書かれていません。何のために利用するのかを、本人が予測できる程度に具体的に書いてください。',
        en: 'The text states no purpose for which personal information is used. State each purpose so that people can foresee what becomes of their data.',
      },
    }
  },
}
