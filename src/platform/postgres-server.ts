import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { lastLine, type Place } from './postgres-data.ts'
import { postgresEnvironment, reachable } from './postgres-programs.ts'
import { Refusal } from './refusal.ts'

export type Running = { readonly pid: number; readonly port: number }

/** Starts a server, detached so that Ctrl-C in the terminal reaches only us; undefined when another one was quicker. */
export async function startServer(place: Place): Promise<Running | undefined> {
  const port = await freePort()
  const log = fs.openSync(place.log, 'w', 0o600)
  const durability = place.durable
    ? {}
    : { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' }
  const settings = {
    cluster_name: place.name,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    shared_buffers: '128MB',
    max_connections: '100',
    log_checkpoints: 'off',
    // Statements carry what people wrote.
    log_min_error_statement: 'panic',
    ...durability,
  }
  const child = spawn(
    place.programs.postgres,
    [
      '-D',
      reachable(place.data, place.account),
      '-p',
      String(port),
      ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
    ],
    {
      ...place.account,
      cwd: place.data,
      env: postgresEnvironment,
      stdio: ['ignore', log, log],
      detached: true,
    },
  )
  fs.closeSync(log)
  child.unref()
  const failed = new Promise<Error | 'exit'>((resolve) => {
    child.once('error', resolve)
    child.once('exit', () => resolve('exit'))
  })
  for (;;) {
    const end = await Promise.race([failed, sleep(20)])
    if (end === undefined) {
      const running = runningServer(place)
      if (running?.pid === child.pid) return running
      continue
    }
    // Only who waits for the start reads the log: a server may end long after, when its folder is gone.
    const outcome = end === 'exit' ? lastLine(readIfThere(place.log) ?? '') : end.message
    if (/lock file|could not bind|create any TCP/.test(outcome)) return undefined
    throw new Refusal({
      en: `PostgreSQL does not start on ${place.data}: ${outcome}. See ${place.log}.`,
      ja: `${place.data} の PostgreSQL を起動できません：${outcome}。${place.log} をご覧ください。`,
    })
  }
}

/**
 * The server that serves these data, by its lock file. A lock file of a server that is gone is taken away: its pid may
 * belong to a stranger by now, or to a zombie, and PostgreSQL would believe it alive. While a process that the server
 * left behind still lives, the file stays, for that is what it is there for.
 */
export function runningServer(place: Place): Running | undefined {
  const lockFile = path.join(place.data, 'postmaster.pid')
  const lines = readIfThere(lockFile)?.split('\n')
  if (!lines) return undefined
  const pid = Number(lines[0])
  const port = Number(lines[3])
  const processes = processesOf(place.name)
  if (!processes) return pid && port ? { pid, port } : undefined
  if (processes.includes(pid)) return port ? { pid, port } : undefined
  if (processes.length === 0) fs.rmSync(lockFile, { force: true })
  return undefined
}

/** The pids of the processes of a cluster; undefined where the system does not tell. */
function processesOf(name: string): number[] | undefined {
  if (process.platform !== 'linux') return undefined
  return fs
    .readdirSync('/proc')
    .filter((entry) => /^\d+$/.test(entry))
    .filter((pid) => {
      const command = readIfThere(`/proc/${pid}/cmdline`) ?? ''
      return command.includes(name) && /^postgres:|^[^\0]*\/postgres\0/.test(command)
    })
    .map(Number)
}

/** SIGINT is PostgreSQL's fast shutdown: open transactions roll back, everything is written. */
export async function stopServer(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT')
  for (const deadline = Date.now() + 60_000; Date.now() < deadline && isAlive(pid); )
    await sleep(20)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !readIfThere(`/proc/${pid}/stat`)?.includes(') Z ')
  } catch {
    return false
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
