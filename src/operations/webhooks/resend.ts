import { sql } from '@payloadcms/db-postgres'
import { type DeliveryState, deliveryStateWords } from '../../core/webhooks/delivery.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { queryIn, tableOf } from '../database/sql.ts'
import { findAll, type Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'
import { queueRun } from './queue-run.ts'

/** A message that waits to be sent once more. */
export type Resent = { readonly id: string; readonly messageId: string; readonly state: 'pending' }

type Delivery = {
  readonly id: string
  readonly messageId: string
  readonly endpoint: string
  readonly state: DeliveryState
}

/**
 * Sends a message once more that was given up: the same message, under the same id. When that fails too it is given up
 * again, for all the pauses between attempts have passed. `name` is the id of the delivery, or its `webhook-id`.
 *
 * @throws OperationRefused
 */
export async function resendDelivery(name: string, reading: Reading): Promise<Resent> {
  const { req } = reading
  const { slugs } = settingsOf(req.payload)
  const key = name.startsWith('msg_') ? 'messageId' : 'id'
  const [found] = name.includes('\0')
    ? []
    : ((await findAll(
        slugs.webhookDeliveries,
        { [key]: { equals: name } },
        reading,
      )) as unknown as Delivery[])
  if (!found) throw missing(name)
  const [endpoint] = await findAll(
    slugs.webhookEndpoints,
    { and: [{ id: { equals: found.endpoint } }, { isActive: { equals: true } }] },
    reading,
  )
  if (found.state === 'failed' && !endpoint) throw inactive
  return inTransaction(req, async () => {
    // Of two who ask at the same moment one finds it given up.
    const { rows } = await queryIn(
      req,
      sql`update ${tableOf(req.payload, slugs.webhookDeliveries)}
        set state = 'pending', next_try_at = now(), leased_until = null, updated_at = now()
        where id = ${found.id} and state = 'failed' returning id`,
    )
    if (rows.length === 0) throw notGivenUp(found.state)
    await queueRun(req)
    return { id: found.id, messageId: found.messageId, state: 'pending' }
  })
}

const missing = (name: string) =>
  new OperationRefused('delivery-missing', {
    ja: `送信記録「${name}」がありません。送信記録のIDか、見出し webhook-id の値を指定してください。`,
    en: `There is no delivery \`${name}\`. Give the id of a delivery, or what its header webhook-id said.`,
  })

const inactive = new OperationRefused('not-resendable', {
  ja: '通知先が無効か、ごみ箱にあるため、送り直しません。通知先を有効にしてから、もう一度お試しください。',
  en: 'Its webhook is switched off or in the trash, so nothing is sent. Switch the webhook on, then try again.',
})

const notGivenUp = (state: DeliveryState) => {
  const words = deliveryStateWords[state === 'failed' ? 'pending' : state]
  return new OperationRefused('not-resendable', {
    ja: `送り直せるのは「${deliveryStateWords.failed.ja}」の通知だけです。この通知の状態は「${words.ja}」です。`,
    en: `Only what was given up is sent again by hand. The state of this one is: ${words.en}.`,
  })
}
