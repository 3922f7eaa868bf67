import { jstDay } from '../../core/calendar.ts'
import type { PolicyRecords } from '../../core/records.ts'
import { tableNameOf } from '../database/sql.ts'
import { storedEditionsOf } from '../editions/stored-editions.ts'
import type { Reading } from '../policy/load-policy.ts'
import { policyMissing } from '../policy/policy-missing.ts'
import type { PublishRequest } from '../publishing/publication.ts'
import { type PolicyState, replacing } from '../publishing/publish-policy.ts'
import { type Settings, settingsOf } from '../settings.ts'
import { policyRecords, readLibrary, readRecords, usedBy } from './read-records.ts'
import { alone } from './session.ts'

/**
 * The policies of one organisation that are to be published together, each with what it is published from: locked,
 * then read by a statement for all of their editions and one for all of their records.
 *
 * @throws OperationRefused when one of them is not there any more
 */
export async function* statesOf(
  organisation: string,
  requests: readonly PublishRequest[],
  reading: Reading,
): AsyncGenerator<readonly [PublishRequest, PolicyState]> {
  const [first] = requests
  if (!first) return
  const { req } = reading
  const settings = settingsOf(req.payload)
  const clock = await locked(requests, reading)
  // What is said of all of them is the same, but for whose it is.
  const asked = replacing(first, clock.today, settings)
  const policies = requests.map(({ policy }) => policy)
  const editions = await storedEditionsOf(policies, req, asked)
  const records = await recordsOf(organisation, policies, reading, settings)
  for (const request of requests)
    yield [
      request,
      {
        ...clock,
        editions: editions.get(request.policy) ?? [],
        records: async () => records.get(request.policy) ?? null,
      },
    ]
}

/** Locks the rows of policies in one order, and tells the database's clock. */
async function locked(
  requests: readonly PublishRequest[],
  reading: Reading,
): Promise<Pick<PolicyState, 'today' | 'now'>> {
  const { payload } = reading.req
  const table = tableNameOf(payload, settingsOf(payload).slugs.policies)
  const rows = await alone(
    `select id, clock_timestamp() as now from ${table} where id = any($1) and deleted_at is null order by id for update`,
    [requests.map(({ policy }) => policy)],
    reading,
    'privacy-policy-lock-policies',
  )
  const there = new Set(rows.map(({ id }) => id))
  const gone = requests.find(({ policy }) => !there.has(policy))
  const last = rows.at(-1)
  if (gone || !last) throw policyMissing(gone?.policy ?? '')
  const now = new Date(last.now as string | Date)
  return { today: jstDay(now), now: now.toISOString() }
}

/** The working copies of policies, with what they print of the shared library. */
async function recordsOf(
  organisation: string,
  policies: readonly string[],
  reading: Reading,
  settings: Settings,
): Promise<ReadonlyMap<string, PolicyRecords>> {
  const own = (await readRecords([organisation], reading)).get(organisation)
  const wanted = own?.policies.filter(({ id }) => policies.includes(id)) ?? []
  if (!own || wanted.length === 0) return new Map()
  const there = new Set(Object.values(own).flatMap((docs) => docs.map(({ id }) => id)))
  const shared = new Set(
    wanted.flatMap((policy) => {
      const sections = own.policySections.filter((section) => section.policy === policy.id)
      return [...usedBy(policy, sections, settings)].filter((id) => !there.has(id))
    }),
  )
  const library = await readLibrary(reading, [...shared])
  return new Map(wanted.map((policy) => [policy.id, policyRecords(policy, own, library, settings)]))
}
