import { type SpawnSyncReturns, spawnSync } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import {
  type Account,
  type PostgresPrograms,
  postgresAccount,
  postgresEnvironment,
  postgresPrograms,
  reachable,
} from './postgres-programs.ts'
import { Refusal } from './refusal.ts'

/** Where the data of an embedded PostgreSQL are, and what serves them. */
export type Place = {
  readonly data: string
  readonly log: string
  readonly passwordFile: string
  /** Names the cluster in the command line of each of its processes. */
  readonly name: string
  readonly account: Account
  readonly programs: PostgresPrograms
  readonly durable: boolean
}
/** The place under `directory`; the data themselves may not be there yet. */
export function placeOf(directory: string, durable: boolean): Place {
  fs.mkdirSync(directory, { recursive: true })
  const root = fs.realpathSync(directory)
  const data = path.join(root, 'postgres')
  if (fs.existsSync(data)) assertOurs(data)
  const account = postgresAccount(data)
  const digest = createHash('sha256').update(data).digest('hex')
  return {
    data,
    log: path.join(root, 'postgres.log'),
    passwordFile: path.join(root, 'postgres-password'),
    name: `privacy-policy-${digest.slice(0, 16)}`,
    account,
    programs: postgresPrograms(account),
    durable,
  }
}

function assertOurs(data: string): void {
  const { uid } = fs.statSync(data)
  const us = process.getuid?.()
  if (us === undefined || us === 0 || us === uid) return
  throw new Refusal({
    en: `The data in ${data} belong to another account (uid ${uid}). Start as that account, or set DATA_DIRECTORY to a folder of your own.`,
    ja: `${data} のデータは別のアカウント（uid ${uid}）のものです。そのアカウントで起動するか、DATA_DIRECTORY に自分のフォルダーを指定してください。`,
  })
}

/** `initdb` into a folder beside, renamed when it is complete: a killed first run leaves no half cluster. */
export function createData(place: Place): void {
  const unfinished = `${place.data}.${process.pid}`
  fs.rmSync(unfinished, { recursive: true, force: true })
  fs.mkdirSync(unfinished, { mode: 0o700 })
  if (place.account) fs.chownSync(unfinished, place.account.uid, place.account.gid)
  // The account may not be able to enter the folder, so it gets the password as an open file.
  const password = fs.openSync(`${unfinished}.password`, 'w+', 0o600)
  fs.writeSync(password, passwordOf(place), 0)
  if (place.account) fs.fchownSync(password, place.account.uid, place.account.gid)
  // A C locale would make upper(), \w and pg_trgm blind to Japanese; ICU sorts it as readers expect.
  const libcLocale = process.platform === 'darwin' ? 'en_US.UTF-8' : 'C.UTF-8'
  const result = spawnSync(
    place.programs.initdb,
    [
      `--pgdata=${reachable(unfinished, place.account)}`,
      '--username=postgres',
      '--auth=scram-sha-256',
      '--pwfile=/dev/stdin',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=ja-JP',
      `--lc-collate=${libcLocale}`,
      `--lc-ctype=${libcLocale}`,
      '--no-instructions',
      ...(place.durable ? [] : ['--no-sync']),
    ],
    {
      ...place.account,
      cwd: unfinished,
      env: postgresEnvironment,
      encoding: 'utf8',
      stdio: [password, 'pipe', 'pipe'],
    },
  )
  fs.closeSync(password)
  fs.rmSync(`${unfinished}.password`)
  if (result.status !== 0) {
    fs.rmSync(unfinished, { recursive: true, force: true })
    throw notCreated(place, result)
  }
  try {
    fs.renameSync(unfinished, place.data)
  } catch (error) {
    // Another process was quicker: theirs is as good.
    if (!fs.existsSync(path.join(place.data, 'PG_VERSION'))) throw error
    fs.rmSync(unfinished, { recursive: true, force: true })
  }
}

function notCreated(place: Place, result: SpawnSyncReturns<string>): Refusal {
  const reason = result.error?.message ?? lastLine(result.stderr)
  return new Refusal({
    en: `PostgreSQL could not create its data in ${place.data}: ${reason}. Free the cause or set DATABASE_URL to a PostgreSQL server.`,
    ja: `PostgreSQL がデータを ${place.data} に作成できません：${reason}。原因を取り除くか、DATABASE_URL に PostgreSQL サーバーを指定してください。`,
  })
}

export function passwordOf({ passwordFile, data }: Place): string {
  if (fs.existsSync(passwordFile)) return fs.readFileSync(passwordFile, 'utf8').trim()
  if (fs.existsSync(data)) {
    throw new Refusal({
      en: `${passwordFile} is missing, and ${data} cannot be opened without it. Put it back, or move ${data} away to begin with an empty database.`,
      ja: `${data} を開くためのパスワード ${passwordFile} がありません。元に戻すか、${data} を別の場所へ移して空のデータベースから始めてください。`,
    })
  }
  try {
    fs.writeFileSync(passwordFile, randomBytes(24).toString('hex'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return fs.readFileSync(passwordFile, 'utf8').trim()
}

/** The line of a log that says what went wrong. */
export const lastLine = (text: string) =>
  text
    .trim()
    .split('\n')
    .findLast((line) => /FATAL|error|:/.test(line))
    ?.trim() ?? 'no reason given'
