import {
  AlignFeature,
  BlocksFeature,
  BoldFeature,
  EXPERIMENTAL_TableFeature,
  FixedToolbarFeature,
  IndentFeature,
  InlineToolbarFeature,
  LinkFeature,
  lexicalEditor,
  OrderedListFeature,
  ParagraphFeature,
  UnorderedListFeature,
} from '@payloadcms/richtext-lexical'
import type {
  Block,
  Field,
  FieldAffectingData,
  PayloadRequest,
  RelationshipField,
  Where,
} from 'payload'
import {
  contactFields,
  dateKinds,
  jointUseStatements,
  organisationFields,
  procedureRoles,
  referenceForms,
} from '../src/core/document.ts'
import type { BodyBlock, BodyInlineBlock } from '../src/core/lexical/state.ts'
import { linkUrlProblem } from '../src/core/validate/web-url.ts'
import {
  contactFieldWords,
  dateKindWords,
  jointUseStatementWords,
  organisationFieldWords,
  procedureRoleWords,
  referenceFormWords,
  type Words,
} from '../src/core/words.ts'
import { listMarkers, slashInSentence } from './editor-features.ts'
import type { CollectionOptions } from './options.ts'
import { calendarDay, checked, type FieldValidate, idIn, printedFee, say } from './validation.ts'

/**
 * The editor of a section's body and end: paragraphs, lists, tables, and the typed nodes of the tree as blocks and
 * inline blocks. Block and field names are those of `src/core/lexical`; the words are the editor's menu.
 */
export function body(options: CollectionOptions) {
  const lists = listBlocks(options)
  const inlines = inlineBlocks(options)
  return lexicalEditor({
    features: () => [
      ParagraphFeature(),
      BoldFeature(),
      UnorderedListFeature(),
      OrderedListFeature(),
      listMarkers(options),
      slashInSentence(options),
      // Only lists nest in print; a paragraph's indent would be seen here and nowhere else.
      IndentFeature({ disabledNodes: ['paragraph'], disableTabNode: true }),
      AlignFeature(),
      LinkFeature({ enabledCollections: [], fields: linkFields }),
      EXPERIMENTAL_TableFeature(),
      BlocksFeature({ blocks: Object.values(lists), inlineBlocks: Object.values(inlines) }),
      FixedToolbarFeature(),
      InlineToolbarFeature(),
    ],
  })
}

/** Payload's fields of a link, with an address that is checked and kept as it was written. */
function linkFields({
  defaultFields,
}: {
  readonly defaultFields: FieldAffectingData[]
}): FieldAffectingData[] {
  return defaultFields.map((field) =>
    'name' in field && field.name === 'url'
      ? ({
          ...field,
          hooks: {},
          required: true,
          validate: checked(linkUrlProblem),
        } as FieldAffectingData)
      : field,
  )
}

/** The rows of a list block: what stands in a row, its printed marker, and whether it goes on in the same line. */
function rows(options: CollectionOptions, label: Words, fields: readonly Field[]): Block['fields'] {
  return [
    {
      name: 'rows',
      type: 'array',
      label,
      minRows: 1,
      labels: { singular: { ja: '行', en: 'Row' }, plural: { ja: '行', en: 'Rows' } },
      admin: {
        initCollapsed: true,
        components: { RowLabel: component('BodyRowLabel', options, label, fields) },
      },
      fields: [
        ...fields,
        {
          type: 'row',
          fields: [
            {
              name: 'marker',
              type: 'text',
              label: { ja: '印字する記号', en: 'Printed marker' },
              admin: {
                width: '40%',
                description: {
                  ja: '「（１）」「・」など。後ろの空白も印字されます。',
                  en: 'Such as “(1) ” or “・”, with the space after it.',
                },
              },
            },
            {
              name: 'joined',
              type: 'checkbox',
              label: { ja: '前の行に続けて印字する', en: 'Goes on in the line before' },
              admin: { width: '60%' },
            },
          ],
        },
      ],
    },
  ]
}

/** One of the admin's own components, told what the node is called and where the records are that it can name. */
function component(
  name: string,
  { components, slugs }: CollectionOptions,
  words: Words,
  fields: readonly Field[],
) {
  const relations = fields.flatMap((field) =>
    field.type === 'relationship' ? [[field.name, field.relationTo] as const] : [],
  )
  return {
    path: `${components}#${name}`,
    clientProps: {
      words,
      relations: {
        organisation: slugs.organisations,
        policy: slugs.policies,
        ...Object.fromEntries(relations),
      },
    },
  }
}

function listBlocks(options: CollectionOptions): { [K in BodyBlock]: Block } {
  const { slugs } = options
  const block = (slug: BodyBlock, words: Words, fields: Block['fields']): Block => ({
    slug,
    labels: { singular: words, plural: words },
    fields,
    admin: { disableBlockName: true },
  })
  return {
    purposeList: block(
      'purposeList',
      { ja: '利用目的の一覧', en: 'List of purposes' },
      rows(options, { ja: '利用目的', en: 'Purposes' }, [
        record(slugs.purposes, { ja: '利用目的', en: 'Purpose' }),
        {
          name: 'group',
          type: 'text',
          label: { ja: '区分', en: 'Group' },
          admin: {
            description: {
              ja: 'だれの情報についての目的か（顧客、応募者など）。印字されません。',
              en: 'Whose data it is about (customers, applicants …). Not printed.',
            },
          },
        },
      ]),
    ),
    exceptionClauseList: block(
      'exceptionClauseList',
      { ja: '例外の一覧', en: 'List of exceptions' },
      rows(options, { ja: '例外', en: 'Exceptions' }, [
        record(slugs.exceptionClauses, { ja: '例外', en: 'Exception' }),
      ]),
    ),
    safetyMeasureList: block(
      'safetyMeasureList',
      { ja: '安全管理措置の一覧', en: 'List of safety measures' },
      rows(options, { ja: '安全管理措置', en: 'Safety measures' }, [
        record(slugs.safetyMeasures, { ja: '安全管理措置', en: 'Safety measure' }),
      ]),
    ),
    jointUse: block(
      'jointUse',
      { ja: '共同利用の事項', en: 'Joint-use facts' },
      rows(options, { ja: '事項', en: 'Facts' }, [
        {
          name: 'fact',
          type: 'select',
          required: true,
          label: { ja: '種類', en: 'Kind' },
          options: [
            { value: 'partner', label: { ja: '共同利用者', en: 'Partner' } },
            { value: 'dataItem', label: { ja: '共同利用する項目', en: 'Data item' } },
            { value: 'purpose', label: { ja: '共同利用の目的', en: 'Purpose of joint use' } },
            ...choices(jointUseStatements, jointUseStatementWords),
          ],
        },
        {
          ...record(slugs.jointUsePartners, { ja: '共同利用者', en: 'Partner' }),
          required: false,
          validate: (value: unknown, { siblingData, req }: RowContext) =>
            siblingData.fact !== 'partner' ||
            Boolean(value) ||
            say(req, { ja: '共同利用者を選んでください。', en: 'Choose the partner.' }),
          admin: { condition: (_: unknown, row: RowData) => row?.fact === 'partner' },
        } as Field,
        {
          name: 'text',
          type: 'textarea',
          label: { ja: '文', en: 'Text' },
          validate: (value: unknown, { siblingData, req }: RowContext) =>
            siblingData.fact === 'partner' ||
            Boolean(value) ||
            say(req, { ja: '印字する文を入力してください。', en: 'Write the text to print.' }),
          admin: { condition: (_: unknown, row: RowData) => row?.fact !== 'partner' },
        } as Field,
      ]),
    ),
    procedure: block(
      'procedure',
      { ja: '手続の事項', en: 'Procedure' },
      rows(options, { ja: '事項', en: 'Items' }, [
        select('role', { ja: '種類', en: 'Kind' }, choices(procedureRoles, procedureRoleWords)),
        text('text', { ja: '文', en: 'Text' }),
      ]),
    ),
    externalServiceList: block(
      'externalServiceList',
      { ja: '外部送信先の一覧', en: 'List of external services' },
      rows(options, { ja: '外部サービス', en: 'External services' }, externalServiceFields),
    ),
    contact: block('contact', { ja: '窓口', en: 'Contact' }, [
      record(slugs.contacts, { ja: '窓口', en: 'Contact' }),
    ]),
    endMark: block('endMark', { ja: '以上', en: 'End mark' }, [
      { ...text('text', { ja: '文', en: 'Text' }), defaultValue: '以上' } as Field,
    ]),
  }
}

function inlineBlocks(options: CollectionOptions): { [K in BodyInlineBlock]: Block } {
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
    value: block('value', { ja: '記録の項目', en: 'Field of a record' }, valueFields(options)),
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

const externalServiceFields: Field[] = [
  text('service', { ja: 'サービス', en: 'Service' }),
  { name: 'provider', type: 'text', label: { ja: '送信先の名称', en: 'Recipient' } },
  { name: 'information', type: 'text', label: { ja: '送信される情報', en: 'Information sent' } },
  { name: 'purpose', type: 'text', label: { ja: '利用目的', en: 'Purpose' } },
  { name: 'optOut', type: 'text', label: { ja: 'オプトアウト', en: 'Opt-out' } },
  text('text', { ja: '印字する文', en: 'Printed text' }),
]

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
    select('of', { ja: '記録', en: 'Record' }, [
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

type RowData = { readonly [key: string]: unknown }
type RowContext = { readonly siblingData: RowData; readonly req: PayloadRequest }

function record(relationTo: string, label: Words): RelationshipField {
  return {
    name: 'record',
    type: 'relationship',
    relationTo: relationTo as never,
    required: true,
    label,
    filterOptions: withinOrganisation,
    validate: anId,
  } as RelationshipField
}

/** Offers the records of the section's organisation and of the shared library. */
function withinOrganisation({ data }: { readonly data?: unknown }): Where | true {
  const organisation = idIn((data as RowData | undefined)?.organisation)
  return organisation
    ? { or: [{ organisation: { equals: organisation } }, { organisation: { exists: false } }] }
    : true
}

/**
 * Payload's own validation would ask the database about each relation of each row. Whether the records are there, and
 * are the organisation's, the plugin checks for all relations of a body at once, on every write.
 */
const anId: FieldValidate = (value, { req, required }) =>
  idIn(value) !== undefined ||
  ((value === null || value === undefined) && !required) ||
  say(req, { ja: '記録を選んでください。', en: 'Choose a record.' })

function text(name: string, label: Words): Field {
  return { name, type: 'text', required: true, label }
}

function select(name: string, label: Words, options: readonly Choice[]): Field {
  return { name, type: 'select', required: true, label, options: [...options] }
}

type Choice = { readonly value: string; readonly label: { ja: string; en: string } }

function choices<K extends string>(
  values: readonly K[],
  words: { readonly [P in K]: Words },
): Choice[] {
  return values.map((value) => ({ value, label: { ...words[value] } }))
}
