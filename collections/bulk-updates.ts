import type { CollectionConfig, NumberField } from 'payload'
import type { Words } from '../src/core/words.ts'
import { nobody, ofOrganisation, seenByPublishers } from './access.ts'
import { group, organisation, recordId, text } from './fields.ts'
import type { CollectionOptions } from './options.ts'

/**
 * 一括更新: what a plan changed in one organisation, or in the shared library; written in the transaction that changed
 * it, so it is there exactly when the change is. By it an application goes on where it was broken off, and is reverted.
 */
export function bulkUpdates(options: CollectionOptions): CollectionConfig {
  return {
    slug: options.slugs.bulkUpdates,
    labels: {
      singular: { ja: '一括更新', en: 'Bulk update' },
      plural: { ja: '一括更新', en: 'Bulk updates' },
    },
    admin: {
      group,
      description: {
        ja: '一括更新の記録です。計画ごと・事業者ごとに、実行者・日時・件数を残します。',
        en: 'What bulk updates changed, a row a plan and organisation: who, when, how much.',
      },
      useAsTitle: 'title',
      defaultColumns: ['title', 'organisation', 'appliedBy', 'recordCount', 'createdAt'],
    },
    access: {
      read: seenByPublishers(options, ofOrganisation),
      create: nobody,
      update: nobody,
      delete: nobody,
    },
    defaultSort: '-createdAt',
    disableDuplicate: true,
    lockDocuments: false,
    fields: [
      recordId(),
      organisation(options, { library: true }),
      {
        ...text('unit', {
          label: { ja: '単位', en: 'Unit' },
          description: {
            ja: '計画と事業者です。同じ計画が二度書かれることを防ぎます。',
            en: 'The plan and the organisation; no plan is written twice.',
          },
        }),
        required: true,
        unique: true,
      },
      text('title', {
        label: { ja: '表題', en: 'Title' },
        description: { ja: '計画の表題です。', en: 'What the plan is called.' },
      }),
      {
        ...text('plan', {
          label: { ja: '計画', en: 'Plan' },
          description: {
            ja: '計画ファイルの SHA-256 です。',
            en: 'The SHA-256 of the plan.',
          },
        }),
        required: true,
        index: true,
      },
      {
        ...text('reverts', {
          label: { ja: '取り消した計画', en: 'Reverts' },
          description: {
            ja: '別の一括更新を元に戻したときの、その計画です。',
            en: 'The plan that it takes back, if it takes one back.',
          },
        }),
        index: true,
      },
      text('appliedBy', {
        label: { ja: '実行者', en: 'Applied by' },
        description: { ja: '適用した人です。', en: 'Who applied it.' },
      }),
      count('recordCount', {
        label: { ja: '記録の件数', en: 'Records' },
        description: { ja: '変更した記録の数です。', en: 'How many were changed.' },
      }),
      count('editionCount', {
        label: { ja: '公表した版', en: 'Editions' },
        description: {
          ja: '同時に公表した版の数です。',
          en: 'How many were published along with it.',
        },
      }),
      {
        name: 'records',
        type: 'json',
        label: { ja: '変更した記録', en: 'Records' },
        admin: {
          description: {
            ja: 'コレクション、ID、変更前と変更後の版です。',
            en: 'Collection, id, and the versions before and after.',
          },
        },
      },
    ],
  }
}

const count = (
  name: string,
  { label, description }: { readonly label: Words; readonly description: Words },
): NumberField => ({ name, type: 'number', label, admin: { description } })
