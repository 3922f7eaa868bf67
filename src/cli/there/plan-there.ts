import path from 'node:path'
import type { Plannable } from '../../operations/bulk/plan.ts'
import { linesOf } from '../../operations/bulk/plan-on-disk.ts'
import type { SelectedRecord } from '../../operations/bulk/selected-records.ts'
import type { ShownLine, ShownUnit } from '../../operations/bulk/shown-plan.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ShownPlan } from '../reports/show-plan.ts'
import type { Server } from './server.ts'

/** Where the API has bulk updates: at the usual name of their log. */
export const BULK_UPDATES = '/api/privacy-policy-bulk-updates'

type Asking = {
  readonly query?: { readonly [name: string]: string }
  readonly type?: string
  readonly at?: 'plan' | 'revert'
}

/** A plan that a server works out, of what a body asks for. */
export async function planThere(
  server: Server,
  body: string | AsyncIterable<string>,
  { query = {}, type = 'application/json', at = 'plan' }: Asking = {},
): Promise<ShownPlan> {
  const address = `${BULK_UPDATES}/${at}?${new URLSearchParams({ ...query, shown: 'true' })}`
  const lines = server.lines(address, body, { type }) as AsyncGenerator<ShownLine>
  const { value: first } = await lines.next()
  if (!first || !('head' in first)) throw brokenOff()
  return { head: first.head, units: units() }

  async function* units(): AsyncGenerator<ShownUnit> {
    let isWhole = false
    for await (const line of lines)
      if ('unit' in line) yield line
      else if ('sha256' in line) isWhole = true
    if (!isWhole) throw brokenOff()
  }
}

/** The same of a file with JSON lines. */
export async function planLinesThere(server: Server, file: string): Promise<ShownPlan> {
  return planThere(server, withBreaks(linesOf(file)), {
    query: { name: path.basename(file) },
    type: 'application/jsonl',
  })
}

/**
 * The same of a change script: the server is asked for the records that it selects, the script runs here, and what
 * becomes of them is sent with the hash of what was read, so that what changes meanwhile is refused.
 */
export async function planScriptThere(
  server: Server,
  script: Promise<Plannable>,
): Promise<ShownPlan> {
  const { title, select, change } = await script
  const lines: string[] = []
  let isWhole = false
  const records = server.lines(`${BULK_UPDATES}/records`, JSON.stringify(select))
  for await (const line of records as AsyncGenerator<SelectedRecord | { readonly end: true }>) {
    if ('end' in line) {
      isWhole = true
      continue
    }
    const { record, context, hash } = line
    const set = change(record as never, context)
    if (set)
      lines.push(JSON.stringify({ collection: context.collection, id: record.id, set, hash }))
  }
  if (!isWhole) throw brokenOff()
  return planThere(server, lines.join('\n'), { query: { title }, type: 'application/jsonl' })
}

async function* withBreaks(lines: AsyncIterable<string>): AsyncGenerator<string> {
  for await (const line of lines) yield `${line}\n`
}

export const brokenOff = () =>
  new Refusal({
    ja: 'サーバーの応答が途中で切れました。もう一度実行してください。',
    en: 'The server’s answer broke off. Run it again.',
  })
