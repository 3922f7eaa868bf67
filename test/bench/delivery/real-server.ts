import { type ChildProcess, spawn } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import path from 'node:path'
import { createInterface } from 'node:readline'

/** The set-up as `npm start` starts it, with its admin, on a database of the bench's. */
export type RealServer = {
  readonly origin: string
  readonly pid: number
  /** The token of its first admin, for `Authorization: JWT …`. */
  readonly token: string
  /** What it said on standard error. */
  readonly complaints: () => string
  readonly stop: () => Promise<void>
}

const root = path.resolve(import.meta.dirname, '../../..')
const user = { email: 'bench@example.jp', password: 'bench-password-1' }

export async function startRealServer(databaseUrl: string, data: string): Promise<RealServer> {
  const port = await freePort()
  const child = spawn(process.execPath, ['--conditions=production', 'src/server/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      LC_ALL: 'C',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: databaseUrl,
      DATA_DIRECTORY: data,
      ADMIN_EMAIL: user.email,
      ADMIN_PASSWORD: user.password,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let complaints = ''
  child.stderr.setEncoding('utf8').on('data', (text) => {
    complaints += text
  })
  const origin = `http://127.0.0.1:${port}`
  try {
    await said(child, 'Ready')
    const response = await fetch(`${origin}/api/users/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(user),
    })
    const { token } = (await response.json()) as { token?: string }
    if (!token) throw new Error(`Expected to log in, got ${response.status}`)
    return {
      origin,
      pid: child.pid as number,
      token,
      complaints: () => complaints,
      stop: () => end(child),
    }
  } catch (error) {
    await end(child)
    throw new Error(`The server did not start. ${complaints}`, { cause: error })
  }
}

/** The largest resident set of a process so far, in bytes; null where the system does not tell. */
export function peakMemoryOf(pid: number): number | null {
  const file = `/proc/${pid}/status`
  if (!fs.existsSync(file)) return null
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(fs.readFileSync(file, 'utf8')) ?? []
  return kilobytes ? Number(kilobytes) * 1024 : null
}

/** The processes that a process has started, whose command holds a word. */
export function childrenOf(pid: number, word: string): number[] {
  const list = `/proc/${pid}/task/${pid}/children`
  if (!fs.existsSync(list)) return []
  return fs
    .readFileSync(list, 'utf8')
    .split(' ')
    .filter((id) => /^\d+$/.test(id))
    .filter((id) => fs.readFileSync(`/proc/${id}/cmdline`, 'utf8').includes(word))
    .map(Number)
}

async function said(child: ChildProcess, word: string): Promise<void> {
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream })
  for await (const line of lines) if (line.includes(word)) return
  throw new Error(`Expected it to say \`${word}\``)
}

function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

function freePort(): Promise<number> {
  const server = net.createServer()
  return new Promise((resolve) => {
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
