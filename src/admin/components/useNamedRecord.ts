'use client'
import { useDocumentForm, useDocumentInfo } from '@payloadcms/ui'
import type { NodeProps } from './node-props.ts'
import { type Fields, idOf } from './printed.ts'
import type { Found } from './record-cache.ts'
import { useRecord } from './useRecord.ts'

/** The record that a node's fields name; a value of the organisation is that of the section's own. */
export function useNamedRecord(
  fields: Fields,
  relations: NodeProps['relations'],
): { readonly id: string | undefined; readonly record: Found | undefined } {
  const { fields: edited } = useDocumentForm()
  const { id: editedId, collectionSlug } = useDocumentInfo()
  const relation = relationOf(fields)
  const own = (name: string) =>
    collectionSlug === relations[name] ? idOf(editedId) : idOf(edited?.[name]?.value)
  const isOwn = relation === 'organisation' || relation === 'policy'
  const id = isOwn ? own(relation) : idOf(fields[relation])
  return { id, record: useRecord(relations[relation], id) }
}

/** The relation that says which record a node prints or points at. */
function relationOf(fields: Fields): string {
  switch (fields.blockType) {
    case 'value':
      if (fields.of !== 'organisation') return String(fields.of)
      // A service belongs to the policy, not to the organisation.
      return String(fields.field).startsWith('service.') ? 'policy' : 'organisation'
    case 'sectionReference':
      return 'target'
    default:
      return 'record'
  }
}
