import { sql } from '@payloadcms/db-postgres'
import type { PayloadRequest } from 'payload'
import type { EditionHead } from '../core/edition/index.ts'
import { queryIn } from './sql.ts'

/** Where PostgreSQL tells every instance of a new edition: `{ "id": …, "sha256": … }`. */
export const EDITION_CHANNEL = 'privacy_policy_editions'

/** Tells all instances of an edition; they hear of it when the transaction of the request is committed, else never. */
export async function announceEdition(
  { id, sha256 }: Pick<EditionHead, 'id' | 'sha256'>,
  req: PayloadRequest,
): Promise<void> {
  await queryIn(req, sql`select pg_notify(${EDITION_CHANNEL}, ${JSON.stringify({ id, sha256 })})`)
}
