import { appi } from '../../../law/basis.ts'
import type { Rule } from '../../rule.ts'

export const orgName: Rule = {
  id: 'org-name',
  title: { ja: '事業者の名称', en: 'Name of the operator' },
  severity: 'error',
  basis: appi('32-1-1'),
  answeredOnRequest: true,
  ofWhole: true,
  *check({ document: { organisation } }) {
    if (organisation.legalName) return
    yield {
      at: {
        absent: {
          record: { collection: 'organisation', id: organisation.id },
          field: 'legalName',
        },
      },
      message: {
        ja: '事業者の名称が書かれていません。保有個人データを取り扱う事業者の正式な名称を、本文に書いてください。',
        en: 'The text does not say who the operator is. State the full legal name of the operator.',
      },
    }
  },
}
