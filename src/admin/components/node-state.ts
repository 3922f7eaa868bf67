import type { Words } from '../../core/words.ts'
import type { Found } from './record-cache.ts'

export type NodeState = 'printed' | 'empty' | 'loading' | 'untranslated' | 'missing' | 'trashed'

/** What is to be said of a node whose record would not print as it should. */
export const stateWords: { readonly [K in NodeState]: Words | null } = {
  printed: null,
  loading: null,
  empty: { ja: '未入力', en: 'Not filled in' },
  untranslated: { ja: 'この言語の文がありません', en: 'No text in this language' },
  missing: { ja: '差し込んだものが見つかりません', en: 'The record cannot be found' },
  trashed: { ja: '差し込んだものがごみ箱にあります', en: 'The record is in the trash' },
}

/** `id` is that of the record a node names, `text` what it prints. */
export function stateOf({
  text,
  id,
  record,
}: {
  readonly text: string
  readonly id: string | undefined
  readonly record: Found | undefined
}): NodeState {
  if (id !== undefined && record === null) return 'missing'
  if (record?.deletedAt) return 'trashed'
  if (text) return 'printed'
  if (id === undefined) return 'empty'
  return record ? 'untranslated' : 'loading'
}
