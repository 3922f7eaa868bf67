import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { openCluster } from '../../../src/platform/postgres-cluster.ts'

/** A PostgreSQL of the bench's own, as durable as one in use, with an empty database. */
export type BenchDatabase = {
  readonly url: string
  /** A folder for what else a server keeps; goes with the database. */
  readonly directory: string
  readonly close: () => Promise<void>
}

export async function openBenchDatabase(): Promise<BenchDatabase> {
  const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'bench-'))
  const cluster = await openCluster({ directory: path.join(directory, 'postgres'), durable: true })
  const admin = new pg.Client({ connectionString: cluster.url('postgres') })
  await admin.connect()
  await admin.query('create database bench')
  await admin.end()
  return {
    url: cluster.url('bench'),
    directory,
    async close() {
      await cluster.close()
      fs.rmSync(directory, { recursive: true, force: true })
    },
  }
}
