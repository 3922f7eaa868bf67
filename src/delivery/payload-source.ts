import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { type EditionHead, readInstant } from '../core/edition/index.ts'
import { settingsOf } from '../operations/settings.ts'
import { queryIn, tableOf } from '../operations/sql.ts'
import {
  type EditionSource,
  type History,
  type Wanted,
  type Whereabouts,
  wholeEditions,
} from './source.ts'
import { inTime } from './unavailable.ts'

/** Editions to come whose texts are brought along with the one in force. */
const AHEAD = 8

/**
 * Reads editions from the editions' table of the primary, each time by one statement, and nothing else: no working
 * record, not the internal columns, no hooks or population. Trashed policies and deleted users change nothing here.
 */
export function payloadSource(payload: Payload): EditionSource {
  const table = () => tableOf(payload, settingsOf(payload).slugs.policyEditions)
  const languages = () => Object.keys(settingsOf(payload).locales)
  const read = async (query: ReturnType<typeof sql>) => {
    const { rows } = await inTime(queryIn({ payload }, query))
    return (rows as readonly StoredHead[]).map((row) => ({
      ...row,
      languages: inOrder(row.languages, languages()),
    }))
  }

  const open: EditionSource['open'] = async (where, wanted) => {
    if (!isText('id' in where ? where.id : where.organisation + where.policy)) return null
    const rows = await read(sql`
      with ${own(where, table())}
      select ${head}, case when ${isWanted(wanted)} then e.documents::text end as text
      from own e order by e.number`)
    const [history] = historiesOf(rows)
    return history ? { history, texts: textsOf(rows) } : null
  }
  return {
    open,
    async edition(id) {
      const [row] = await read(sql`
        select ${head}, e.documents::text as text from ${table()} e where e.id::text = ${id}`)
      return row ? { ...headOf(row), documents: JSON.parse(row.text ?? '{}') } : null
    },
    async editions(policy) {
      const brought = await open({ id: policy }, 'all')
      return brought ? wholeEditions(brought) : []
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
    async texts(ids) {
      const { rows } = await inTime(
        queryIn(
          { payload },
          sql`select e.id::text as id, e.documents::text as text from ${table()} e
            where e.id::text in (${sql.join(
              ids.map((id) => sql`${id}`),
              sql`, `,
            )})`,
        ),
      )
      return textsOf(rows as readonly Pick<StoredHead, 'id' | 'text'>[])
    },
  }
}

/** PostgreSQL stores no NUL, and refuses the question instead of finding nothing. */
const isText = (asked: string): boolean => !asked.includes('\0')

/** The editions of one policy. Their documents are not unpacked before one is asked for. */
const own = (where: Whereabouts, table: ReturnType<typeof sql>) => sql`
  own as (select * from ${table} where policy = ${
    'id' in where
      ? sql`${where.id}`
      : sql`(select policy from ${table}
          where organisation_slug = ${where.organisation} and policy_slug = ${where.policy}
          order by recorded_at desc limit 1)`
  })`

/**
 * Whether an edition may be one that is wanted. Which one it is, `as-of.ts` decides: of the texts that are live, these
 * are all that take effect on the last day up to the one asked for.
 */
function isWanted(wanted: Wanted): ReturnType<typeof sql> {
  if (wanted === 'none') return sql`false`
  if (wanted === 'all') return sql`true`
  if ('number' in wanted) return sql`e.number = ${wanted.number}`
  if ('numbers' in wanted)
    return sql`e.number in (${sql.join(
      wanted.numbers.map((number) => sql`${number}`),
      sql`, `,
    )})`
  const { day, knownAt, ahead } = wanted
  const known = (row: string) =>
    knownAt === undefined ? sql`true` : sql`${sql.raw(row)}.recorded_at <= ${knownAt}::timestamptz`
  const live = sql`
    from own l where l.kind::text not in ('withdrawal', 'repeal') and ${known('l')}
      and l.number not in (
        select r.corrects from own r where r.corrects is not null and ${known('r')}
        union all select r.withdraws from own r where r.withdraws is not null and ${known('r')})`
  return sql`e.number in (
    select l.number ${live} and l.effective_from = (select max(l.effective_from) ${live} and l.effective_from <= ${day})
    ${ahead ? sql`union all (select l.number ${live} and l.effective_from > ${day} order by l.effective_from limit ${AHEAD})` : sql``})`
}

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
  readonly text?: string | null
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

const textsOf = (rows: readonly Pick<StoredHead, 'id' | 'text'>[]) =>
  new Map(rows.flatMap(({ id, text }) => (typeof text === 'string' ? [[id, text] as const] : [])))

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
