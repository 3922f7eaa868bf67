import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import {
  type Edition,
  type EditionHead,
  type EditionInternal,
  type EditionRow,
  readInstant,
} from '../../core/edition/index.ts'
import { localApi } from '../database/local-api.ts'
import { queryIn, runIn, tableNameOf, tableOf } from '../database/sql.ts'
import { type Settings, settingsOf } from '../settings.ts'

/** An edition without its text, and what is known of the request that it was published by. */
export type StoredEdition = {
  readonly head: EditionHead
  readonly idempotencyKey: string | null
  readonly requestSha256: string | null
  readonly waivers: EditionInternal['waivers']
  readonly duties: EditionInternal['duties']
  /** Its texts, where it may be what a text of the day that was asked for replaces; else null. */
  readonly documents: Edition['documents'] | null
}

/** The day of a text that is to take another's place, or the edition that it corrects. */
export type Replacing = { readonly effectiveFrom: string; readonly corrects: number | null }

/** All editions of a policy, by number, with the texts that a new one may replace; one statement. */
export async function storedEditions(
  policy: string,
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  replacing: Replacing | null = null,
): Promise<readonly StoredEdition[]> {
  return (await storedEditionsOf([policy], req, replacing)).get(policy) ?? []
}

/** The same of several policies, by policy; one statement for all. */
export async function storedEditionsOf(
  policies: readonly string[],
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  replacing: Replacing | null = null,
): Promise<ReadonlyMap<string, readonly StoredEdition[]>> {
  const { rows } = await runIn(
    req,
    editionsStatement(req.payload),
    [[...policies], replacing?.effectiveFrom ?? null, replacing?.corrects ?? null],
    'privacy-policy-editions',
  )
  const found = new Map(policies.map((policy) => [policy, [] as StoredEdition[]]))
  for (const row of rows as readonly (EditionHead & Omit<StoredEdition, 'head'>)[]) {
    const { idempotencyKey, requestSha256, waivers, duties, documents, ...head } = row
    found.get(head.policy)?.push({
      head: { ...head, recordedAt: readInstant(head.recordedAt) ?? head.recordedAt },
      idempotencyKey,
      requestSha256,
      waivers: waivers ?? [],
      duties: duties ?? [],
      documents,
    })
  }
  return found
}

/**
 * Of the policies $1, with the texts that may be replaced from the day $2 on, or the one that is corrected, $3. Which
 * one is replaced, `replacedBy` decides: of the texts that are live and take effect on the last day up to the one asked
 * for, this is the last, and the last erratum of each edition.
 */
function editionsStatement(payload: Payload): string {
  const table = tableNameOf(payload, settingsOf(payload).slugs.policyEditions)
  return `with live as (
      select policy, number, effective_from, corrects from ${table} l
      where policy = any($1::text[]) and kind::text not in ('withdrawal', 'repeal')
        and effective_from <= $2::text and $3::int is null
        and not exists (select 1 from ${table} r
          where r.policy = l.policy and l.number in (r.corrects, r.withdraws)))
    select id, policy, organisation_slug as "organisationSlug", policy_slug as "policySlug",
      number::int as number, kind::text as kind, effective_from as "effectiveFrom",
      to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt",
      corrects::int as corrects, withdraws::int as withdraws, summary, languages,
      schema::int as schema, internal_sha256 as "internalSha256",
      previous_sha256 as "previousSha256", sha256,
      idempotency_key as "idempotencyKey", internal->>'requestSha256' as "requestSha256",
      internal->'waivers' as waivers, internal->'duties' as duties,
      case when number = $3::int or (policy, number) in (
        select l.policy, max(l.number) from live l where l.effective_from =
          (select max(m.effective_from) from live m where m.policy = l.policy)
        group by l.policy, l.corrects)
        then documents end as documents
    from ${table} where policy = any($1::text[]) order by policy, number`
}

/** The texts of some editions, by their numbers; one statement. */
export async function editionTexts(
  policy: string,
  numbers: readonly number[],
  req: PayloadRequest,
): Promise<ReadonlyMap<number, Edition['documents']>> {
  if (numbers.length === 0) return new Map()
  const table = tableOf(req.payload, settingsOf(req.payload).slugs.policyEditions)
  const { rows } = await queryIn(
    req,
    sql`select number::int as number, documents from ${table}
      where policy = ${policy} and number in (${sql.join(
        [...new Set(numbers)].map((one) => sql`${one}`),
        sql`, `,
      )})`,
  )
  return new Map(
    (rows as readonly { number: number; documents: Edition['documents'] }[]).map(
      ({ number, documents }) => [number, documents],
    ),
  )
}

/** An edition as it was stored, with what is internal. */
export async function storedEdition(
  id: string,
  req: PayloadRequest,
  { slugs }: Settings,
): Promise<EditionRow> {
  const doc = await localApi(req.payload).findByID<RowWithOwner>({
    collection: slugs.policyEditions,
    id,
    depth: 0,
    req,
    overrideAccess: true,
  })
  const { organisation: _, idempotencyKey: __, ...row } = doc
  return row
}

/** A row as the table has it. */
type RowWithOwner = EditionRow & {
  readonly organisation: string
  readonly idempotencyKey?: string | null
}
