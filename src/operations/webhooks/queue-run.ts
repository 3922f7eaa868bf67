import type { PayloadRequest } from 'payload'

export const WEBHOOK_QUEUE = 'privacy-policy-webhooks'
export const WEBHOOK_TASK = 'deliverPrivacyPolicyWebhooks'

/** Queues a run that sends what is due, in the transaction of the request: it begins when that is committed. */
export async function queueRun(req: PayloadRequest): Promise<void> {
  const { jobs } = req.payload
  const job = { task: WEBHOOK_TASK, queue: WEBHOOK_QUEUE, input: {}, req }
  await jobs.queue(job as unknown as Parameters<typeof jobs.queue>[0])
}
