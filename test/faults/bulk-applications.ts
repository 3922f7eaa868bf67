import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import type { Payload } from 'payload'
import type { Outcome } from '../cli/run.ts'

const root = path.resolve(import.meta.dirname, '../..')

/** The command that applies a plan, in a process of its own. */
export function applying(
  file: string,
  options: readonly string[] = ['--concurrency', '2'],
  env: { readonly [name: string]: string } = {},
): ChildProcess {
  const { LC_ALL: _, LC_MESSAGES: __, ...inherited } = process.env
  return spawn(
    process.execPath,
    [
      ...['--conditions=production', '--import', 'tsx', 'src/cli/index.ts'],
      ...['apply', file, '--by', 'test', ...options],
    ],
    { cwd: root, env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe'] },
  )
}

/** When its progress is told for the first time. */
export const firstLine = (child: ChildProcess) =>
  new Promise((resolve) => child.stderr?.once('data', resolve))

/** What it said, when it has ended. */
export function ended(child: ChildProcess): Promise<Outcome> {
  let [out, err] = ['', '']
  child.stdout?.setEncoding('utf8').on('data', (text) => (out += text))
  child.stderr?.setEncoding('utf8').on('data', (text) => (err += text))
  return new Promise((resolve) =>
    child.once('close', (code) => resolve({ code: code ?? -1, out, err })),
  )
}

/**
 * How many organisations are wholly before and wholly after: their records, the versions of these and the log agree.
 * One that is neither is in none of the two.
 */
export async function standing(
  payload: Payload,
  { sha256, records }: { readonly sha256: string; readonly records: ReadonlyMap<string, number> },
) {
  const { pool } = payload.db as unknown as {
    pool: {
      query: (
        text: string,
        values: unknown[],
      ) => Promise<{ rows: { organisation: string; kind: string; count: number }[] }>
    }
  }
  const tables = ['policy_sections', 'purposes', 'exception_clauses', 'safety_measures', 'policies']
  const note = `%${sha256.slice(0, 12)}%`
  const { rows } = await pool.query(
    [
      ...tables.flatMap((table) => [
        `select organisation_id as organisation, 'record' as kind, count(*)::int from ${table} where bulk_update like $1 group by 1`,
        `select version_organisation_id, 'version', count(*)::int from _${table}_v where version_bulk_update like $1 group by 1`,
      ]),
      `select organisation_id, 'log', count(*)::int from privacy_policy_bulk_updates where plan = $2 group by 1`,
    ].join(' union all '),
    [note, sha256],
  )
  const count = (organisation: string, kind: string) =>
    rows
      .filter((row) => row.organisation === organisation && row.kind === kind)
      .reduce((sum, row) => sum + row.count, 0)
  let [before, after] = [0, 0]
  for (const [organisation, planned] of records) {
    const counts = ['record', 'version', 'log'].map((kind) => count(organisation, kind))
    if (counts.every((one) => one === 0)) before++
    if (counts[0] === planned && counts[1] === planned && counts[2] === 1) after++
  }
  return { before, after }
}
