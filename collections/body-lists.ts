import type { Block, Field } from 'payload'
import { jointUseStatements, procedureRoles } from '../src/core/document.ts'
import type { BodyBlock } from '../src/core/lexical/state.ts'
import { jointUseStatementWords, procedureRoleWords, type Words } from '../src/core/words.ts'
import {
  choices,
  component,
  externalServiceFields,
  type RowContext,
  type RowData,
  record,
  select,
  text,
} from './body-fields.ts'
import type { CollectionOptions } from './options.ts'
import { say } from './validation.ts'

/** The blocks of a body that stand on their own: lists of records, facts, contacts. */
export function listBlocks(options: CollectionOptions): { [K in BodyBlock]: Block } {
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
