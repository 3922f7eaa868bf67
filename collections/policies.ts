import type { CollectionConfig, CollectionSlug } from 'payload'
import { SECTIONS_JOIN } from '../src/core/slugs.ts'
import { numberingStyleProblem } from '../src/core/validate/numbering-style.ts'
import { slugProblem } from '../src/core/validate/slug.ts'
import { webUrlProblem } from '../src/core/validate/web-url.ts'
import { ofOrganisation, recordAccess } from './access.ts'
import { body } from './body.ts'
import { bulkUpdateNote } from './bulk-update-note.ts'
import { derivedRelations } from './derived-relations.ts'
import { checkbox, group, notTrashed, organisation, recordId, row, text } from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { printedHistory } from './printed-history.ts'
import { record } from './record.ts'
import { suppressions } from './suppressions.ts'
import { idIn, unused } from './validation.ts'

/** A policy: its title, its numbering, what stands before and after its sections. Its text is in the sections. */
export function policies(options: CollectionOptions): CollectionConfig {
  const { slugs } = options
  return {
    slug: slugs.policies,
    labels: {
      singular: { ja: 'ポリシー', en: 'Policy' },
      plural: { ja: 'ポリシー', en: 'Policies' },
    },
    admin: {
      group,
      description: {
        ja: '作業中の版です。公開ページには、タブ「公表」で公表した版だけが載ります。',
        en: 'The working copies. The public sees only the editions published from them.',
      },
      useAsTitle: 'title',
      defaultColumns: ['title', 'organisation', 'slug', 'updatedAt'],
      listSearchableFields: ['title', 'slug'],
    },
    access: recordAccess(options, ofOrganisation),
    ...record(),
    indexes: [{ fields: ['organisation', 'slug'], unique: true }],
    fields: [
      recordId(),
      {
        type: 'tabs',
        tabs: [
          {
            label: { ja: '本文', en: 'Text' },
            fields: [
              row([
                text('title', {
                  label: { ja: '表題', en: 'Title' },
                  description: { ja: 'ページの表題です。', en: 'The title of the page.' },
                  placeholder: 'プライバシーポリシー',
                  localized: true,
                  needed: {
                    options,
                    words: { ja: '表題を入力してください。', en: 'Enter the title.' },
                  },
                  width: '65%',
                }),
                checkbox('titlePrinted', {
                  label: { ja: '表題を1行目に印字する', en: 'Print the title as the first line' },
                  description: {
                    ja: 'オフにすると、表題は文書の名前としてだけ使います。',
                    en: 'Off, the title only names the document.',
                  },
                  width: '35%',
                }),
              ]),
              {
                name: 'preamble',
                type: 'richText',
                label: { ja: '前文', en: 'Preamble' },
                localized: true,
                editor: body(options),
                admin: {
                  description: {
                    ja: '最初の条項より前に置く文です。',
                    en: 'What stands before the first section.',
                  },
                },
              },
              {
                name: SECTIONS_JOIN,
                type: 'join',
                label: { ja: '条項', en: 'Sections' },
                collection: slugs.policySections as CollectionSlug,
                on: 'policy',
                where: notTrashed(),
                orderable: true,
                // More than any policy has: the admin reads 0 as a page of ten, and no row can be dragged to another page.
                defaultLimit: 1000,
                admin: {
                  defaultColumns: ['heading', 'kind', 'parent', 'updatedAt'],
                  description: {
                    ja: '行をドラッグして並べ替えます。番号は並び順から付きます。',
                    en: 'Drag the rows into order; the numbers follow.',
                  },
                },
              },
              {
                name: 'closing',
                type: 'richText',
                label: { ja: '結び', en: 'Closing' },
                localized: true,
                editor: body(options),
                admin: {
                  description: {
                    ja: '最後の条項より後に置く文です（以上、制定日、事業者名など）。',
                    en: 'What stands after the last section (end mark, dates, signature).',
                  },
                },
              },
            ],
          },
          {
            label: { ja: '対象のサービスと番号', en: 'Service and numbering' },
            fields: [
              {
                name: 'service',
                type: 'group',
                label: { ja: '対象のサービス', en: 'Service' },
                admin: {
                  description: {
                    ja: '特定のサービスについてのポリシーのときに入力します。',
                    en: 'For a policy about one service.',
                  },
                },
                fields: [
                  row([
                    text('name', {
                      label: { ja: 'サービス名', en: 'Name' },
                      description: { ja: '印字するサービス名です。', en: 'As printed.' },
                      localized: true,
                      width: '50%',
                    }),
                    text('selfTerm', {
                      label: { ja: '略称', en: 'Short term' },
                      description: {
                        ja: '文中でサービスを指す語です。',
                        en: 'What the text calls the service.',
                      },
                      placeholder: '本サービス',
                      localized: true,
                      width: '50%',
                    }),
                  ]),
                  text('url', {
                    label: { ja: 'サービスのURL', en: 'URL of the service' },
                    description: { ja: 'サービスのトップページです。', en: 'Its top page.' },
                    validator: webUrlProblem,
                  }),
                ],
              },
              {
                name: 'numbering',
                type: 'array',
                label: { ja: '番号の形式', en: 'Numbering' },
                labels: {
                  singular: { ja: '階層', en: 'Level' },
                  plural: { ja: '階層', en: 'Levels' },
                },
                admin: {
                  description: {
                    ja: '階層ごとに、1番目の番号を書いた例で指定します。後ろの空白も印字されます（例: 1行目「第1条　」、2行目「（1）」）。空欄の階層は標準の形式になります。',
                    en: 'One row a level, written as its first number looks, with the space after it (“Article 1 ”, then “(1) ”). Levels without a row take the usual form.',
                  },
                },
                fields: [
                  text('style', {
                    label: { ja: '1番目の番号', en: 'First number' },
                    description: {
                      ja: '後ろの空白も含めて入力します。',
                      en: 'With the space after it.',
                    },
                    placeholder: '第1条　',
                    localized: true,
                    validator: numberingStyleProblem,
                  }),
                ],
              },
            ],
          },
          printedHistory(),
          suppressions(),
          derivedRelations(options),
        ],
      },
      organisation(options),
      bulkUpdateNote(),
      {
        ...text('slug', {
          label: { ja: 'URL用の名前', en: 'Slug' },
          description: {
            ja: '公開ページのアドレスになります（例: privacy）。',
            en: 'Part of the public address, such as “privacy”.',
          },
          required: true,
          validator: slugProblem,
          check: unused(slugs.policies, ({ organisation }) => ({
            organisation: { equals: idIn(organisation) },
          })),
        }),
        index: true,
      },
    ],
  }
}
