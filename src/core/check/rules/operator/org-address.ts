import { appi } from '../../../law/basis.ts'
import { pointsToProfile } from '../../facts/operator.ts'
import type { Rule } from '../../rule.ts'
import { says } from '../../search.ts'
import { ownAddresses, postalSign } from './own-addresses.ts'

/** 1-2-3 Minato, Aoba-ku, Tokyo */
const latinAddress =
  /[0-9]-[0-9]{1,3}.{0,60}(?:-ku|-shi|-cho|tokyo|osaka|kyoto|nagoya|yokohama|fukuoka|japan)/iu

export const orgAddress: Rule = {
  id: 'org-address',
  title: { ja: '事業者の住所', en: 'Address of the operator' },
  severity: 'error',
  basis: appi('32-1-1'),
  answeredOnRequest: true,
  ofWhole: true,
  *check(analysis) {
    const { organisation } = analysis.document
    const field = {
      record: { collection: 'organisation', id: organisation.id },
      field: 'address',
    } as const
    const [printed] = ownAddresses(analysis)
    if (printed) {
      if (organisation.postalCode || says(analysis, postalSign)) return
      // 兵庫県青葉市の行政書士: where the operator is, and no address.
      if (!/[0-9０-９一二三四五六七八九十]/u.test(analysis.text.slice(printed.start, printed.end)))
        return
      yield {
        at: printed,
        severity: 'info',
        message: {
          ja: '住所に郵便番号がありません。郵送で請求する方のために、〒を添えてください。',
          en: 'The address has no postal code. Add it for those who write by post.',
        },
      }
      return
    }
    if (organisation.address || says(analysis, latinAddress)) return
    const elsewhere = pointsToProfile(analysis)
    yield {
      at: { absent: field },
      ...(elsewhere && { severity: 'info' as const, isQuestion: true }),
      message: elsewhere
        ? {
            ja: '事業者の住所が本文にありません。本文が案内しているページ（会社概要など）に住所があるかを確かめてください。',
            en: 'The text does not give the address of the operator. See that the page it refers to (company profile) does.',
          }
        : {
            ja: '事業者の住所がありません。法人は本店の所在地を、個人は事業所の住所を、名称と並べて書いてください。',
            en: 'The address of the operator is missing. State it next to its name.',
          },
    }
  },
}
