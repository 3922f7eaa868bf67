import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { openCluster } from '../src/platform/postgres-cluster.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where `testDatabase` clones its databases from. */
    testCluster: { readonly url: string; readonly template: string; readonly prefix: string }
  }
}

const root = path.resolve(import.meta.dirname, '..')

/**
 * A PostgreSQL for the tests alone, kept between runs, with one template that has the schema. It is made anew when
 * anything that the schema comes from has changed.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const cluster = await openCluster({ directory: path.join(root, '.data/test'), durable: false })
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await dropLeftovers(admin)
  const template = await ensureTemplate(admin, cluster.url)
  const prefix = `test_${process.pid}_`
  project.provide('testCluster', { url: cluster.url('postgres'), template, prefix })
  return async () => {
    await dropDatabases(admin, (name) => name.startsWith(prefix))
    await admin.end()
    await cluster.close()
  }
}

const templateLock = 27_038_003

async function ensureTemplate(
  admin: pg.Client,
  url: (database: string) => string,
): Promise<string> {
  const template = `template_${schemaDigest()}`
  await admin.query('select pg_advisory_lock($1)', [templateLock])
  try {
    const { rowCount } = await admin.query('select from pg_database where datname = $1', [template])
    if (rowCount) return template
    const unfinished = `unfinished_${process.pid}`
    await admin.query(`create database ${unfinished}`)
    const origin = makeSchema(url(unfinished))
    if (origin === 'collections') {
      console.log(
        'The collections are ahead of migrations/: the tests use tables made from the collections. Run `npm run migrate:create`.',
      )
    }
    await admin.query(`alter database ${unfinished} rename to ${template}`)
    return template
  } finally {
    await admin.query('select pg_advisory_unlock($1)', [templateLock])
  }
}

function makeSchema(url: string): string {
  const output = execFileSync(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', path.join(root, 'test/make-template.ts')],
    {
      cwd: root,
      env: { ...process.env, DATABASE_URL: url, PAYLOAD_SECRET: 'test' },
      encoding: 'utf8',
    },
  )
  return output.trim().split('\n').at(-1) ?? ''
}

/** Of every file that collections are made of; which of them matter to the schema is not worth guessing. */
function schemaDigest(): string {
  const hash = createHash('sha256')
  for (const file of [
    'payload.config.ts',
    'package-lock.json',
    'collections',
    'plugins',
    'migrations',
    'src',
  ].flatMap(filesIn)) {
    if (/^src\/(admin|cli|client|server)\//.test(file)) continue
    hash
      .update(file)
      .update('\0')
      .update(fs.readFileSync(path.join(root, file)))
  }
  return hash.digest('hex').slice(0, 16)
}

function filesIn(place: string): string[] {
  const absolute = path.join(root, place)
  if (!fs.existsSync(absolute)) return []
  if (!fs.statSync(absolute).isDirectory()) return [place]
  return fs
    .readdirSync(absolute, { recursive: true, encoding: 'utf8' })
    .filter((file) => /\.(ts|tsx|json)$/.test(file))
    .sort()
    .map((file) => path.join(place, file))
}

/** Databases of runs that were killed, and all templates but the newest few (others may run tests right now). */
async function dropLeftovers(admin: pg.Client): Promise<void> {
  await dropDatabases(admin, (name) => {
    const [, pid] = /^(?:test|unfinished)_(\d+)(?:_|$)/.exec(name) ?? []
    return pid !== undefined && !isAlive(Number(pid))
  })
  const { rows } = await admin.query<{ datname: string }>(
    `select datname from pg_database where datname ~ '^template_' order by oid desc offset 4`,
  )
  const old = new Set(rows.map(({ datname }) => datname))
  await dropDatabases(admin, (name) => old.has(name))
}

async function dropDatabases(admin: pg.Client, chosen: (name: string) => boolean): Promise<void> {
  const { rows } = await admin.query<{ datname: string }>('select datname from pg_database')
  for (const { datname } of rows.filter(({ datname }) => chosen(datname))) {
    await admin.query(`drop database if exists ${pg.escapeIdentifier(datname)} with (force)`)
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
