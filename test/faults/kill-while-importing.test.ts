import { spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test, vi } from 'vitest'
import { filesIn } from '../../src/operations/exchange/files-in.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { testDatabase } from '../database.ts'
import { readingOf } from '../operations/exchange/world.ts'
import { testPayload } from '../payload.ts'

/** A few in every run of the tests; the full number by `npm run test:faults`. */
const kills = Number(process.env.FAULTS ?? 3)
vi.setConfig({ testTimeout: 300_000 + kills * 30_000 })

const root = path.resolve(import.meta.dirname, '../..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'import-kills-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 }))
const payload = await testPayload()

test(`after ${kills} × kill -9 of an import there are whole organisations only, and --apply brings the rest`, async () => {
  const reading = await readingOf(payload)
  const request = { organisations: 6, editions: 3, seed: 31 }
  for await (const _ of generatePolicies(request, reading));
  const exported = path.join(folder, 'export')
  expect(await ended(command(['export', '--to', exported], String(process.env.DATABASE_URL)))).toBe(
    0,
  )
  const whole = countsInFolder(exported)

  const url = await testDatabase()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  for (let i = 0; i < kills; i++) {
    const child = command(['import', exported, '--apply'], url)
    let units = 0
    const killed = new Promise<void>((resolve) => {
      child.stdout?.on('data', (text: Buffer) => {
        units += String(text)
          .split('\n')
          .filter((line) => line.startsWith('made-up')).length
        // In the midst of the organisation that follows.
        if (units > i % 5) void sleep((i * 7) % 23).then(() => child.kill('SIGKILL'))
      })
      child.once('close', () => resolve())
    })
    await killed
    const stored = await countsInDatabase(client)
    for (const [organisation, counts] of Object.entries(stored))
      expect([organisation, counts]).toEqual([organisation, whole[organisation]])
  }
  expect(await ended(command(['import', exported, '--apply'], url))).toBe(0)
  expect(await countsInDatabase(client)).toEqual(whole)
  await client.end()
})

function command(args: readonly string[], url: string) {
  const loader = ['--conditions=production', '--import', 'tsx', 'src/cli/index.ts']
  return spawn(process.execPath, [...loader, ...args], {
    cwd: root,
    env: {
      ...process.env,
      DATABASE_URL: url,
      PAYLOAD_SECRET: 'test',
      LANG: 'en_GB.UTF-8',
      LC_ALL: '',
    },
    stdio: ['ignore', 'pipe', 'ignore'],
  })
}

const ended = (child: ReturnType<typeof command>) =>
  new Promise((resolve) => child.once('close', resolve))

type Counts = { readonly [organisation: string]: { records: number; editions: number } }

function countsInFolder(exported: string): Counts {
  const counts: { [organisation: string]: { records: number; editions: number } } = {}
  for (const file of filesIn(exported)) {
    const [, organisation = ''] = /^organisations\/([^/]+)\//.exec(file) ?? []
    if (!organisation) continue
    const own = counts[organisation] ?? { records: 0, editions: 0 }
    counts[organisation] = own
    if (file.endsWith('/editions.jsonl'))
      own.editions += fs.readFileSync(path.join(exported, file), 'utf8').trim().split('\n').length
    else if (file.endsWith('.json')) own.records++
  }
  return counts
}

async function countsInDatabase(client: pg.Client): Promise<Counts> {
  const tables = [
    ...['policies', 'policy_sections', 'purposes', 'exception_clauses'],
    ...['joint_use_partners', 'safety_measures', 'contacts'],
  ]
  const records = tables
    .map((table) => `(select count(*) from ${table} t where t.organisation_id = o.id)`)
    .join(' + ')
  const { rows } = await client.query<{ slug: string; records: string; editions: string }>(
    `select o.slug, 1 + ${records} as records,
       (select count(*) from policy_editions e where e.organisation = o.id) as editions
     from organisations o`,
  )
  return Object.fromEntries(
    rows.map(({ slug, records, editions }) => [
      slug,
      { records: Number(records), editions: Number(editions) },
    ]),
  )
}
