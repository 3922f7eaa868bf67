import { appi } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'
import { says } from '../../search.ts'

/** A sentence that states a purpose without a list: …するために利用します, 利用目的は…です. */
const stated =
  /(?:ため|目的)(?:に|で|として)(?:のみ|限り|限って)?、?(?:当[社会法人校院園店]は、?)?(?:個人情報を)?(?:利用|使用|活用|取得|収集)|利用目的(?:は|を|として)[^。]{8,}/u

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
