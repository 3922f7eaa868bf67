import type { Edition, EditionRow } from '../edition/index.ts'
import type { PortableRecord, RecordKind } from './record-shape.ts'

/** What is kept of an edition beside what the public reads. */
export type EditionRest = Pick<EditionRow, 'internal'> & { readonly idempotencyKey: string | null }

/** One thing of an export, and where it belongs: slugs of its organisation and its policy. */
export type Entry<R = PortableRecord, E = Edition, I = EditionRest> =
  | {
      readonly type: 'record'
      readonly kind: RecordKind
      readonly organisation: string | null
      readonly policy: string | null
      readonly record: R
    }
  | {
      readonly type: 'edition'
      readonly organisation: string
      readonly policy: string
      readonly edition: E
      readonly rest: I
    }

/** Where an entry was read, and its text, in which flaws are looked up. */
export type Source = {
  readonly file: string
  /** Of a file with an entry a line; null where the file is the entry. */
  readonly line: number | null
  readonly text: string
}

/** An entry as it was read, before anything is known of it. */
export type ReadEntry = Entry<unknown, unknown, unknown> & { readonly source: Source }
