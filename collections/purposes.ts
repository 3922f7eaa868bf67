import type { CollectionConfig } from 'payload'
import type { Words } from '../src/core/words.ts'
import { ofOrganisation, recordAccess } from './access.ts'
import { bulkUpdateNote } from './bulk-update-note.ts'
import { choice, group, organisation, recordId, textarea } from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { record } from './record.ts'
import { whereUsed } from './where-used.ts'

/** 利用目的: one record used by every list that prints it. Group and marker belong to the place, not to the record. */
export function purposes(options: CollectionOptions): CollectionConfig {
  return {
    slug: options.slugs.purposes,
    labels: {
      singular: { ja: '利用目的', en: 'Purpose' },
      plural: { ja: '利用目的', en: 'Purposes' },
    },
    admin: {
      group,
      description: {
        ja: '個人情報の利用目的です（法17条1項）。1件ずつ登録し、印字するすべての一覧で使い回します。',
        en: 'Purposes of use (APPI 17(1)). One record serves every list that prints it.',
      },
      useAsTitle: 'text',
      defaultColumns: ['text', 'source', 'organisation', 'updatedAt'],
      listSearchableFields: ['text'],
    },
    access: recordAccess(options, ofOrganisation),
    ...record(),
    fields: [
      recordId(),
      textarea('text', {
        label: { ja: '利用目的', en: 'Purpose' },
        description: {
          ja: '印字する文そのものです。できる限り特定して書きます（法17条1項）。',
          en: 'As printed; as specific as possible (APPI 17(1)).',
        },
        localized: true,
        needed: {
          options,
          words: { ja: '利用目的の文を入力してください。', en: 'Enter the text of the purpose.' },
        },
      }),
      choice('source', purposeSources, purposeSourceWords, {
        label: { ja: '取得の方法', en: 'Way of acquisition' },
        description: {
          ja: '本人から書面等で直接取得するときは、あらかじめ明示します（法21条2項）。印字されません。',
          en: 'What is acquired from the person in writing is stated beforehand (APPI 21(2)). Not printed.',
        },
      }),
      ...whereUsed(options, 'purposes'),
      organisation(options),
      bulkUpdateNote(),
    ],
  }
}

/** How the data comes in, on which it depends how the purpose must be shown (法21条). */
const purposeSources = ['directWriting', 'other', 'both'] as const

const purposeSourceWords: { readonly [K in (typeof purposeSources)[number]]: Words } = {
  directWriting: { ja: '本人から書面等で直接', en: 'From the person, in writing' },
  other: { ja: 'それ以外の方法', en: 'In other ways' },
  both: { ja: 'どちらの方法も', en: 'In both ways' },
}
