import type { CollectionConfig, Field, JSONField, NumberField, TextField } from 'payload'
import { type EditionRow, editionKinds } from '../src/core/edition/edition.ts'
import { editionKindWords } from '../src/core/edition/edition-words.ts'
import type { Words } from '../src/core/words.ts'
import { anyone, nobody, toMembersOf } from './access.ts'
import { choice, group, recordId } from './fields.ts'
import type { CollectionOptions } from './options.ts'

/**
 * 版: a published policy, frozen in all its languages. Made by publishing alone, never changed, never deleted; a
 * correction is a new edition. No relation and no localised field: what it came from may change or go.
 */
export function policyEditions(options: CollectionOptions): CollectionConfig {
  return {
    slug: options.slugs.policyEditions,
    labels: {
      singular: { ja: '版', en: 'Edition' },
      plural: { ja: '版', en: 'Editions' },
    },
    admin: {
      group,
      description: {
        ja: '公表されたポリシーです。変更も削除もできません。訂正は、新しい版として公表します。',
        en: 'Published policies. They can be neither changed nor deleted; a correction is published as a new edition.',
      },
      useAsTitle: 'policySlug',
      defaultColumns: [
        'policySlug',
        'organisationSlug',
        'number',
        'kind',
        'effectiveFrom',
        'recordedAt',
      ],
      listSearchableFields: ['policySlug', 'organisationSlug', 'sha256'],
    },
    access: { read: anyone, create: nobody, update: nobody, delete: nobody },
    defaultSort: '-recordedAt',
    timestamps: false,
    lockDocuments: false,
    disableDuplicate: true,
    indexes: [
      { fields: ['policy', 'number'], unique: true },
      { fields: ['policy', 'idempotencyKey'], unique: true },
      { fields: ['organisationSlug', 'policySlug'] },
    ],
    fields: Object.values(columns(options)),
  }
}

/** One column for each part of an edition, under its own name, and two that only the organisation sees. */
function columns(options: CollectionOptions) {
  const toMembers = { read: toMembersOf(options, 'organisation') }
  const json = storedJson(options)
  return {
    id: recordId(),
    organisationSlug: line('organisationSlug', {
      label: { ja: '事業者のURL用の名前', en: 'Organisation’s slug' },
      description: {
        ja: '公表したときのアドレスです。',
        en: 'Of the address at which it was published.',
      },
    }),
    policySlug: line('policySlug', {
      label: { ja: 'ポリシーのURL用の名前', en: 'Policy’s slug' },
      description: {
        ja: '公表したときのアドレスです。',
        en: 'Of the address at which it was published.',
      },
    }),
    number: number('number', {
      label: { ja: '版番号', en: 'Number' },
      description: {
        ja: 'ポリシーごとに1から始まります。',
        en: 'Counts from 1 within the policy.',
      },
      required: true,
    }),
    kind: choice('kind', editionKinds, editionKindWords, {
      label: { ja: '種類', en: 'Kind' },
      description: { ja: '何のために公表されたか。', en: 'What it was published for.' },
      required: true,
    }),
    effectiveFrom: line('effectiveFrom', {
      label: { ja: '施行日', en: 'In force from' },
      description: { ja: '日本の暦日です。', en: 'A calendar day in Japan.' },
    }),
    recordedAt: {
      name: 'recordedAt',
      type: 'date',
      label: { ja: '公表日時', en: 'Recorded at' },
      required: true,
      index: true,
      admin: {
        date: { pickerAppearance: 'dayAndTime' },
        description: { ja: 'データベースの時計によります。', en: 'By the clock of the database.' },
      },
    },
    corrects: number('corrects', {
      label: { ja: '訂正する版', en: 'Corrects' },
      description: {
        ja: 'この版が置き換える版の番号です。',
        en: 'The number of the edition whose place it takes.',
      },
    }),
    withdraws: number('withdraws', {
      label: { ja: '取り下げる版', en: 'Withdraws' },
      description: {
        ja: '施行前に取り下げる版の番号です。',
        en: 'The number of the edition that never comes into force.',
      },
    }),
    summary: json('summary', {
      label: { ja: '改定の要旨', en: 'Summary' },
      description: { ja: '言語ごとの説明です。', en: 'What has changed, in each language.' },
    }),
    languages: json('languages', {
      label: { ja: '言語', en: 'Languages' },
      description: {
        ja: '言語ごとの表題とハッシュ値です。',
        en: 'The title and the hash of each.',
      },
    }),
    documents: json('documents', {
      label: { ja: '本文', en: 'Documents' },
      description: { ja: '言語ごとの文書の全体です。', en: 'The whole document in each language.' },
    }),
    schema: number('schema', {
      label: { ja: '本文の形式の版', en: 'Schema' },
      description: {
        ja: '本文がどの形式で書かれているか。',
        en: 'The form in which the documents are written.',
      },
      required: true,
    }),
    internal: {
      ...json('internal', {
        label: { ja: '社内の記録', en: 'Internal record' },
        description: {
          ja: '公表した人、認めた例外など。この事業者の利用者だけが見られます。',
          en: 'Who published it, and in spite of what. Only members of the organisation see it.',
        },
      }),
      access: toMembers,
    },
    internalSha256: line('internalSha256', {
      label: { ja: '社内の記録のハッシュ値', en: 'Hash of the internal record' },
      description: {
        ja: '社内の記録が変わっていないことを示します。',
        en: 'Shows that the internal record is as it was.',
      },
    }),
    previousSha256: {
      ...line('previousSha256', {
        label: { ja: '前の版のハッシュ値', en: 'Hash of the edition before' },
        description: { ja: '版どうしをつなぎます。', en: 'Chains the editions.' },
      }),
      required: false,
    },
    sha256: line('sha256', {
      label: { ja: 'ハッシュ値', en: 'Hash' },
      description: {
        ja: 'この版の全体から計算した値です（RFC 8785、SHA-256）。',
        en: 'Of the whole edition (RFC 8785, SHA-256).',
      },
    }),
    policy: line('policy', {
      label: { ja: 'ポリシーのID', en: 'Policy’s id' },
      description: {
        ja: 'ポリシーがなくなっても残ります。',
        en: 'Stays even when the policy goes.',
      },
    }),
    organisation: line('organisation', {
      label: { ja: '事業者のID', en: 'Organisation’s id' },
      description: {
        ja: '事業者がなくなっても残ります。',
        en: 'Stays even when the organisation goes.',
      },
    }),
    idempotencyKey: {
      ...line('idempotencyKey', {
        label: { ja: '重複防止キー', en: 'Idempotency key' },
        description: {
          ja: '同じ依頼が二重に公表されるのを防ぎます。',
          en: 'A repeated request with the same key publishes once.',
        },
      }),
      required: false,
      access: toMembers,
    },
  } satisfies { [K in keyof EditionRow | 'organisation' | 'idempotencyKey']: Field }
}

type Told = { readonly label: Words; readonly description: Words }

const line = (name: string, { label, description }: Told): TextField => ({
  name,
  type: 'text',
  label,
  required: true,
  index: true,
  admin: { description },
})

const number = (
  name: string,
  { label, description, ...rest }: Told & { readonly required?: true },
): NumberField => ({ name, type: 'number', label, ...rest, admin: { description } })

/** Read in the admin as it is; the editor that Payload would show comes from another site. */
const storedJson =
  ({ components }: CollectionOptions) =>
  (name: string, { label, description }: Told): JSONField => ({
    name,
    type: 'json',
    label,
    required: true,
    admin: { description, components: { Field: `${components}#StoredJson` } },
  })
