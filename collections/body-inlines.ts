import type { Block, Field, RelationshipField } from 'payload'
import {
  contactFields,
  dateKinds,
  jointUseStatements,
  organisationFields,
  procedureRoles,
  referenceForms,
} from '../src/core/document.ts'
import type { BodyInlineBlock } from '../src/core/lexical/state.ts'
import {
  contactFieldWords,
  dateKindWords,
  jointUseStatementWords,
  organisationFieldWords,
  procedureRoleWords,
  referenceFormWords,
  type Words,
} from '../src/core/words.ts'
import {
  anId,
  choices,
  component,
  externalServiceFields,
  type RowContext,
  type RowData,
  record,
  select,
  text,
  withinOrganisation,
} from './body-fields.ts'
import type { CollectionOptions } from './options.ts'
import { calendarDay, idIn, printedFee, say } from './validation.ts'

/** The blocks of a body that stand within a sentence. */
export function inlineBlocks(options: CollectionOptions): { [K in BodyInlineBlock]: Block } {
  const { slugs } = options
  const block = (slug: BodyInlineBlock, words: Words, fields: Block['fields']): Block => ({
    slug,
    labels: { singular: words, plural: words },
    fields,
    admin: {
      disableBlockName: true,
      components: { Label: component('InlineNodeLabel', options, words, fields) },
    },
  })
  const printed = text('text', { ja: '印字する文', en: 'Printed text' })
  return {
    purpose: block('purpose', { ja: '利用目的', en: 'Purpose' }, [
      record(slugs.purposes, { ja: '利用目的', en: 'Purpose' }),
    ]),
    exceptionClause: block('exceptionClause', { ja: '例外', en: 'Exception' }, [
      record(slugs.exceptionClauses, { ja: '例外', en: 'Exception' }),
    ]),
    jointUsePartner: block('jointUsePartner', { ja: '共同利用者', en: 'Joint-use partner' }, [
      record(slugs.jointUsePartners, { ja: '共同利用者', en: 'Joint-use partner' }),
    ]),
    safetyMeasure: block('safetyMeasure', { ja: '安全管理措置', en: 'Safety measure' }, [
      record(slugs.safetyMeasures, { ja: '安全管理措置', en: 'Safety measure' }),
    ]),
    contact: block('contact', { ja: '窓口', en: 'Contact' }, [
      record(slugs.contacts, { ja: '窓口', en: 'Contact' }),
    ]),
    value: block(
      'value',
      { ja: '登録した値（名称・住所など）', en: 'Field of a record' },
      valueFields(options),
    ),
    definedTerm: block('definedTerm', { ja: '用語の定義', en: 'Defined term' }, [
      text('term', { ja: '用語', en: 'Term' }),
      {
        name: 'meaning',
        type: 'textarea',
        label: { ja: '意味', en: 'Meaning' },
        admin: {
          description: {
            ja: '文中でこの用語が指すもの。印字されません。',
            en: 'What the sentence says it means. Not printed.',
          },
        },
      },
    ]),
    termReference: block('termReference', { ja: '用語の参照', en: 'Reference to a term' }, [
      text('term', { ja: '用語', en: 'Term' }),
      printed,
    ]),
    sectionReference: block(
      'sectionReference',
      { ja: '条項の参照', en: 'Reference to a section' },
      [
        {
          name: 'target',
          type: 'relationship',
          relationTo: slugs.policySections as never,
          label: { ja: '参照先', en: 'Target' },
          filterOptions: ({ data }) => {
            const policy = idIn((data as RowData)?.policy)
            return policy ? { policy: { equals: policy } } : true
          },
          validate: anId,
        } as RelationshipField,
        {
          name: 'item',
          type: 'text',
          label: { ja: '参照先の号', en: 'Target item' },
          admin: { hidden: true },
        },
        printed,
        {
          type: 'row',
          fields: [
            {
              name: 'follow',
              type: 'checkbox',
              label: { ja: '番号の変更に追随する', en: 'Follows renumbering' },
              admin: { width: '40%' },
            },
            {
              name: 'form',
              type: 'select',
              label: { ja: '書き方', en: 'Form' },
              options: choices(referenceForms, referenceFormWords),
              admin: { width: '60%', condition: (_, row) => row?.follow === true },
            },
          ],
        },
      ],
    ),
    lawReference: block('lawReference', { ja: '法令の引用', en: 'Citation of a law' }, [
      text('law', { ja: '法令名', en: 'Law' }),
      {
        type: 'row',
        fields: [
          { name: 'article', type: 'text', label: { ja: '条', en: 'Article' } },
          { name: 'paragraph', type: 'text', label: { ja: '項', en: 'Paragraph' } },
          { name: 'item', type: 'text', label: { ja: '号', en: 'Item' } },
        ],
      },
      printed,
    ]),
    date: block('date', { ja: '日付', en: 'Date' }, [
      {
        name: 'kinds',
        type: 'select',
        hasMany: true,
        required: true,
        label: { ja: '種類', en: 'Kind' },
        options: choices(dateKinds, dateKindWords),
      },
      {
        name: 'date',
        type: 'text',
        required: true,
        label: { ja: '日付（YYYY-MM-DD）', en: 'Date (YYYY-MM-DD)' },
        validate: calendarDay,
      } as Field,
      printed,
    ]),
    fee: block('fee', { ja: '手数料', en: 'Fee' }, [
      {
        type: 'row',
        fields: [
          {
            name: 'amountYen',
            type: 'number',
            required: true,
            min: 0,
            label: { ja: '金額（円）', en: 'Amount (yen)' },
          },
          {
            name: 'tax',
            type: 'select',
            label: { ja: '消費税', en: 'Tax' },
            options: [
              { value: 'included', label: { ja: '税込', en: 'Included' } },
              { value: 'excluded', label: { ja: '税抜', en: 'Excluded' } },
            ],
          },
        ],
      },
      {
        name: 'appliesTo',
        type: 'text',
        hasMany: true,
        label: { ja: '対象となる請求', en: 'Requests it applies to' },
      },
      { ...printed, validate: printedFee } as Field,
    ]),
    jointUsePurpose: block(
      'jointUsePurpose',
      { ja: '共同利用の目的', en: 'Purpose of joint use' },
      [printed],
    ),
    jointUseDataItem: block(
      'jointUseDataItem',
      { ja: '共同利用する項目', en: 'Joint-use data item' },
      [printed],
    ),
    jointUseStatement: block(
      'jointUseStatement',
      { ja: '共同利用の記載', en: 'Joint-use statement' },
      [
        select(
          'about',
          { ja: '種類', en: 'Kind' },
          choices(jointUseStatements, jointUseStatementWords),
        ),
        printed,
      ],
    ),
    procedureItem: block('procedureItem', { ja: '手続の事項', en: 'Procedure item' }, [
      select('role', { ja: '種類', en: 'Kind' }, choices(procedureRoles, procedureRoleWords)),
      printed,
    ]),
    externalService: block('externalService', { ja: '外部サービス', en: 'External service' }, [
      ...externalServiceFields,
    ]),
  }
}

/** A value of the organisation needs no record: it is the policy's own. */
function valueFields({ slugs }: CollectionOptions): Field[] {
  const when = (of: string) => ({
    condition: (_: unknown, fields: RowData) => fields?.of === of,
  })
  const needed =
    (of: string, message: Words) =>
    (value: unknown, { siblingData, req }: RowContext) =>
      siblingData.of !== of || Boolean(value) || say(req, message)
  return [
    select('of', { ja: '登録先', en: 'Record' }, [
      { value: 'organisation', label: { ja: 'この事業者', en: 'This organisation' } },
      { value: 'contact', label: { ja: '窓口', en: 'Contact' } },
      { value: 'jointUsePartner', label: { ja: '共同利用者', en: 'Joint-use partner' } },
    ]),
    {
      name: 'contact',
      type: 'relationship',
      relationTo: slugs.contacts as never,
      label: { ja: '窓口', en: 'Contact' },
      filterOptions: withinOrganisation,
      validate: needed('contact', { ja: '窓口を選んでください。', en: 'Choose the contact.' }),
      admin: when('contact'),
    } as Field,
    {
      name: 'jointUsePartner',
      type: 'relationship',
      relationTo: slugs.jointUsePartners as never,
      label: { ja: '共同利用者', en: 'Joint-use partner' },
      filterOptions: withinOrganisation,
      validate: needed('jointUsePartner', {
        ja: '共同利用者を選んでください。',
        en: 'Choose the partner.',
      }),
      admin: when('jointUsePartner'),
    } as Field,
    {
      name: 'field',
      type: 'select',
      required: true,
      label: { ja: '項目', en: 'Field' },
      options: [
        ...choices(organisationFields, organisationFieldWords),
        ...choices(contactFields, contactFieldWords),
      ].filter((choice, i, all) => all.findIndex((other) => other.value === choice.value) === i),
    },
  ]
}
