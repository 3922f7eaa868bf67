import type { CollectionConfig, Field, TextField } from 'payload'
import { sectionKinds } from '../src/core/document.ts'
import { sectionNumberings } from '../src/core/records.ts'
import { sectionOrderField } from '../src/core/slugs.ts'
import { sectionKindWords, sectionNumberingWords } from '../src/core/words.ts'
import { madeByEditorsOfThePolicy, nobody, ofOrganisation, recordAccess } from './access.ts'
import { body } from './body.ts'
import { bulkUpdateNote } from './bulk-update-note.ts'
import { derivedRelations } from './derived-relations.ts'
import { checkbox, choice, group, recordId, relation, row, text } from './fields.ts'
import type { CollectionOptions } from './options.ts'
import { record } from './record.ts'
import { idIn, neededWhenPrinted, parentInPolicy, settledOnCreation } from './validation.ts'

/** 条・項: a heading, a body, what prints after its sub-sections; and, derived from the bodies, the records they use. */
export function policySections(options: CollectionOptions): CollectionConfig {
  const { slugs } = options
  return {
    slug: slugs.policySections,
    labels: {
      singular: { ja: '条項', en: 'Section' },
      plural: { ja: '条項', en: 'Sections' },
    },
    admin: {
      group,
      description: {
        ja: 'ポリシーの条・項です。本文では「/」を入力すると、利用目的・例外・共同利用者・安全管理措置・窓口などを差し込めます。',
        en: 'The sections of policies. In the text, “/” inserts purposes, exceptions, partners, measures, contacts and more.',
      },
      useAsTitle: 'heading',
      defaultColumns: ['heading', 'policy', 'kind', 'parent', 'updatedAt'],
      listSearchableFields: ['heading', 'number'],
    },
    access: {
      ...recordAccess(options, ofOrganisation),
      create: madeByEditorsOfThePolicy(options),
    },
    ...record(),
    // Also the order of joins in GraphQL, and of the choices for a parent. (The admin takes no list of fields here.)
    defaultSort: sectionOrderField(slugs),
    fields: [
      recordId(),
      {
        type: 'tabs',
        tabs: [
          {
            label: { ja: '条文', en: 'Text' },
            fields: [
              row([
                choice('kind', sectionKinds, sectionKindWords, {
                  label: { ja: '内容の種類', en: 'Kind' },
                  description: {
                    ja: '何についての条項か。点検と比較に使い、印字されません。',
                    en: 'What it is about; for checks and comparison, not printed.',
                  },
                  required: true,
                  defaultValue: 'other',
                  width: '40%',
                }),
                choice('numbered', sectionNumberings, sectionNumberingWords, {
                  label: { ja: '番号', en: 'Number' },
                  description: {
                    ja: '並び順から付けるか、入力したとおりに印字するかを選びます。',
                    en: 'By its place, or just as it is written.',
                  },
                  required: true,
                  defaultValue: 'style',
                  width: '35%',
                }),
                whenPrinted(
                  text('number', {
                    label: { ja: '印字する番号', en: 'Printed number' },
                    description: {
                      ja: '後ろの空白も印字されます。',
                      en: 'With the space after it.',
                    },
                    localized: true,
                    check: neededWhenPrinted(options),
                    width: '25%',
                  }),
                ),
              ]),
              row([
                text('heading', {
                  label: { ja: '見出し', en: 'Heading' },
                  description: {
                    ja: '番号を除いた見出しです。見出しのない項では空欄にします。',
                    en: 'Without the number; empty where there is none.',
                  },
                  localized: true,
                  width: '70%',
                }),
                checkbox('headingAbove', {
                  label: {
                    ja: '見出しを番号の上の行に置く',
                    en: 'Heading on the line above the number',
                  },
                  description: {
                    ja: '「（目的）」の次の行に「第1条」と書く形式です。',
                    en: 'The form in which the number stands on the line below.',
                  },
                  width: '30%',
                }),
              ]),
              {
                name: 'body',
                type: 'richText',
                label: { ja: '本文', en: 'Body' },
                localized: true,
                editor: body(options),
                admin: {
                  description: {
                    ja: '「/」で、利用目的・例外・窓口などや、条項への参照を差し込めます。',
                    en: '“/” inserts records such as purposes, exceptions and contacts, and references to sections.',
                  },
                },
              },
              {
                name: 'end',
                type: 'richText',
                label: { ja: '下位の条項の後に置く文', en: 'Text after the sub-sections' },
                localized: true,
                editor: body(options),
                admin: {
                  description: {
                    ja: '「以上」、結びの文、署名など。通常は空欄です。',
                    en: 'An end mark, closing words, a signature. Usually empty.',
                  },
                },
              },
            ],
          },
          derivedRelations(options),
        ],
      },
      relation('policy', slugs.policies, {
        label: { ja: 'ポリシー', en: 'Policy' },
        description: { ja: '作成後は変更できません。', en: 'Cannot be changed afterwards.' },
        required: true,
        check: settledOnCreation({ ja: 'ポリシー', en: 'policy' }),
        admin: { position: 'sidebar' },
      }),
      relation('parent', slugs.policySections, {
        label: { ja: '上位の条項', en: 'Parent section' },
        description: {
          ja: '項・号など、別の条項の中に置くときに選びます。',
          en: 'For a section within another.',
        },
        check: parentInPolicy(options),
        filterOptions: ({ data, id }) => ({
          and: [
            { policy: { equals: idIn(data?.policy) ?? '' } },
            ...(id ? [{ id: { not_equals: id } }] : []),
          ],
        }),
        admin: { position: 'sidebar' },
      }),
      derivedOrganisation(options),
      bulkUpdateNote(),
    ],
  }
}

const whenPrinted = (field: TextField): TextField => ({
  ...field,
  admin: { ...field.admin, condition: (_, siblings) => siblings.numbered === 'printed' },
})

/** The policy's organisation, which the plugin copies here: a query of versions reaches no further than one step. */
function derivedOrganisation({ slugs }: CollectionOptions): Field {
  return {
    ...relation('organisation', slugs.organisations, {
      label: { ja: '事業者', en: 'Organisation' },
      description: { ja: 'ポリシーから自動で決まります。', en: 'That of the policy.' },
      admin: { position: 'sidebar', readOnly: true, disableBulkEdit: true },
    }),
    access: { create: nobody, update: nobody },
  }
}
