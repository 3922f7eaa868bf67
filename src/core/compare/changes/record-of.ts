import { type ContactField, type Node, type PolicyDocument, textOf, visit } from '../../document.ts'
import type { PolicyRecords } from '../../records.ts'
import type { Change, Subject } from './change.ts'

/** The record that an editor opens to see a change. */
export type ChangedRecord = { readonly collection: keyof PolicyRecords; readonly id: string }

/**
 * Where a change stands in the later text: the record that says it, or else the section. What is gone has no record
 * there; its section is told where it stayed.
 */
export function recordOf(change: Change, after: PolicyDocument): ChangedRecord | null {
  if (change.of === 'operator' && change.field !== 'service')
    return { collection: 'organisation', id: after.organisation.id ?? '' }
  const { where } = change
  const section = where.after ?? where.before
  const record = change.after === null ? null : saying(change, after)
  if (record) return record
  if (section === null) return { collection: 'policy', id: '' }
  return hasSection(after, section) ? { collection: 'sections', id: section } : null
}

/** The records that print what a change is of; what else changes is said by its section. */
const records = {
  purpose: { type: 'purpose', collection: 'purposes' },
  exception: { type: 'exceptionClause', collection: 'exceptionClauses' },
  partner: { type: 'jointUsePartner', collection: 'jointUsePartners' },
  measure: { type: 'safetyMeasure', collection: 'safetyMeasures' },
  contact: { type: 'contact', collection: 'contacts' },
} as const satisfies {
  readonly [S in Subject]?: {
    readonly type: Node['type']
    readonly collection: keyof PolicyRecords
  }
}

function saying(change: Change, document: PolicyDocument): ChangedRecord | null {
  if (!(change.of in records)) return null
  const { type, collection } = records[change.of as keyof typeof records]
  let found: ChangedRecord | null = null
  visit(document, (node, ancestors) => {
    if (found || node.type !== type || !('id' in node)) return
    const section = ancestors.findLast((one) => one.type === 'section')?.id ?? null
    if (section === change.where.after && says(node, change)) found = { collection, id: node.id }
  })
  return found
}

function says(node: Node, change: Change): boolean {
  if (change.of === 'contact' && change.field !== null && node.type === 'contact') {
    const { [change.field as ContactField]: value } = node
    return change.field === 'roles' || value === change.after
  }
  const text = textOf('marker' in node ? { ...node, marker: '' } : node)
  return change.after?.split('\n').includes(text) || text === change.after
}

function hasSection(document: PolicyDocument, id: string): boolean {
  let found = false
  visit(document, (node) => {
    found ||= node.type === 'section' && node.id === id
  })
  return found
}
