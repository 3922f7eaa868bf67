import type { CollectionConfig } from 'payload'
import { corporateNumberProblem } from '../src/core/validate/corporate-number.ts'
import { webUrlProblem } from '../src/core/validate/web-url.ts'
import { ofOrganisation, recordAccess } from './access.ts'
import { bulkUpdateNote } from './bulk-update-note.ts'
import { day, formerNames, group, organisation, recordId, row, text } from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { record } from './record.ts'
import { afterBeginning } from './validation.ts'
import { whereUsed } from './where-used.ts'

/** 共同利用者 (法27条5項3号): renamed here once, renamed in every section that names it. */
export function jointUsePartners(options: CollectionOptions): CollectionConfig {
  return {
    slug: options.slugs.jointUsePartners,
    labels: {
      singular: { ja: '共同利用者', en: 'Joint-use partner' },
      plural: { ja: '共同利用者', en: 'Joint-use partners' },
    },
    admin: {
      group,
      description: {
        ja: '個人データを共同して利用する者です（法27条5項3号）。',
        en: 'Who uses personal data jointly (APPI 27(5)(iii)).',
      },
      useAsTitle: 'name',
      defaultColumns: ['name', 'corporateNumber', 'organisation', 'updatedAt'],
      listSearchableFields: ['name', 'corporateNumber'],
    },
    access: recordAccess(options, ofOrganisation),
    ...record(),
    fields: [
      recordId(),
      text('name', {
        label: { ja: '名称', en: 'Name' },
        description: { ja: '印字する名称です。', en: 'As printed.' },
        localized: true,
        needed: {
          options,
          words: {
            ja: '共同利用者の名称を入力してください。',
            en: 'Enter the name of the partner.',
          },
        },
      }),
      row([
        text('corporateNumber', {
          label: { ja: '法人番号', en: 'Corporate number' },
          description: {
            ja: '13桁。名称が変わっても同じ相手だと分かります。',
            en: '13 digits; they stay when the name changes.',
          },
          validator: corporateNumberProblem,
          width: '40%',
        }),
        text('url', {
          label: { ja: 'ウェブサイト', en: 'Website' },
          description: {
            ja: '印字するかどうかは本文で決めます。',
            en: 'The text decides whether it is printed.',
          },
          validator: webUrlProblem,
          width: '60%',
        }),
      ]),
      row([
        day('validFrom', {
          label: { ja: '共同利用の開始日', en: 'Partner from' },
          description: {
            ja: '分かるときに入力します。印字されません。',
            en: 'If known; not printed.',
          },
          width: '50%',
        }),
        day('validTo', {
          label: { ja: '共同利用の終了日', en: 'Partner until' },
          description: {
            ja: '共同利用が終わったときに入力します。印字されません。',
            en: 'When joint use has ended; not printed.',
          },
          check: afterBeginning('validFrom'),
          width: '50%',
        }),
      ]),
      formerNames(),
      ...whereUsed(options, 'jointUsePartners'),
      organisation(options),
      bulkUpdateNote(),
    ],
  }
}
