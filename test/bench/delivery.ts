/**
 * `npm run bench:delivery`: what a read costs, beside what it could cost at the least and what it costs without this
 * plugin. All in one run on a PostgreSQL of its own, round by round, one after the other: only ratios within a run mean
 * anything. `--seconds` for each measurement, `--rounds`, `--only` parts of the names, with commas between.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { openBenchDatabase } from './delivery/bench-database.ts'
import { median, millisecondsOf, probe, rateOf, wantedBy } from './delivery/measure.ts'
import { memoryUnderLoad, readDistinct } from './delivery/memory.ts'
import { startRealServer } from './delivery/real-server.ts'
import { COLD, DISTINCT } from './delivery/stored-policies.ts'
import { bars, type Ports, type Target, targetsOf } from './delivery/targets.ts'

const { values: options } = parseArgs({
  options: {
    seconds: { type: 'string', default: '2' },
    rounds: { type: 'string', default: '5' },
    only: { type: 'string', default: '' },
  },
})
const MB = 1024 * 1024
const database = await openBenchDatabase()
const children: ChildProcess[] = []
let missed = 0

async function measureAll(): Promise<void> {
  const ours = await start('ours')
  const stock = await start('stock')
  console.log(
    `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model}; ${options.rounds} rounds of ${options.seconds} s, 10 connections; JSON of ${ours.bytes} bytes\n`,
  )
  const isWanted = wantedBy(options.only)
  const targets = targetsOf(ours, stock)
  await speeds(targets.filter(({ name }) => isWanted(name)))
  for (const format of ['pdf', 'docx'].filter(isWanted)) await paper(format, ours)
  if (isWanted('publish')) publishing(ours)
  if (isWanted('distinct')) await distinct(ours)
  for (const child of children) child.kill()
  if (isWanted('memory')) await memory(ours)
  console.log(missed ? `\n${missed} bars missed` : '\nall bars hold')
}

async function speeds(targets: readonly Target[]): Promise<void> {
  for (const target of targets) await probe(target)
  const rates = new Map<string, number[]>(targets.map(({ name }) => [name, []]))
  for (const target of targets)
    if (!target.isSlow) await rateOf(target, Math.min(1, Number(options.seconds)))
  for (let round = 0; round < Number(options.rounds); round++)
    for (const target of targets)
      rates.get(target.name)?.push(await rateOf(target, Number(options.seconds)))
  const rate = (name: string) => median(rates.get(name) ?? [])

  for (const { name } of targets)
    console.log(`${name.padEnd(46)} ${rate(name).toFixed(rate(name) < 100 ? 1 : 0)}/s`)
  console.log()
  for (const [name, peer, bar] of bars) {
    const ratio = rate(name) / rate(peer)
    if (rates.has(name) && rates.has(peer))
      say(name, `${ratio.toFixed(2)} × ${peer}`, `${bar} ×`, ratio >= bar)
  }
}

/**
 * Each print of another policy: the press keeps the layout of the ones before. The bar is for the longest policies that
 * there are, of about 8,000 characters; what all other rows read is two and a half times as long.
 */
async function paper(format: string, { cold }: Ports): Promise<void> {
  const msOf = (name: string) =>
    millisecondsOf(
      Array.from(
        { length: COLD },
        (_, i) => `http://127.0.0.1:${cold}/api/privacy-policies/bench/${name}-${i + 1}.${format}`,
      ),
    )
  const ms = await msOf('paper')
  const long = await msOf('cold')
  const figure = `${Math.round(ms)} ms; ${Math.round(long)} ms for 20,700 characters`
  say(`${format}, cold, 8,300 characters`, figure, '300 ms', ms <= 300)
}

function publishing(ours: Ports): void {
  const { records, publishMs, publishStatements, statementsATable } = ours
  const what = `publish, ${records} records, 2 languages`
  say(what, `${publishMs} ms`, '2000 ms', Number(publishMs) <= 2_000)
  const figure = `${statementsATable} statements a table at most, ${publishStatements} in all`
  say(what, figure, '2 a collection', Number(statementsATable) <= 2)
}

async function distinct({ ours, memory }: Ports): Promise<void> {
  await readDistinct(`http://127.0.0.1:${ours}`)
  const answer = await fetch(`http://127.0.0.1:${memory}/`)
  const { cacheBytes, rss } = (await answer.json()) as { cacheBytes: number; rss: number }
  const figure = `${(cacheBytes / MB).toFixed(1)} MB kept (resident set ${Math.round(rss / MB)} MB)`
  say(`${DISTINCT} distinct policies in turn`, figure, '64 MB', cacheBytes <= 64 * MB)
}

async function memory({ policy }: Ports): Promise<void> {
  const server = await startRealServer(database.url, path.join(database.directory, 'data'))
  try {
    const peaks = await memoryUnderLoad(server, String(policy), 20)
    if (!peaks) return console.log('memory: this system does not tell')
    const figure = (bytes: number) => `${Math.round(bytes / MB)} MB at its largest`
    say('memory under load, admin loaded', figure(peaks.server), '450 MB', peaks.server <= 450 * MB)
    say('memory of the press beside it', figure(peaks.press), '300 MB', peaks.press <= 300 * MB)
  } finally {
    await server.stop()
  }
}

async function start(which: string): Promise<Ports> {
  const program = path.join(import.meta.dirname, 'delivery/servers.ts')
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', program, which, options.only],
    {
      env: {
        ...process.env,
        NODE_ENV: 'production',
        DATABASE_URL: database.url,
        PAYLOAD_SECRET: 'bench',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  children.push(child)
  for await (const line of createInterface({ input: child.stdout }))
    if (line.startsWith('ports ')) return JSON.parse(line.slice('ports '.length))
  throw new Error(`Expected the ${which} servers to start`)
}

function say(name: string, figure: string, bar: string, holds: boolean): void {
  if (!holds) missed++
  console.log(`${holds ? '✓' : '✗'} ${name.padEnd(44)} ${figure}   (bar ${bar})`)
}

try {
  await measureAll()
} finally {
  for (const child of children) child.kill()
  await database.close()
}
