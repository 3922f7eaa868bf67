import type { Payload } from 'payload'
import { type EditionHead, readInstant } from '../../core/edition/index.ts'
import { tableNameOf } from '../../operations/database/sql.ts'
import { settingsOf } from '../../operations/settings.ts'
import { inTime } from '../unavailable.ts'
import { preparing } from './prepared.ts'
import {
  type EditionSource,
  type EditionTexts,
  type History,
  type Texts,
  type Wanted,
  type Whereabouts,
  wholeEditions,
} from './source.ts'

/** Editions to come whose texts are brought along with the one in force. */
const AHEAD = 8

/**
 * Reads editions from the editions' table of the primary, each time by one statement, and nothing else: no working
 * record, not the internal columns, no hooks or population. Trashed policies and deleted users change nothing here.
 */
export function payloadSource(payload: Payload): EditionSource {
  const run = preparing(payload)
  const table = () => tableNameOf(payload, settingsOf(payload).slugs.policyEditions)
  const languages = () => Object.keys(settingsOf(payload).locales)
  const read = async (text: string, values: readonly unknown[]) => {
    const rows = (await inTime(run({ text, values }))) as readonly StoredHead[]
    return rows.map((row) => ({ ...row, languages: inOrder(row.languages, languages()) }))
  }

  const open: EditionSource['open'] = async (where, wanted, language) => {
    if (!isText('id' in where ? where.id : where.organisation + where.policy)) return null
    const values: unknown[] = []
    const given: Given = (value) => `$${values.push(value)}`
    const [policy, those, one] = [
      idOf(where, table(), given),
      isWanted(wanted, given),
      given(language ?? null),
    ]
    const rows = await read(
      `with own as (select * from ${table()} where policy = ${policy})${those.from}
      select ${head},
        case when e.has_it then ${one}::text else d.key end as language,
        case when e.is_wanted then case when e.has_it then e.documents -> ${one} else d.value end end::text as text
      from (
        select own.*, ${those.are} as is_wanted, coalesce(languages ? ${one}, false) as has_it
        from own offset 0 -- so that it is asked once of each
      ) e left join lateral
        jsonb_each(case when e.is_wanted and not e.has_it then e.documents end) d on true
      order by e.number`,
      values,
    )
    const [history] = historiesOf(rows)
    return history ? { history, texts: textsOf(rows) } : null
  }
  return {
    open,
    languages,
    async edition(id) {
      const rows = await read(
        `select ${head}, d.key as language, d.value::text as text
        from ${table()} e left join lateral jsonb_each(e.documents) d on true where e.id::text = $1`,
        [id],
      )
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
          ? ''
          : `where e.policy in (select policy from ${table()} where organisation_slug = $1)`
      return historiesOf(
        await read(
          `select ${head} from ${table()} e ${within} order by e.policy, e.number`,
          organisation === undefined ? [] : [organisation],
        ),
      )
    },
    async texts(ids) {
      const text = `select e.id::text as id, d.key as language, d.value::text as text
        from ${table()} e, jsonb_each(e.documents) d where e.id::text = any($1::text[])`
      return textsOf((await inTime(run({ text, values: [ids] }))) as readonly StoredText[])
    },
  }
}

/** PostgreSQL stores no NUL, and refuses the question instead of finding nothing. */
const isText = (asked: string): boolean => !asked.includes('\0')

/** Writes a value down, and says by what it stands in the statement. */
type Given = (value: unknown) => string

function idOf(where: Whereabouts, table: string, given: Given): string {
  if ('id' in where) return given(where.id)
  return `(select policy from ${table}
    where organisation_slug = ${given(where.organisation)} and policy_slug = ${given(where.policy)}
    order by recorded_at desc limit 1)`
}

/**
 * Which of its own editions may be one that is wanted, and from what else that is told. Which one it is, `as-of.ts`
 * decides: of the texts that are live and take effect on the last day up to the one asked for, this is the last, and
 * the last erratum of each edition.
 */
function isWanted(wanted: Wanted, given: Given): { readonly from: string; readonly are: string } {
  const simply = (are: string) => ({ from: '', are })
  if (wanted === 'none') return simply('false')
  if (wanted === 'all') return simply('true')
  if ('number' in wanted) return simply(`number = ${given(wanted.number)}::numeric`)
  if ('numbers' in wanted) return simply(`number = any(${given(wanted.numbers)}::numeric[])`)
  const { knownAt } = wanted
  const day = given(wanted.day)
  const known = knownAt === undefined ? '' : `and recorded_at <= ${given(knownAt)}::timestamptz`
  const toCome = `union all
    (select number from live where effective_from > ${day} order by effective_from limit ${AHEAD})`
  return {
    from: `, live as (
      select number, effective_from, corrects from own
      where kind::text not in ('withdrawal', 'repeal') ${known} and number not in (
        select corrects from own where corrects is not null ${known}
        union all select withdraws from own where withdraws is not null ${known}))`,
    are: `number in (
      select max(number) from live
        where effective_from = (select max(effective_from) from live where effective_from <= ${day})
        group by corrects
      ${wanted.ahead ? toCome : ''})`,
  }
}

const head = `e.id::text as id, e.policy, e.organisation_slug, e.policy_slug, e.number::int as number,
  e.kind::text as kind, e.effective_from, e.corrects::int as corrects, e.withdraws::int as withdraws,
  to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at,
  e.summary, e.languages, e.internal_sha256, e.previous_sha256, e.sha256`

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
