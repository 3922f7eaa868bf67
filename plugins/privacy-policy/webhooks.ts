import {
  APIError,
  type CollectionAfterChangeHook,
  type CollectionBeforeChangeHook,
  type Payload,
  type PayloadRequest,
  type TaskConfig,
  type Where,
} from 'payload'
import { nobody } from '../../collections/access.ts'
import { say } from '../../collections/validation.ts'
import type { EditionHead } from '../../src/core/edition/index.ts'
import { planEvents, type Subscription } from '../../src/core/webhooks/events.ts'
import { messageBody, messageId } from '../../src/core/webhooks/message.ts'
import {
  editionPath,
  editionsPath,
  pagePath,
  policyPath,
  publishedAt,
} from '../../src/delivery/asked/addresses.ts'
import { localApi } from '../../src/operations/database/local-api.ts'
import { storedEditions } from '../../src/operations/editions/stored-editions.ts'
import type { WithPublication } from '../../src/operations/publishing/publication.ts'
import { deliverDue } from '../../src/operations/webhooks/deliver-due.ts'
import { organisationToTell } from '../../src/operations/webhooks/listeners.ts'
import { refuseUrl } from '../../src/operations/webhooks/post.ts'
import { queueRun, WEBHOOK_QUEUE, WEBHOOK_TASK } from '../../src/operations/webhooks/queue-run.ts'
import { replaceSecret, type StoredSecret } from '../../src/operations/webhooks/secrets.ts'
import type { ResolvedOptions } from './options.ts'

/** After this, a run that is still marked as running was killed, and one that failed has been seen or not. */
const OLD_MS = 86_400_000

const ownRuns: Where = {
  and: [{ queue: { equals: WEBHOOK_QUEUE } }, { taskSlug: { equals: WEBHOOK_TASK } }],
}

/**
 * Sends what is due. Queued by every publication, and by the clock every minute for what is due later or failed.
 * Disabled, it is there for the schema alone.
 */
export function webhookTask({ disabled }: Pick<ResolvedOptions, 'disabled'>): TaskConfig {
  return {
    slug: WEBHOOK_TASK,
    label: 'プライバシーポリシーの通知',
    retries: 0,
    schedule: [
      {
        cron: '* * * * *',
        queue: WEBHOOK_QUEUE,
        hooks: {
          beforeSchedule: async ({ queueable, req }) => ({
            shouldSchedule: !disabled && !(await isRunWaiting(req)),
            waitUntil: queueable.waitUntil,
            input: {},
          }),
          // Of looks that queued nothing there is nothing to remember.
          afterSchedule: async ({ defaultAfterSchedule, status, ...rest }) => {
            if (status === 'success') await defaultAfterSchedule({ status, ...rest } as never)
          },
        },
      },
    ],
    handler: async ({ req }: { readonly req: PayloadRequest }) => {
      if (disabled) return { output: {} }
      await forgetOldRuns(req)
      await deliverDue(req, () => new Date())
      return { output: {} }
    },
  } as TaskConfig
}

/** Whether a run has still to begin. One that was killed stays marked as running for ever, and holds up nothing. */
async function isRunWaiting({ payload }: PayloadRequest): Promise<boolean> {
  const { totalDocs } = await payload.db.count({
    collection: 'payload-jobs',
    where: {
      and: [
        ownRuns,
        { processing: { equals: false } },
        { completedAt: { exists: false } },
        { hasError: { not_equals: true } },
      ],
    },
  })
  return totalDocs > 0
}

/** Runs that were killed or failed are not told again, and must not fill the table; what they sent is in the log. */
async function forgetOldRuns({ payload }: PayloadRequest): Promise<void> {
  await payload.db.deleteMany({
    collection: 'payload-jobs',
    where: {
      and: [ownRuns, { updatedAt: { less_than: new Date(Date.now() - OLD_MS).toISOString() } }],
    },
  })
}

/**
 * Payload lets every user who is signed in read and write the statistics of schedules, and so stop them; a config can
 * say nothing about it.
 */
export function closeScheduleStatistics(payload: Payload): void {
  for (const { slug, access } of payload.config.globals)
    if (slug === 'payload-jobs-stats') Object.assign(access, { read: nobody, update: nobody })
}

/** Writes down, in the publishing transaction, what is to be told to whom and when. */
export function withWebhooks(options: ResolvedOptions): WithPublication {
  const { slugs } = options
  return async ({ recorded }, req) => {
    const [first] = recorded
    if (!first) return
    const { payload } = req
    const system = { depth: 0, req, overrideAccess: true } as const
    const organisation = await organisationToTell(first.policy, req)
    if (organisation === null) return
    const { docs: endpoints } = await localApi(payload).find<
      Subscription & { readonly id: string; readonly url: string }
    >({
      collection: slugs.webhookEndpoints,
      where: { organisation: { equals: organisation }, isActive: { equals: true } },
      pagination: false,
      ...system,
    })
    const heads = (await storedEditions(first.policy, req)).map(({ head }) => head)
    for (const { id, url, ...subscription } of endpoints)
      for (const edition of recorded)
        for (const event of planEvents(edition, heads, subscription))
          await localApi(payload).create({
            collection: slugs.webhookDeliveries,
            data: {
              organisation,
              messageId: messageId(id, event),
              endpoint: id,
              url,
              policy: edition.policy,
              edition: edition.id,
              event: event.event,
              state: 'pending',
              dueAt: event.dueAt,
              nextTryAt: event.dueAt,
              attempts: [],
              body: JSON.stringify(messageBody(event, linksOf(edition, req, options))),
            },
            ...system,
          })
    await queueRun(req)
  }
}

function linksOf(edition: EditionHead, { payload }: PayloadRequest, options: ResolvedOptions) {
  const mount = {
    basePath: `${payload.config.routes.api}/privacy-policies`,
    pagePath: options.pagePath,
  }
  const address = publishedAt(edition)
  const page = pagePath(mount, address)
  const origin = payload.config.serverURL ?? ''
  return {
    edition: origin + editionPath(mount, address, edition.number, '.json'),
    policy: origin + policyPath(mount, address),
    editions: origin + editionsPath(mount, address),
    ...(page !== null && { page: origin + page }),
  }
}

/** In place of the id of an endpoint that is being made. */
const NEW = 'new'

/** A secret is made here, and told once: in the answer to the request that made it. */
export function keepSecret(options: ResolvedOptions) {
  /** By request, then by endpoint: a request may change several. */
  const told = new WeakMap<object, Map<unknown, string>>()
  const beforeChange: CollectionBeforeChangeHook = async ({
    data,
    operation,
    originalDoc,
    req,
  }) => {
    const url = data.url ?? originalDoc?.url
    const refusal = refuseUrl(String(url), { allowedHosts: options.webhookHosts })
    if (refusal) throw new APIError(say(req, refusedUrl(String(url), refusal)), 400, null, true)
    const { rotateSecret, newSecret: _, secrets: __, ...kept } = data
    if (operation !== 'create' && rotateSecret !== true) return kept
    const stored = (originalDoc as { secrets?: readonly StoredSecret[] } | undefined)?.secrets ?? []
    const { secret, secrets } = replaceSecret(stored, req.payload, new Date())
    const ofRequest = told.get(req) ?? new Map<unknown, string>()
    told.set(req, ofRequest.set(originalDoc?.id ?? NEW, secret))
    return { ...kept, secrets }
  }
  const afterChange: CollectionAfterChangeHook = ({ doc, operation, req }) => {
    const id = operation === 'create' ? NEW : doc.id
    const newSecret = told.get(req)?.get(id)
    told.get(req)?.delete(id)
    return newSecret ? { ...doc, newSecret } : doc
  }
  return { beforeChange, afterChange }
}

const refusedUrl = (url: string, why: string) => ({
  ja: `URL「${url}」には送れません（${why}）。https で始まる、インターネット上のアドレスを指定してください。`,
  en: `Nothing is sent to \`${url}\` (${why}). Give an address on the public internet that begins with https.`,
})
