import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { createData, type Place, passwordOf, placeOf } from './postgres-data.ts'
import { type Running, runningServer, startServer, stopServer } from './postgres-server.ts'
import { Refusal } from './refusal.ts'

/** A running PostgreSQL of our own. Several processes can hold it; the last one to close it stops it. */
export type Cluster = {
  readonly url: (database: string) => string
  readonly close: () => Promise<void>
}

type ClusterOptions = {
  /** Holds `postgres/` (the data), `postgres-password` and `postgres.log`. */
  readonly directory: string
  /**
   * Whether what is committed must outlive a crash of the machine.
   * @default true
   */
  readonly durable?: boolean
}

/**
 * Starts the PostgreSQL whose data lie in `directory`, or joins it when it runs: for another command, or because the
 * process that started it was killed. Creates it the first time.
 *
 * Every holder keeps one connection with a shared advisory lock on it. Who closes gives up its own lock and tries for
 * the exclusive one: only the last holder gets it, and stops the server. The operating system drops the lock of a
 * holder that dies.
 */
export async function openCluster({ directory, durable = true }: ClusterOptions): Promise<Cluster> {
  const place = placeOf(directory, durable)
  if (!fs.existsSync(path.join(place.data, 'PG_VERSION'))) createData(place)
  const deadline = Date.now() + 120_000
  for (;;) {
    const running = runningServer(place) ?? (await startServer(place))
    if (running) {
      const holder = await hold(place, running)
      if (holder) return clusterOf(place, running, holder)
    }
    if (Date.now() > deadline) {
      throw new Refusal({
        en: `PostgreSQL in ${place.data} does not answer. See ${place.log}.`,
        ja: `${place.data} の PostgreSQL が応答しません。${place.log} をご覧ください。`,
      })
    }
    await sleep(100)
  }
}

const holdersLock = 27_038_001

/** A connection with a share in the cluster; undefined while the server is starting or has just gone. */
async function hold(place: Place, { port }: Running): Promise<pg.Client | undefined> {
  const client = new pg.Client({ connectionString: urlOf(place, port, 'postgres') })
  // The server may stop while we hold it: whoever uses it will see that.
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query('select pg_advisory_lock_shared($1)', [holdersLock])
    return client
  } catch (error) {
    await client.end().catch(() => undefined)
    // 28P01 invalid_password
    if ((error as { code?: string }).code !== '28P01') return undefined
    throw new Refusal({
      en: `The password in ${place.passwordFile} does not open ${place.data}. Put the right one back, or move ${place.data} away to begin with an empty database.`,
      ja: `${place.passwordFile} のパスワードでは ${place.data} を開けません。正しいものに戻すか、${place.data} を別の場所へ移して空のデータベースから始めてください。`,
    })
  }
}

function clusterOf(place: Place, { pid, port }: Running, holder: pg.Client): Cluster {
  const close = async () => {
    const last = await isLastHolder(holder)
    if (last) await stopServer(pid)
    await holder.end().catch(() => undefined)
  }
  return { url: (database) => urlOf(place, port, database), close }
}

async function isLastHolder(holder: pg.Client): Promise<boolean> {
  try {
    await holder.query('select pg_advisory_unlock_shared($1)', [holdersLock])
    const { rows } = await holder.query('select pg_try_advisory_lock($1) as last', [holdersLock])
    return rows[0]?.last === true
  } catch {
    return false // The server is gone already.
  }
}

const urlOf = (place: Place, port: number, database: string) =>
  `postgres://postgres:${passwordOf(place)}@127.0.0.1:${port}/${database}`
