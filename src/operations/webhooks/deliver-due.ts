import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload, type PayloadRequest } from 'payload'
import { nextTry } from '../../core/webhooks/back-off.ts'
import type { Attempt, DeliveryState } from '../../core/webhooks/delivery.ts'
import { overtakenBy, type WebhookEvent } from '../../core/webhooks/events.ts'
import { localApi } from '../database/local-api.ts'
import { queryIn, tableOf } from '../database/sql.ts'
import { storedEditions } from '../editions/stored-editions.ts'
import { settingsOf } from '../settings.ts'
import { type Posted, post } from './post.ts'
import { type StoredSecret, signedHeaders } from './secrets.ts'

type Delivery = {
  readonly id: string
  readonly messageId: string
  readonly endpoint: string
  readonly policy: string
  readonly edition: string
  readonly event: WebhookEvent
  readonly attempts: readonly Attempt[]
  readonly body: string
}
type Endpoint = {
  readonly url: string
  readonly isActive: boolean
  readonly secrets: readonly StoredSecret[]
}

/** Longer than any attempt takes: who claimed a message and died leaves it to others after this. */
const LEASE_MS = 60_000
/** How many messages are under way at once, so that a receiver who is slow does not keep the others waiting. */
const AT_ONCE = 6

/**
 * Sends every message that is due, and says how many were tried. A message is claimed by one statement that passes
 * over what others have claimed, so that of all instances one sends it; when that one dies before it has written down
 * what came of it, the message is sent again.
 */
export async function deliverDue(
  { payload }: Pick<PayloadRequest, 'payload'>,
  now: () => Date,
): Promise<number> {
  let count = 0
  const work = async () => {
    // A request of its own: a transaction belongs to one message.
    const req = await createLocalReq({}, payload)
    for (let id = await claim(payload, now()); id; id = await claim(payload, now())) {
      count++
      await deliver(id, req, now)
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  return count
}

async function claim(payload: Payload, now: Date): Promise<string | undefined> {
  const table = tableOf(payload, settingsOf(payload).slugs.webhookDeliveries)
  const [time, until] = [now.toISOString(), new Date(now.getTime() + LEASE_MS).toISOString()]
  const { rows } = await queryIn(
    { payload },
    sql`update ${table} set leased_until = ${until} where id = (
      select id from ${table} where state = 'pending' and next_try_at <= ${time}
        and (leased_until is null or leased_until < ${time})
      order by next_try_at limit 1 for update skip locked)
      returning id`,
  )
  return (rows[0] as { readonly id: string } | undefined)?.id
}

async function deliver(id: string, req: PayloadRequest, now: () => Date): Promise<void> {
  const { payload } = req
  const { slugs } = settingsOf(payload)
  const read = { depth: 0, req, overrideAccess: true, showHiddenFields: true } as const
  const delivery = await localApi(payload).findByID<Delivery>({
    collection: slugs.webhookDeliveries,
    id,
    ...read,
  })
  const endpoint = await localApi(payload).findByID<Endpoint>({
    collection: slugs.webhookEndpoints,
    id: delivery.endpoint,
    disableErrors: true,
    ...read,
  })
  const write = (data: {
    readonly state: DeliveryState
    readonly nextTryAt?: string | null
    readonly [field: string]: unknown
  }) =>
    localApi(payload).update({
      collection: slugs.webhookDeliveries,
      id,
      data: { nextTryAt: null, ...data, leasedUntil: null },
      depth: 0,
      req,
      overrideAccess: true,
    })

  const heads = (await storedEditions(delivery.policy, { payload })).map(({ head }) => head)
  const edition = heads.find((head) => head.id === delivery.edition)
  const reason = !endpoint?.isActive
    ? 'inactive'
    : edition
      ? overtakenBy({ event: delivery.event, edition }, heads, now().toISOString())
      : 'overtaken'
  if (!endpoint || reason) return void (await write({ state: 'cancelled', reason }))

  const message = { id: delivery.messageId, body: delivery.body }
  const { status, excerpt } = await send(message, endpoint, req, now())
  const attempts = [...delivery.attempts, { at: now().toISOString(), status, excerpt }]
  const done = { attempts, url: endpoint.url, lastStatus: status }
  if (status !== null && status >= 200 && status < 300) {
    await write({ ...done, state: 'delivered' })
    return
  }
  const again = nextTry(attempts.length, now(), Math.random())
  await write(
    again
      ? { ...done, state: 'pending', nextTryAt: again.toISOString() }
      : { ...done, state: 'failed' },
  )
}

/** One attempt. A secret that cannot be read any more fails this message, and none of the others. */
function send(
  message: { readonly id: string; readonly body: string },
  { url, secrets }: Endpoint,
  { payload }: PayloadRequest,
  now: Date,
): Promise<Posted> {
  try {
    const headers = signedHeaders(message, secrets, payload, now)
    return post(url, headers, message.body, { allowedHosts: settingsOf(payload).webhookHosts })
  } catch {
    return Promise.resolve({ status: null, excerpt: 'not signed: replace the signing secret' })
  }
}
