import type { CollectionSlug, JoinField } from 'payload'
import type { RelationKind } from '../src/core/lexical/relations.ts'
import type { Words } from '../src/core/words.ts'
import { notTrashed } from './fields.ts'
import type { CollectionOptions } from './options.ts'

/**
 * The sections that print a record, and the policies that print it before or after their sections: what a change of it
 * reaches. Two joins, because Payload's joins of several collections know no relations to many.
 */
export function whereUsed({ slugs }: CollectionOptions, kind: RelationKind): JoinField[] {
  const join = (
    name: string,
    collection: string,
    defaultColumns: string[],
    label: Words,
    description: Words,
  ): JoinField => ({
    name,
    type: 'join',
    label,
    collection: collection as CollectionSlug,
    on: kind,
    where: notTrashed(),
    admin: { allowCreate: false, defaultColumns, description },
  })
  return [
    join(
      'usedInSections',
      slugs.policySections,
      ['heading', 'policy', 'updatedAt'],
      { ja: '使っている条項', en: 'Used in sections' },
      {
        ja: 'ここでの変更は、下のすべての条項とポリシーの作業中の版に反映されます。公表された版は変わりません。',
        en: 'A change here reaches the working copy of all that is listed below. Published editions stay as they are.',
      },
    ),
    join(
      'usedInPolicies',
      slugs.policies,
      ['title', 'organisation', 'updatedAt'],
      { ja: '前文・結びで使っているポリシー', en: 'Used in preambles and closings' },
      {
        ja: '最初の条項の前か、最後の条項の後で使っているものです。',
        en: 'Policies that print it before their first section or after the last.',
      },
    ),
  ]
}
