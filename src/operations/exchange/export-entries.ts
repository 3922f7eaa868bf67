import type pg from 'pg'
import { type Edition, readInstant } from '../../core/edition/index.ts'
import type { EditionRest, Entry } from '../../core/exchange/entry.ts'
import { inShape } from '../../core/exchange/print-record.ts'
import {
  libraryKinds,
  type PortableRecord,
  type RecordKind,
  recordKinds,
} from '../../core/exchange/record-shape.ts'
import { relationsIn } from '../../core/lexical/relations.ts'
import type { LexicalState } from '../../core/lexical/state.ts'
import { tableNameOf } from '../database/sql.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import { inSnapshot } from './connection.ts'
import { readRecords } from './read-records.ts'
import type { StoredRecord } from './record-rows.ts'
import { type RecordTables, recordTables } from './record-tables.ts'

/** Editions in memory at a time. */
const PAGE = 20

/** Which organisations; all of them without. */
export type ExportRequest = { readonly organisations?: readonly string[] }

/**
 * Everything that can be brought to another database: the shared library, then each organisation with its records,
 * its policies, their sections and editions, by slug and id. All of one state of the database (repeatable read), one
 * organisation in memory at a time. No users, no webhooks and no secrets. With `organisations` only those, and of the
 * library what they use.
 *
 * @throws OperationRefused when an organisation is not there
 */
export async function* exportEntries(
  { organisations: slugs }: ExportRequest,
  { req }: Pick<Reading, 'req'>,
): AsyncGenerator<Entry> {
  const { payload } = req
  const tables = recordTables(payload)
  const settings = settingsOf(payload)
  const editions = tableNameOf(payload, settings.slugs.policyEditions)
  yield* inSnapshot(payload, async function* (client) {
    const chosen = await organisationsIn(client, tables, slugs)
    const read = (kind: RecordKind, which: Parameters<typeof readRecords>[2]) =>
      readRecords(client, tables[kind], which, settings.locales)
    const used = slugs ? await libraryUsedBy(chosen, read) : null
    for (const kind of libraryKinds)
      for (const record of await read(kind, { organisation: null }))
        if (!used || used.has(record.id)) yield entry(kind, null, null, record)

    for (const { id, slug } of chosen) {
      const own: { [K in RecordKind]?: readonly StoredRecord[] } = {}
      for (const kind of recordKinds) own[kind] = await read(kind, { organisation: id })
      for (const kind of recordKinds)
        if (kind !== 'policies' && kind !== 'policySections')
          for (const record of own[kind] ?? []) yield entry(kind, slug, null, record)
      const policies = (own.policies ?? []).toSorted((a, b) =>
        String(a.slug) < String(b.slug) ? -1 : 1,
      )
      for (const policy of policies) {
        const name = String(policy.slug)
        yield entry('policies', slug, name, policy)
        for (const section of own.policySections ?? [])
          if (section.policy === policy.id) yield entry('policySections', slug, name, section)
        for await (const edition of editionsOf(client, editions, policy.id))
          yield { type: 'edition', organisation: slug, policy: name, ...edition }
      }
    }
  })

  function entry(
    kind: RecordKind,
    organisation: string | null,
    policy: string | null,
    record: StoredRecord,
  ): Entry {
    const portable = inShape(record, tables[kind].shape) as PortableRecord
    return { type: 'record', kind, organisation, policy, record: portable }
  }
}

type Named = { readonly id: string; readonly slug: string }

async function organisationsIn(
  client: pg.ClientBase,
  { organisations }: { readonly organisations: RecordTables },
  slugs: readonly string[] | undefined,
): Promise<readonly Named[]> {
  // By code unit: the order must not depend on the database's collation.
  const { rows } = await client.query<Named>(
    `select id, slug from ${organisations.live.main} order by slug collate "C"`,
  )
  if (!slugs) return rows
  const missing = slugs.filter((slug) => !rows.some((row) => row.slug === slug))
  if (missing.length)
    throw new OperationRefused('organisation-missing', {
      ja: `事業者「${missing.join('」「')}」がありません。privacy-policy list で確かめてください。`,
      en: `There is no organisation \`${missing.join('`, `')}\`. See \`privacy-policy list\`.`,
    })
  return rows.filter(({ slug }) => slugs.includes(slug))
}

/** The ids of what the bodies of some organisations print, the library's among them. */
async function libraryUsedBy(
  organisations: readonly Named[],
  read: (kind: RecordKind, which: { organisation: string }) => Promise<readonly StoredRecord[]>,
): Promise<ReadonlySet<string>> {
  const used = new Set<string>()
  for (const { id } of organisations)
    for (const kind of ['policies', 'policySections'] as const)
      for (const record of await read(kind, { organisation: id })) {
        const states = ['preamble', 'closing', 'body', 'end'].flatMap((name) =>
          Object.values((record[name] ?? {}) as { readonly [language: string]: LexicalState }),
        )
        const found = relationsIn(states)
        for (const one of libraryKinds) for (const id of found[one]) used.add(id)
      }
  return used
}

async function* editionsOf(
  client: pg.ClientBase,
  table: string,
  policy: string,
): AsyncGenerator<{ readonly edition: Edition; readonly rest: EditionRest }> {
  for (let last = 0; ; ) {
    const { rows } = await client.query<Edition & EditionRest>(
      `select id::text as id, policy, organisation_slug as "organisationSlug",
         policy_slug as "policySlug", number::int as number, kind::text as kind,
         effective_from as "effectiveFrom",
         to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as "recordedAt",
         corrects::int as corrects, withdraws::int as withdraws, summary, languages, documents,
         schema::int as schema, internal, internal_sha256 as "internalSha256",
         previous_sha256 as "previousSha256", sha256, idempotency_key as "idempotencyKey"
       from ${table} where policy = $1 and number > $2 order by number limit ${PAGE}`,
      [policy, last],
    )
    for (const { internal, idempotencyKey, ...edition } of rows)
      yield {
        edition: {
          ...edition,
          recordedAt: readInstant(edition.recordedAt) ?? edition.recordedAt,
        },
        rest: { internal, idempotencyKey },
      }
    last = rows.at(-1)?.number ?? 0
    if (rows.length < PAGE) return
  }
}
