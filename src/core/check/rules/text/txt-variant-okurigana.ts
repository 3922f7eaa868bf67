import type { Range } from '../../../render/printed.ts'
import type { Analysis } from '../../analysis.ts'
import { fact } from '../../fact.ts'
import { overlapping } from '../../reading-order.ts'
import { variantOf } from './variant-of.ts'

export const txtVariantOkurigana = variantOf(
  'okurigana',
  { ja: '送り仮名', en: 'Okurigana written in two ways' },
  (analysis) => {
    const isName = namesOf(analysis)
    return (start, end) => isName({ start, end })
  },
)

/** 「個人情報開示等申出書」: forms and desks are called what they are called. */
const named =
  /[「『][^「」『』\n]{1,40}(?:書|票|用紙|フォーム|窓口|センター|デスク|係|室|一覧|規程)[」』]/gu
const namesOf = fact(({ text }: Analysis) =>
  overlapping(
    [...text.matchAll(named)].map(
      ({ index, 0: name }): Range => ({ start: index, end: index + name.length }),
    ),
  ),
)
