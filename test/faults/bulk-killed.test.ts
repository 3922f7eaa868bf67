import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import { afterAll, expect, test } from 'vitest'
import { replaceText } from '../../src/core/bulk/changes/replace-text.ts'
import { planChange } from '../../src/operations/bulk/plan.ts'
import { savePlan } from '../../src/operations/bulk/plan-on-disk.ts'
import { generatePolicies } from '../../src/operations/generate-policies.ts'
import { testPayload } from '../payload.ts'

/** A few in every run of the tests; all by `npm run test:faults`, and 100 by `FAULTS=100`. */
const kills = Number(process.env.FAULTS ?? 3)
const organisations = kills > 10 ? 50 : 6
const root = path.resolve(import.meta.dirname, '../..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bulk-killed-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

test(
  `after ${kills} × kill -9 of an application every organisation is wholly before or wholly after, and another run completes it`,
  async () => {
    const made = generatePolicies({ organisations, editions: 1, seed: 11 }, reading)
    for await (const _ of made);
    let [from, to] = ['個人情報', 'パーソナル情報']
    let plan = await planned(from, to)
    const seen = { none: 0, some: 0, all: 0 }
    for (let i = 0; i < kills; i++) {
      const child = apply(plan.file)
      const ended = new Promise((resolve) => child.once('close', resolve))
      // One in four dies before it has written anything; the others somewhere between the first organisation and the last.
      if (i % 4 === 3) await sleep(500 + 2_500 * ((i * 7) % 10) * 0.1)
      else await Promise.race([firstLine(child), ended])
      await sleep(((i * 37) % 100) * (organisations / 50))
      child.kill('SIGKILL')
      await ended
      const { before, after } = await standing(plan)
      expect(before + after).toBe(organisations)
      seen[after === 0 ? 'none' : before === 0 ? 'all' : 'some']++
      if (before > 0) continue
      ;[from, to] = [to, from]
      plan = await planned(from, to)
    }
    await finish(plan.file)
    expect(await standing(plan)).toEqual({ before: 0, after: organisations })
    console.log(`killed with none, some, all of ${organisations} written:`, seen)
  },
  240_000 + kills * 30_000,
)

async function planned(from: string, to: string) {
  const change = replaceText(
    { from, to },
    {
      collections: ['policySections', 'purposes', 'exceptionClauses', 'safetyMeasures', 'policies'],
    },
  )
  const file = path.join(folder, 'plan.json')
  const records = new Map<string, number>()
  const planning = await planChange(change, reading, { madeBy: 'test' })
  const { sha256 } = await savePlan(planning, file, ({ unit }) => {
    if (unit.organisation) records.set(unit.organisation.id, unit.changes.length)
  })
  return { file, sha256, records }
}

/**
 * How many organisations are wholly before and wholly after: their records, the versions of these and the log agree.
 * One that is neither is in none of the two.
 */
async function standing({ sha256, records }: Awaited<ReturnType<typeof planned>>) {
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

function apply(file: string): ChildProcess {
  return spawn(
    process.execPath,
    [
      '--conditions=production',
      '--import',
      'tsx',
      'src/cli/index.ts',
      'apply',
      file,
      '--by',
      'test',
      '--concurrency',
      '2',
    ],
    { cwd: root, env: process.env, stdio: ['ignore', 'ignore', 'pipe'] },
  )
}

const firstLine = (child: ChildProcess) =>
  new Promise((resolve) => child.stderr?.once('data', resolve))

async function finish(file: string): Promise<void> {
  const child = apply(file)
  let said = ''
  child.stderr?.on('data', (text) => {
    said += text
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(said.slice(-500) + code).toMatch(/0$/)
}
