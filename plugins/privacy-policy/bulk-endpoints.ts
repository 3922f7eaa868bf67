import type { Endpoint, PayloadRequest } from 'payload'
import { answerApply } from './bulk-applying.ts'
import { answerPlan, answerRecords, answerRevert } from './bulk-planning.ts'
import type { ResolvedOptions } from './options.ts'
import { answering } from './refusals.ts'
import { type Writer, writerOf } from './writers.ts'

/** Bulk updates for programs and the command, below their log: planned, applied and reverted by editors. */
export function bulkEndpoints(options: ResolvedOptions): Omit<Endpoint, 'root'>[] {
  const answers: { readonly [name: string]: Answer } = {
    plan: answerPlan,
    records: answerRecords,
    apply: (writer, req) => answerApply(writer, options.planBytes, req),
    revert: answerRevert,
  }
  return Object.entries(answers).map(([name, answer]) => ({
    path: `/${name}`,
    method: 'post',
    handler: (req) => answering(req, async () => answer(await writerOf(options, req), req)),
  }))
}

type Answer = (writer: Writer, req: PayloadRequest) => Promise<Response>
