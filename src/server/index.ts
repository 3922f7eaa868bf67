/**
 * Starts the set-up: environment, database, admin, Payload, HTTP, in the order below, saying what it does. The one
 * place that reads `process.env` and listens; everything else is handed what it needs.
 */
import http from 'node:http'
import { getPayload, type Payload } from 'payload'
import { ReadRefused } from '../delivery/problem.ts'
import { readerOf } from '../delivery/reader-of.ts'
import { openEnvironment } from '../platform/environment.ts'
import { closePayload, migrate, pendingMigrations } from '../platform/migrations.ts'
import { Refusal } from '../platform/refusal.ts'
import { refuse, say } from '../platform/say.mjs'
import { warmPress } from '../platform/typst/warm.ts'
import { openAdmin } from './admin.ts'
import { adminBuild, buildAdmin } from './admin-build.ts'
import { createApp } from './app.ts'
import { createFirstAdmin, type FirstAdmin } from './first-admin.ts'
import { portFrom, refusePort } from './port.mjs'
import { bringSample } from './sample.ts'
import { type ServerSettings, settingsFrom } from './settings.ts'
import { notReadyYet } from './starting.ts'

/** What is open, to be closed in the reverse order when the process is asked to end. */
const open: (() => Promise<unknown>)[] = []

async function start(): Promise<void> {
  const port = portFrom(process.env.PORT)
  const settings = settingsFrom(process.env)
  const server = await listen(port, settings)

  say(
    process.env.DATABASE_URL
      ? { en: 'Connecting to the database …', ja: 'データベースに接続しています…' }
      : { en: 'Starting the database …', ja: 'データベースを起動しています…' },
  )
  const environment = await openEnvironment(process.env)
  open.push(environment.close)

  const { distDir, isBuilt } = adminBuild()
  if (!isBuilt) {
    say({
      en: 'Building the admin; about a minute, only when it has changed …',
      ja: '管理画面をビルドしています。変更があったときだけで、1分ほどかかります…',
    })
    await buildAdmin(distDir)
  }

  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  open.push(() => closePayload(payload))
  const pending = await pendingMigrations(payload)
  if (pending.length) {
    say({
      en: `Updating the database (${pending.length} migrations) …`,
      ja: `データベースを更新しています（${pending.length} 件）…`,
    })
    await migrate(payload)
  }
  // Jobs begin when their tables are there.
  await getPayload({ config, cron: true })
  const firstAdmin = await createFirstAdmin(payload, settings)
  const samples = await bringSample(payload)
  if (samples.length)
    say({
      en: `Stored and published ${samples.length} sample policies.`,
      ja: `サンプルのポリシー${samples.length}件を取り込み、公表しました。`,
    })

  say({ en: 'Opening the admin …', ja: '管理画面を開いています…' })
  const admin = await openAdmin(distDir, port)
  server.removeAllListeners('request')
  server.on('request', createApp({ payload, settings, admin }))
  const policy = await anyPolicy(payload)
  const origin = settings.publicUrl?.origin ?? `http://localhost:${port}`
  sayAddresses(origin, policy?.links.page, firstAdmin)
  warmPress()
}

/** A policy to look at; none where a busy machine keeps the database from answering in time, which stops no start. */
async function anyPolicy(payload: Payload) {
  try {
    const [policy] = await readerOf(payload).policies()
    return policy
  } catch (error) {
    if (error instanceof ReadRefused) return undefined
    throw error
  }
}

/** Takes the port at once, and answers that the start is under way until the app is there. */
function listen(port: number, { host }: ServerSettings): Promise<http.Server> {
  const server = http.createServer(notReadyYet)
  return new Promise((resolve) => {
    server.once('error', (error) => refusePort(error, port))
    server.listen({ port, host }, () => {
      open.push(() => closeServer(server))
      resolve(server)
    })
  })
}

/** Takes no more connections, and lets the answers under way finish for a few seconds. */
function closeServer(server: http.Server): Promise<void> {
  const patience = setTimeout(() => server.closeAllConnections(), 5_000)
  return new Promise((resolve) => {
    server.close(() => {
      clearTimeout(patience)
      resolve()
    })
    server.closeIdleConnections()
  })
}

function sayAddresses(
  origin: string,
  page: string | undefined,
  firstAdmin: FirstAdmin | undefined,
): void {
  if (firstAdmin) {
    const { email, password, given } = firstAdmin
    say({
      en: `\nThe first user is ${email}, ${given ? 'with the password in ADMIN_PASSWORD' : `password ${password}\nThe password is not shown again: keep it, or change it in the admin`}.`,
      ja: `\n最初のユーザーは ${email} です。${given ? 'パスワードは ADMIN_PASSWORD のものです。' : `パスワード：${password}\nパスワードは二度と表示されません。控えておくか、管理画面で変更してください。`}`,
    })
  }
  say({
    en: `\nReady. Press Ctrl-C to stop.\n\n${page ? `  A policy  ${origin}${page}\n` : ''}  Admin     ${origin}/admin\n  Policies  ${origin}/api/privacy-policies\n  GraphQL   ${origin}/api/graphql   (explorer: ${origin}/api/graphql-playground)\n`,
    ja: `\n準備ができました。Ctrl-C で終了します。\n\n${page ? `  ポリシー  ${origin}${page}\n` : ''}  管理画面  ${origin}/admin\n  REST      ${origin}/api/privacy-policies\n  GraphQL   ${origin}/api/graphql （試す：${origin}/api/graphql-playground）\n`,
  })
}

let stopping: Promise<void> | undefined

async function stop(): Promise<void> {
  for (const close of open.reverse()) await close()
}

/** A second Ctrl-C does not wait. */
function onSignal(): void {
  if (stopping) process.exit(130)
  say({ en: 'Stopping …', ja: '終了しています…' })
  stopping = stop()
  stopping.then(
    () => process.exit(0),
    (error) => {
      console.error(error)
      process.exit(1)
    },
  )
}
process.on('SIGINT', onSignal)
process.on('SIGTERM', onSignal)

start().catch(async (error: unknown) => {
  if (stopping) return // What was under way when the signal came.
  await stop().catch(() => undefined)
  if (error instanceof Refusal) refuse(error.words)
  console.error(error)
  process.exit(1)
})
