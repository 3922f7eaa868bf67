import type { CollectionBeforeChangeHook } from 'payload'
import { BULK_UPDATE_NOTE } from '../../../src/operations/bulk/note.ts'

/** A save that is no bulk update's takes the note of the last one off the record. */
export const ownWrite: CollectionBeforeChangeHook = ({ data, context }) => ({
  ...data,
  bulkUpdate: context[BULK_UPDATE_NOTE] ?? null,
})
