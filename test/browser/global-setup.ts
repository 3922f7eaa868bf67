import { spawn } from 'node:child_process'
import net from 'node:net'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { TestProject } from 'vitest/node'
import { ensureModules } from '../../src/server/modules.mjs'
import { createTestDatabase } from '../database.ts'
import openTestCluster from '../global-setup.ts'
import { chromiumExecutable, type Executable } from './chromium.ts'

declare module 'vitest' {
  interface ProvidedContext {
    testSite: {
      readonly origin: string
      readonly email: string
      readonly password: string
      readonly database: string
    }
    chromium: Executable
  }
}

const root = path.resolve(import.meta.dirname, '../..')
const email = 'admin@example.com'
const password = 'a password for the tests'

/** What `npm start` runs, in production, on a port and a database of its own; and a Chromium to look at it with. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  // Before the server under test looks: in production it would install without the packages that tests need.
  ensureModules(root, { forTests: true })
  const closeCluster = await openTestCluster(project)
  const { testCluster } = project.getProvidedContext()
  const port = await freePort()
  const database = await createTestDatabase(testCluster)
  const server = spawn(process.execPath, ['--conditions=production', 'src/server/start.mjs'], {
    cwd: root,
    env: {
      ...process.env,
      NODE_ENV: 'production',
      DATABASE_URL: database,
      WEBHOOK_HOSTS: '127.0.0.1',
      DATA_DIRECTORY: '.data/test/site',
      PORT: String(port),
      PUBLIC_URL: '',
      ADMIN_EMAIL: email,
      ADMIN_PASSWORD: password,
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const origin = `http://localhost:${port}`
  await ready(origin, ended)
  project.provide('testSite', { origin, email, password, database })
  project.provide('chromium', await chromiumExecutable())
  return async () => {
    server.kill('SIGTERM')
    await ended
    await closeCluster()
  }
}

/** Polls, for a first build takes a minute and a start some seconds. */
async function ready(origin: string, ended: Promise<void>): Promise<void> {
  let running = true
  ended.then(() => {
    running = false
  })
  while (running) {
    const response = await fetch(`${origin}/readyz`).catch(() => undefined)
    if (response?.ok) return
    await sleep(200)
  }
  throw new Error('The server under test ended before it was ready; what it said stands above')
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.listen(0, () => {
      const { port } = server.address() as net.AddressInfo
      server.close(() => resolve(port))
    })
  })
}
