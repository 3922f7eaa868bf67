import { appi } from '../../../law/basis.ts'
import { shortened } from '../../../shortened.ts'
import type { Words } from '../../../words.ts'
import type { Sentence } from '../../analysis.ts'
import {
  emptyOfPurpose,
  mayStatePurpose,
  pointsToPurposes,
  statesPurpose,
  tellsPurpose,
} from '../../facts/purposes-said.ts'
import type { Draft, Rule } from '../../rule.ts'

export const purposePresent: Rule = {
  id: 'purpose-present',
  title: { ja: '利用目的', en: 'Purposes of use' },
  severity: 'error',
  basis: appi('17-1', '21-1', '32-1-2'),
  ofWhole: true,
  *check(analysis) {
    if (analysis.of('purpose').length > 0) return
    if (tellsPurpose(analysis) || statesPurpose(analysis) || pointsToPurposes(analysis)) return
    const mention = mayStatePurpose(analysis)
    if (mention) {
      yield doubtful(mention)
      return
    }
    const empty = emptyOfPurpose(analysis)
    if (empty) {
      yield { at: { start: empty.start, end: empty.end }, message: circular(empty.text) }
      return
    }
    const sections = analysis.ofKind('purposes')
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

const doubtful = ({ start, end, text }: Sentence): Draft => ({
  at: { start, end },
  severity: 'warning',
  isQuestion: true,
  message: {
    ja: `「${shortened(text)}」とありますが、個人情報を何のために利用するのかが、本人が予測できる程度に具体的に書かれているでしょうか。書かれていなければ、利用目的として挙げてください。`,
    en: 'Can people foresee from this what their data is used for? If not, state each purpose.',
  },
})

/** 取得の際に示した利用目的の範囲内で利用します, and no purpose anywhere. */
const circular = (text: string): Words => ({
  ja: `「${shortened(text)}」とあるだけで、個人情報を何のために利用するのかがどこにも書かれていません。利用目的を、本人が予測できる程度に具体的に挙げてください。`,
  en: 'This speaks of purposes, and no part of the text says what they are. State each purpose so that people can foresee what becomes of their data.',
})
