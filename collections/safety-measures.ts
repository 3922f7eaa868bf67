import type { CollectionConfig, SelectField } from 'payload'
import { measureCategories } from '../src/core/document.ts'
import { countryCodes, countryWords } from '../src/core/validate/country.ts'
import { measureCategoryWords } from '../src/core/words.ts'
import { ofOrganisationOrLibrary, recordAccess } from './access.ts'
import { bulkUpdateNote } from './bulk-update-note.ts'
import { choice, group, organisation, recordId, textarea } from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { record } from './record.ts'
import { whereUsed } from './where-used.ts'

/** 安全管理措置 (法23条, 施行令10条1号), by the chapters of the PPC's guideline. */
export function safetyMeasures(options: CollectionOptions): CollectionConfig {
  return {
    slug: options.slugs.safetyMeasures,
    labels: {
      singular: { ja: '安全管理措置', en: 'Safety measure' },
      plural: { ja: '安全管理措置', en: 'Safety measures' },
    },
    admin: {
      group,
      description: {
        ja: '保有個人データの安全管理のために講じた措置です（法32条1項4号、施行令10条1号）。',
        en: 'What is done to keep personal data safe (APPI 32(1)(iv), Enforcement Order 10(i)).',
      },
      useAsTitle: 'text',
      defaultColumns: ['text', 'category', 'organisation', 'updatedAt'],
      listSearchableFields: ['text'],
    },
    access: recordAccess(options, ofOrganisationOrLibrary),
    ...record(),
    fields: [
      recordId(),
      textarea('text', {
        label: { ja: '措置', en: 'Measure' },
        description: {
          ja: '印字する文そのものです。安全管理に支障を及ぼすおそれのある詳細は書きません。',
          en: 'As printed; without details that would endanger security.',
        },
        localized: true,
        needed: {
          options,
          words: { ja: '措置の文を入力してください。', en: 'Enter the text of the measure.' },
        },
      }),
      choice('category', measureCategories, measureCategoryWords, {
        label: { ja: '区分', en: 'Category' },
        description: {
          ja: '個人情報保護委員会のガイドライン（通則編）別添の区分です。',
          en: 'By the guideline of the Personal Information Protection Commission.',
        },
        required: true,
        defaultValue: 'general',
      }),
      countries,
      ...whereUsed(options, 'safetyMeasures'),
      organisation(options, { library: true }),
      bulkUpdateNote(),
    ],
  }
}

/** Data handled abroad: the country must be recognisable (通則編 3-8-1), for clouds that of the servers too (Q&A 10-25). */
const countries: SelectField = {
  name: 'countries',
  type: 'select',
  hasMany: true,
  label: { ja: '外国の名称', en: 'Countries' },
  options: countryCodes.map((code) => ({ value: code, label: countryWords(code) })),
  admin: {
    description: {
      ja: '個人データを取り扱う外国、クラウドサービスの事業者とサーバーが所在する国です。',
      en: 'Where personal data is handled abroad; for cloud services, the countries of the provider and of its servers.',
    },
    condition: (_, siblings) =>
      siblings.category === 'externalEnvironment' || siblings.category === 'cloud',
  },
}
