import type { BulkCollection, BulkRecords } from './records.ts'

/** Which records a change is asked about; all that is given must hold. */
export type Selection<K extends BulkCollection = BulkCollection> = {
  readonly collections: readonly K[]
  /** Slugs of organisations. @default all, and the shared library */
  readonly organisations?: readonly string[]
  /** Slugs of policies: their own records, and those that they print. */
  readonly policies?: readonly string[]
  /** Values of fields, by name: `name` and `name.ja` alike find a text in any language, or in one. */
  readonly where?: { readonly [field: string]: string | number | boolean | null }
  /** Ids of rules of the check: records that such a finding stands on. */
  readonly findings?: readonly string[]
}

export type ChangeContext<K extends BulkCollection = BulkCollection> = {
  readonly collection: K
  /** Null for the shared library. */
  readonly organisation: { readonly id: string; readonly slug: string } | null
  /** The day in Japan. */
  readonly today: string
}

/** What a change script says: a name for people, which records, and what becomes of each. */
export type Change<K extends BulkCollection = BulkCollection> = {
  readonly title: string
  readonly select: Selection<K>
  /**
   * The fields that become others; null or nothing leaves the record as it is. Pure: it is asked once a record, in no
   * promised order, and may be asked again.
   */
  readonly change: (
    record: BulkRecords[K],
    context: ChangeContext<K>,
  ) => Partial<BulkRecords[K]> | null | undefined
}

/** A change, typed on the collections that it selects. */
export function defineChange<const K extends BulkCollection>(change: Change<K>): Change<K> {
  return change
}
