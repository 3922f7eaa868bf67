import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { type Edition, verifyChain } from '../../src/core/edition/index.ts'
import { openEnvironment } from '../../src/platform/environment.ts'

/** A few in every run of the tests; the full number by `npm run test:faults`. */
const kills = Number(process.env.FAULTS ?? 3)
const root = path.resolve(import.meta.dirname, '../..')
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'faults-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true, maxRetries: 20 }))

/** What is killed, in turn. Who is left has to end by itself. */
const victims = [['process', 'database'], ['process'], ['database']] as const

test(
  `after ${kills} × kill -9 of a publication, its database or both no edition is half, and the next one works`,
  async () => {
    const sample = 'src/server/sample/mizuumi-reading.txt'
    await run(['import', sample, '--organisation', 'mizuumi', '--create-organisation'])
    const seconds = await timed(() => run(['publish', 'mizuumi']))
    for (let i = 0; i < kills; i++) {
      const child = command(['publish', 'mizuumi'])
      const ended = new Promise((resolve) => child.once('close', resolve))
      // Spread evenly over the time that a publication takes, so that no step is left out.
      await sleep((1000 * seconds * (i + 0.5)) / kills)
      const victim = victims[i % victims.length] ?? victims[0]
      if (victim.some((name) => name === 'process')) child.kill('SIGKILL')
      if (victim.some((name) => name === 'database')) killDatabase()
      const outcome = await Promise.race([ended, sleep(120_000, 'still running', { ref: false })])
      child.kill('SIGKILL')
      expect(outcome).not.toBe('still running')
      const editions = await chain()
      expect(verifyChain(editions)).toMatchObject({ ok: true, editions: editions.length })
    }
    const before = (await chain()).length
    await run(['publish', 'mizuumi'])
    const after = await chain()
    expect(after).toHaveLength(before + 1)
    expect(verifyChain(after)).toMatchObject({ ok: true })
  },
  300_000 + kills * 90_000,
)

function command(args: readonly string[]): ChildProcess {
  const loader = ['--conditions=production', '--import', 'tsx']
  return spawn(process.execPath, [...loader, 'src/cli/index.ts', ...args], {
    cwd: root,
    env: { ...withoutDatabase(), DATA_DIRECTORY: folder },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
}

/** Runs a command to its end, which must be a good one. */
async function run(args: readonly string[]): Promise<void> {
  const child = command(args)
  let said = ''
  child.stderr?.on('data', (text) => {
    said += text
  })
  const code = await new Promise((resolve) => child.once('close', resolve))
  expect(said.slice(-500) + code).toMatch(/0$/)
}

function killDatabase(): void {
  const file = path.join(folder, 'postgres/postmaster.pid')
  if (!fs.existsSync(file)) return
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0])
  // Its children end with it: they watch for the death of the postmaster.
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The editions as the recovered database has them, read without Payload. */
async function chain(): Promise<readonly Edition[]> {
  const before = { ...process.env }
  const environment = await openEnvironment({ DATA_DIRECTORY: folder })
  const client = new pg.Client({ connectionString: environment.url })
  try {
    await client.connect()
    const { rows } = await client.query(
      `select id, policy, organisation_slug as "organisationSlug", policy_slug as "policySlug",
         number::int, kind, effective_from as "effectiveFrom", corrects::int, withdraws::int,
         to_char(recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "recordedAt",
         summary, languages, documents, schema::int, internal_sha256 as "internalSha256",
         previous_sha256 as "previousSha256", sha256
       from policy_editions order by number`,
    )
    return rows
  } finally {
    await client.end()
    await environment.close()
    Object.assign(process.env, before)
  }
}

const withoutDatabase = () => {
  const { DATABASE_URL: _, PAYLOAD_SECRET: __, ...variables } = process.env
  return variables
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return (performance.now() - start) / 1000
}
