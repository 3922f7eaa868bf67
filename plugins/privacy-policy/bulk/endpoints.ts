import type { Endpoint, PayloadRequest } from 'payload'
import type { ResolvedOptions } from '../options.ts'
import { answering } from '../refusals.ts'
import { answerApply } from './applying.ts'
import { answerPlan, answerRecords, answerRevert } from './planning.ts'
import { type Writer, writerOf } from './writers.ts'

type Answer = (writer: Writer, req: PayloadRequest, options: ResolvedOptions) => Promise<Response>

const answers: { readonly [name: string]: Answer } = {
  plan: answerPlan,
  records: answerRecords,
  apply: (writer, req, { planBytes }) => answerApply(writer, planBytes, req),
  revert: answerRevert,
}

/**
 * Bulk updates for programs and the command, below their log: planned, applied and reverted by editors. Each says itself
 * how large a body it takes (`ownBodyLimit`, for whoever serves it): a plan is larger than what people write.
 */
export const bulkEndpoints = (options: ResolvedOptions): Omit<Endpoint, 'root'>[] =>
  Object.entries(answers).map(([name, answer]) => ({
    path: `/${name}`,
    method: 'post',
    custom: { ownBodyLimit: true },
    handler: (req) =>
      answering(req, async () => answer(await writerOf(options, req), req, options)),
  }))
