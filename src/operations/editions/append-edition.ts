import { randomBytes } from 'node:crypto'
import type { PayloadRequest } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import {
  type EditionHead,
  type EditionInternal,
  type EditionRow,
  seal,
} from '../../core/edition/index.ts'
import type { PolicyRecords } from '../../core/records.ts'
import { personOf } from '../person.ts'
import { printedAs } from './next-edition.ts'

/** A chain of editions that is being made longer. */
export type Appending = {
  readonly heads: EditionHead[]
  readonly recorded: EditionRow[]
  readonly records: PolicyRecords
  readonly now: string
  readonly req: Pick<PayloadRequest, 'user'>
}
type Entry = Pick<
  EditionRow,
  'kind' | 'effectiveFrom' | 'corrects' | 'withdraws' | 'documents' | 'summary'
> & {
  readonly requestSha256?: string
  readonly waivers?: EditionInternal['waivers']
  readonly duties?: EditionInternal['duties']
}

export const bare = {
  corrects: null,
  withdraws: null,
  documents: {},
  summary: {},
}

/** Adds the next edition: its text with what the policy prints of its editions, sealed upon the edition before. */
export function appendEdition(
  { heads, recorded, records: { organisation, policy }, now, req }: Appending,
  { requestSha256, waivers = [], duties = [], ...entry }: Entry,
): EditionRow {
  const previous = heads.at(-1)
  const dated = {
    ...entry,
    number: (previous?.number ?? 0) + 1,
    recordedAt: after(now, previous?.recordedAt),
  }
  const edition = seal(
    {
      id: uuidv7(),
      policy: policy.id,
      organisationSlug: organisation.slug,
      policySlug: policy.slug,
      ...dated,
      documents: printedAs(dated, entry.documents, heads, policy),
      schema: 1,
      internal: {
        publishedBy: personOf(req),
        waivers,
        duties,
        salt: randomBytes(16).toString('hex'),
        ...(requestSha256 !== undefined && { requestSha256 }),
      },
    },
    previous?.sha256 ?? null,
  )
  heads.push(edition)
  recorded.push(edition)
  return edition
}

/** The instant itself, or the first millisecond after the edition before: recorded instants rise. */
function after(now: string, previous: string | undefined): string {
  return previous === undefined || now > previous
    ? now
    : new Date(Date.parse(previous) + 1).toISOString()
}
