import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { type EditionHead, readInstant } from '../core/edition/index.ts'
import { settingsOf } from '../operations/settings.ts'
import { queryIn, tableOf } from '../operations/sql.ts'
import {
  type EditionSource,
  type EditionTexts,
  type History,
  type Texts,
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

  const open: EditionSource['open'] = async (where, wanted, language) => {
    if (!isText('id' in where ? where.id : where.organisation + where.policy)) return null
    const rows = await read(sql`
      with ${own(where, table())}
      select ${head}, d.key as language, d.value::text as text
      from own e left join lateral jsonb_each(case when ${isWanted(wanted)} then e.documents end) d
        on ${language === undefined ? sql`true` : sql`d.key = ${language} or not e.languages ? ${language}`}
      order by e.number`)
    const [history] = historiesOf(rows)
    return history ? { history, texts: textsOf(rows) } : null
  }
  return {
    open,
    languages,
    async edition(id) {
      const rows = await read(sql`
        select ${head}, d.key as language, d.value::text as text
        from ${table()} e left join lateral jsonb_each(e.documents) d on true where e.id::text = ${id}`)
      const [history] = historiesOf(rows)
      const [edition] = history ? wholeEditions({ history, texts: textsOf(rows) }) : []
      return edition ?? null
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
          sql`select e.id::text as id, d.key as language, d.value::text as text
            from ${table()} e, jsonb_each(e.documents) d where e.id::text in (${sql.join(
              ids.map((id) => sql`${id}`),
              sql`, `,
            )})`,
        ),
      )
      return textsOf(rows as readonly StoredText[])
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

type StoredText = {
  readonly id: string
  readonly language?: string | null
  readonly text?: string | null
}
type StoredHead = StoredText & {
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

function textsOf(rows: readonly StoredText[]): Texts {
  const texts = new Map<string, EditionTexts>()
  for (const { id, language, text } of rows)
    if (language != null && text != null) texts.set(id, { ...texts.get(id), [language]: text })
  return texts
}

/** Rows that come policy by policy, each by number; an edition has one for each text that was brought along. */
function historiesOf(rows: readonly StoredHead[]): History[] {
  const histories: [EditionHead, ...EditionHead[]][] = []
  for (const row of rows) {
    const last = histories.at(-1)
    if (last?.at(-1)?.id === row.id) continue
    if (last?.[0].policy === row.policy) last.push(headOf(row))
    else histories.push([headOf(row)])
  }
  return histories
}
