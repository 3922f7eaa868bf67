import pg from 'pg'
import { openCluster } from './postgres-cluster.ts'
import { Refusal } from './refusal.ts'

/** A database to work on. Whoever opens it closes it; an embedded PostgreSQL stops with its last holder. */
export type Database = { readonly url: string; readonly close: () => Promise<void> }

type DatabaseOptions = {
  /** A PostgreSQL server of the operator's; without it, an embedded one serves. */
  readonly url: string | undefined
  /** Where the embedded one keeps its data. */
  readonly directory: string
}

const embeddedName = 'privacy_policy'

/** Opens the operator's database or the embedded one, and creates it when only the database itself is missing. */
export async function openDatabase({ url, directory }: DatabaseOptions): Promise<Database> {
  if (url !== undefined) {
    await ensureDatabase(url)
    return { url, close: async () => undefined }
  }
  const cluster = await openCluster({ directory })
  const embedded = cluster.url(embeddedName)
  await ensureDatabase(embedded)
  return { url: embedded, close: cluster.close }
}

/** Connects once; a database that does not exist is created, as its user may. */
async function ensureDatabase(url: string): Promise<void> {
  const address = addressOf(url)
  try {
    await query(url, 'select 1')
  } catch (error) {
    // 3D000 invalid_catalog_name: the server answers, the database is not there.
    if ((error as { code?: string }).code !== '3D000') throw notReachable(address, error)
    const name = decodeURIComponent(address.pathname.slice(1))
    const server = new URL(address)
    server.pathname = '/postgres'
    try {
      await query(server.href, `create database ${pg.escapeIdentifier(name)}`)
    } catch (cause) {
      // 42P04 duplicate_database: another instance starts at the same time.
      if ((cause as { code?: string }).code !== '42P04') throw notReachable(address, cause)
    }
  }
}

function addressOf(url: string): URL {
  const address = URL.canParse(url) ? new URL(url) : undefined
  if (address && /^postgres(ql)?:$/.test(address.protocol)) return address
  throw new Refusal({
    en: 'DATABASE_URL is not an address of a PostgreSQL database. Write it as postgres://user:password@host:5432/database.',
    ja: 'DATABASE_URL が PostgreSQL データベースのアドレスではありません。postgres://ユーザー:パスワード@ホスト:5432/データベース の形で書いてください。',
  })
}

async function query(connectionString: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    await client.query(text)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function notReachable(address: URL, cause: unknown): Refusal {
  const reason = reasonOf(cause)
  const shown = `${address.hostname}${address.port && `:${address.port}`}${address.pathname}`
  return new Refusal(
    {
      en: `The database at ${shown} cannot be used: ${reason}. Check DATABASE_URL and that its server runs, or leave DATABASE_URL empty for the embedded one.`,
      ja: `データベース ${shown} を使用できません：${reason}。DATABASE_URL とサーバーの稼働を確かめるか、DATABASE_URL を空にして内蔵のデータベースを使ってください。`,
    },
    { cause },
  )
}

/** A refused connection to a name with several addresses comes as an AggregateError without a message. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length) return reasonOf(error.errors[0])
  return error instanceof Error && error.message ? error.message : String(error)
}
