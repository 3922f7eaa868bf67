import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queryIn, tableNameOf } from '../../operations/database/sql.ts'
import { EDITION_CHANNEL } from '../../operations/editions/edition-channel.ts'
import { hearHere } from '../../operations/editions/tell-here.ts'
import { settingsOf } from '../../operations/settings.ts'
import type { Heard, Listener, Watch } from '../sources/source.ts'
import { inTime } from '../unavailable.ts'
import { openEar } from './ear.ts'

/** How far back each look goes: longer than a publication takes from its recording to its commit. */
const WINDOW_SECONDS = 60

/** The longest silence after which one look still shows all that was recorded in it. */
const LONGEST_GAP = 30_000

/** From one failed look to the next, so that a database that has come back is heard at once. */
const LONGEST_PAUSE = 300

/**
 * Looks once a second which editions have been recorded lately, on a connection of its own, and at once when PostgreSQL
 * notifies of one. So a notification that is lost, to a broken connection or a pooler, is made up for by the next
 * look; and where there is no connection to listen on, the looks go through the pool. All of it is at the primary.
 * What this process itself publishes is heard at its commit.
 */
export function watchEditions(payload: Payload, listener: Listener): Watch {
  const { watch } = settingsOf(payload)
  const table = tableNameOf(payload, settingsOf(payload).slugs.policyEditions)
  const { poolOptions } = payload.db as unknown as { poolOptions: { connectionString?: string } }
  const announced = new Set<string>()
  const ear = watch.listen
    ? openEar({
        connection: {
          ...poolOptions,
          ...(watch.connectionString !== null && { connectionString: watch.connectionString }),
        },
        channel: EDITION_CHANNEL,
        onNotice(notice) {
          const id = idIn(notice)
          if (id) announced.add(id)
          wake()
        },
        onLost: () => wake(),
      })
    : null
  let lastLook = Date.now()
  let isLost = false
  let isClosed = false
  let known: ReadonlySet<string> = new Set()
  let wake: () => void = () => undefined

  const lostSince = () =>
    Date.now() - lastLook > 2 * watch.every + 500 ? new Date(lastLook) : null

  async function look(): Promise<void> {
    const began = Date.now()
    const rows = await lately(ear)
    if (began - lastLook > LONGEST_GAP) listener.missed()
    const news = rows.filter(({ id }) => !known.has(id))
    known = new Set(rows.map(({ id }) => id))
    lastLook = began
    if (news.length) listener.heard(news)
    listener.looked?.()
  }

  /** The editions of the last minute, and those that were announced and are older. */
  async function lately(through: typeof ear): Promise<readonly Heard[]> {
    const ids = [...announced]
    const text = `select e.id::text as id, e.policy, e.number::int as number,
        e.organisation_slug as "organisationSlug", e.policy_slug as "policySlug"
      from ${table} e where `
    const recent = `e.recorded_at > now() - interval '${WINDOW_SECONDS} seconds'`
    const rows = (await (through?.query(text + recent) ??
      inTime(queryIn({ payload }, sql.raw(text + recent))).then(
        (result) => result.rows,
      ))) as Heard[]
    const missing = ids.filter((id) => !rows.some((row) => row.id === id))
    for (const id of ids) announced.delete(id)
    if (missing.length === 0) return rows
    const late = await inTime(
      queryIn(
        { payload },
        sql`${sql.raw(text)} e.id::text in (${sql.join(
          missing.map((id) => sql`${id}`),
          sql`, `,
        )})`,
      ),
    )
    return [...rows, ...(late.rows as Heard[])]
  }

  async function watchOn(): Promise<void> {
    let failures = 0
    await ear?.ready
    while (!isClosed) {
      try {
        await look()
        failures = 0
        if (isLost) payload.logger.warn('The database is heard again; policies are up to date.')
        isLost = false
      } catch (error) {
        failures++
        if (!isLost && lostSince()) {
          isLost = true
          payload.logger.error(
            { err: error },
            'The database is not heard; policies are served stale.',
          )
        }
      }
      if (announced.size > 0 && failures === 0) continue
      const pause = failures
        ? Math.min(watch.every, LONGEST_PAUSE, 25 * 2 ** Math.min(failures, 10))
        : watch.every
      await new Promise<void>((resolve) => {
        wake = resolve
        setTimeout(resolve, pause).unref()
      })
    }
  }
  const hearNoMore = hearHere(payload, listener.heard)
  watchOn().catch((error: unknown) => payload.logger.error({ err: error }, 'The watch has ended.'))

  return {
    lostSince,
    async close() {
      isClosed = true
      hearNoMore()
      wake()
      await ear?.close()
    },
  }
}

function idIn(notice: string): string | null {
  try {
    const { id } = JSON.parse(notice) as { id?: unknown }
    return typeof id === 'string' ? id : null
  } catch (error) {
    // Anyone who may connect may notify; what it says is looked up anyway.
    if (error instanceof SyntaxError) return null
    throw error
  }
}
