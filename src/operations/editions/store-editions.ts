import type { Payload, PayloadRequest } from 'payload'
import type { EditionRow } from '../../core/edition/index.ts'
import { runIn, tableNameOf } from '../database/sql.ts'
import { settingsOf } from '../settings.ts'
import { EDITION_CHANNEL } from './edition-channel.ts'

/** What is stored of an edition that is no part of it. */
export type BesideEdition = {
  readonly organisation: string
  readonly idempotencyKey: string | null
}

/**
 * Editions are written here and by imports, and nowhere else: their own access refuses everybody. One statement, past
 * hooks and validation: what is written was sealed, and is read back as it was sealed. It tells all instances, which
 * hear of it when the transaction of the request is committed, else never.
 */
export async function storeEditions(
  editions: readonly EditionRow[],
  beside: (edition: EditionRow) => BesideEdition,
  req: PayloadRequest,
): Promise<void> {
  if (editions.length === 0) return
  const rows = editions.map((edition) => editionColumns(edition, beside(edition)))
  await runIn(
    req,
    `with stored as (${insertStatement(req.payload)} returning id, sha256)
     select pg_notify($2, json_build_object('id', id, 'sha256', sha256)::text) from stored`,
    [JSON.stringify(rows), EDITION_CHANNEL],
    'privacy-policy-store-editions',
  )
}

/** Inserts the rows of editions that $1 holds as JSON. */
export function insertStatement(payload: Payload): string {
  const table = tableNameOf(payload, settingsOf(payload).slugs.policyEditions)
  const names = Object.keys(columns).join(', ')
  return `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`
}

/** An edition as its row. */
export function editionColumns(
  edition: EditionRow,
  beside: BesideEdition,
): { readonly [column: string]: unknown } {
  const all: EditionRow & BesideEdition = { ...edition, ...beside }
  return Object.fromEntries(Object.entries(columns).map(([column, field]) => [column, all[field]]))
}

const columns = {
  id: 'id',
  organisation: 'organisation',
  organisation_slug: 'organisationSlug',
  policy: 'policy',
  policy_slug: 'policySlug',
  number: 'number',
  kind: 'kind',
  effective_from: 'effectiveFrom',
  recorded_at: 'recordedAt',
  corrects: 'corrects',
  withdraws: 'withdraws',
  summary: 'summary',
  languages: 'languages',
  documents: 'documents',
  schema: 'schema',
  internal: 'internal',
  internal_sha256: 'internalSha256',
  previous_sha256: 'previousSha256',
  sha256: 'sha256',
  idempotency_key: 'idempotencyKey',
} as const satisfies { readonly [column: string]: keyof EditionRow | keyof BesideEdition }
