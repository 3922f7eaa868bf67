import type { TextField } from 'payload'
import { nobody } from './access.ts'

/**
 * Which plan wrote this state of a record, and who applied it, in words: so the history of a record says so to everyone
 * who may read it. Empty after any other save. A copy and no relation: it must outlive whatever happens to the log.
 */
export function bulkUpdateNote(): TextField {
  return {
    name: 'bulkUpdate',
    type: 'text',
    label: { ja: '一括更新', en: 'Bulk update' },
    access: { create: nobody, update: nobody },
    admin: {
      description: {
        ja: 'この内容を書いた一括更新の表題・計画・実行者です。ほかの方法で保存すると空になります。印字されません。',
        en: 'Title, plan and person of the bulk update that wrote this. Any other save empties it; not printed.',
      },
      condition: ({ bulkUpdate }) => Boolean(bulkUpdate),
      position: 'sidebar',
      readOnly: true,
      disableBulkEdit: true,
      disableListColumn: true,
    },
  }
}
