import fs from 'node:fs'
import type {
  AppliedLine,
  Applying,
  ApplyRequest,
  UnitOutcome,
} from '../../operations/bulk/apply.ts'
import { BULK_UPDATES, brokenOff } from './plan-there.ts'
import type { Server } from './server.ts'

/**
 * Has a server apply a plan, as the user of the key, and tells what becomes of each organisation as it does. When the
 * signal is aborted, the server ends what it has begun, and this tells what it has heard; null where that is nothing.
 */
export async function applyThere(
  server: Server,
  file: string,
  request: ApplyRequest,
  signal: AbortSignal,
): Promise<Pick<Applying, 'left' | 'outcomes'> | null> {
  const plan = await fs.promises.open(file)
  const options = { type: 'application/octet-stream', signal }
  const lines = untilAborted(server.lines(`${BULK_UPDATES}/apply`, body(), options))
  const { value: first } = await lines.next()
  if (signal.aborted && !first) return null
  if (!first || !('left' in first)) throw brokenOff()
  return { left: first.left, outcomes: outcomes() }

  async function* body() {
    yield `${JSON.stringify(request)}\n`
    yield* plan.createReadStream()
  }

  async function* outcomes(): AsyncGenerator<UnitOutcome> {
    let isWhole = false
    for await (const line of lines)
      if ('outcome' in line) yield line
      else if ('end' in line) isWhole = true
    if (!isWhole && !signal.aborted) throw brokenOff()
  }

  async function* untilAborted(lines: AsyncGenerator<unknown>): AsyncGenerator<AppliedLine> {
    try {
      yield* lines as AsyncGenerator<AppliedLine>
    } catch (error) {
      if (!signal.aborted) throw error
    }
  }
}
