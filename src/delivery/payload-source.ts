import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { type Edition, type EditionHead, readInstant } from '../core/edition/index.ts'
import { settingsOf } from '../operations/settings.ts'
import { queryIn, tableOf } from '../operations/sql.ts'
import type { EditionSource, History } from './source.ts'

/**
 * Reads editions from the editions' table, each time by one statement, and nothing else: no working record, not the
 * internal columns, no hooks or population. Trashed policies and deleted users change nothing here.
 */
export function payloadSource(payload: Payload): EditionSource {
  const table = () => tableOf(payload, settingsOf(payload).slugs.policyEditions)
  const languages = () => Object.keys(settingsOf(payload).locales)
  const read = async (query: Parameters<typeof queryIn>[1]) =>
    ((await queryIn({ payload }, query)).rows as readonly StoredHead[]).map((row) => ({
      ...row,
      languages: inOrder(row.languages, languages()),
    }))

  return {
    async history(organisation, policy) {
      if (!isText(organisation + policy)) return null
      const rows = await read(sql`
        select ${head} from ${table()} e where e.policy = (
          select policy from ${table()}
          where organisation_slug = ${organisation} and policy_slug = ${policy}
          order by recorded_at desc limit 1)
        order by e.number`)
      return historiesOf(rows)[0] ?? null
    },
    async histories(organisation) {
      if (!isText(organisation ?? '')) return []
      const within =
        organisation === undefined
          ? sql``
          : sql`where e.policy in (select policy from ${table()} where organisation_slug = ${organisation})`
      return historiesOf(
        await read(sql`
        select ${head} from ${table()} e ${within} order by e.policy, e.number`),
      )
    },
    async edition(id) {
      const [row] = await read(sql`
        select ${head}, e.documents from ${table()} e where e.id::text = ${id}`)
      return row ? editionOf(row) : null
    },
    async editions(policy) {
      const rows = await read(sql`
        select ${head}, e.documents from ${table()} e where e.policy = ${policy} order by e.number`)
      return rows.map(editionOf)
    },
  }
}

/** PostgreSQL stores no NUL, and refuses the question instead of finding nothing. */
const isText = (asked: string): boolean => !asked.includes('\0')

const head =
  sql.raw(`e.id::text as id, e.policy, e.organisation_slug, e.policy_slug, e.number::int as number,
  e.kind::text as kind, e.effective_from, e.corrects::int as corrects, e.withdraws::int as withdraws,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at,
  e.summary, e.languages, e.internal_sha256, e.previous_sha256, e.sha256`)

type StoredHead = {
  readonly id: string
  readonly policy: string
  readonly organisation_slug: string
  readonly policy_slug: string
  readonly number: number
  readonly kind: EditionHead['kind']
  readonly effective_from: string
  readonly recorded_at: string
  readonly corrects: number | null
  readonly withdraws: number | null
  readonly summary: EditionHead['summary']
  readonly languages: EditionHead['languages']
  readonly internal_sha256: string
  readonly previous_sha256: string | null
  readonly sha256: string
  readonly documents?: Edition['documents']
}

/** jsonb keeps its keys by length and alphabet; languages come in the policy's own order, the base first. */
function inOrder<T extends object>(named: T, languages: readonly string[]): T {
  const place = (language: string) => {
    const known = languages.indexOf(language)
    return known < 0 ? languages.length : known
  }
  return Object.fromEntries(Object.entries(named).sort(([a], [b]) => place(a) - place(b))) as T
}

function headOf(row: StoredHead): EditionHead {
  return {
    id: row.id,
    policy: row.policy,
    organisationSlug: row.organisation_slug,
    policySlug: row.policy_slug,
    number: row.number,
    kind: row.kind,
    effectiveFrom: row.effective_from,
    recordedAt: readInstant(row.recorded_at) ?? row.recorded_at,
    corrects: row.corrects,
    withdraws: row.withdraws,
    summary: row.summary,
    languages: row.languages,
    schema: 1,
    internalSha256: row.internal_sha256,
    previousSha256: row.previous_sha256,
    sha256: row.sha256,
  }
}

const editionOf = (row: StoredHead): Edition => ({ ...headOf(row), documents: row.documents ?? {} })

/** Rows that come policy by policy, each by number. */
function historiesOf(rows: readonly StoredHead[]): History[] {
  const histories: [EditionHead, ...EditionHead[]][] = []
  for (const row of rows) {
    const last = histories.at(-1)
    if (last?.[0].policy === row.policy) last.push(headOf(row))
    else histories.push([headOf(row)])
  }
  return histories
}
