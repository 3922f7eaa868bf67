import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'
import type pg from 'pg'
import { settingsOf } from '../settings.ts'

type Query = ReturnType<typeof sql>
type Rows = { readonly rows: readonly unknown[] }
type Database = {
  execute(query: Query): Promise<Rows>
  readonly _: {
    readonly session: {
      prepareQuery(
        query: { readonly sql: string; readonly params: unknown[] },
        fields: undefined,
        name: string | undefined,
        isResponseInArrayMode: boolean,
      ): { execute(): Promise<Rows> }
    }
  }
}
type Adapter = {
  readonly drizzle: Database
  readonly sessions: { readonly [id: string]: { readonly db: Database } }
  readonly tableNameMap: Map<string, string>
  readonly schemaName?: string
}

const adapterOf = (payload: Payload) => payload.db as unknown as Adapter

/** The connections of Payload's adapter for PostgreSQL. */
export const poolOf = ({ db }: Pick<Payload, 'db'>) =>
  (db as unknown as { readonly pool: pg.Pool }).pool

/** Runs a statement in the request's transaction, or on its own when there is none. */
export async function queryIn(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  query: Query,
): Promise<Rows> {
  return (await databaseOf(req)).execute(query)
}

/** The same of a statement with $1, $2 … One with a name is planned once a connection. */
export async function runIn(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  text: string,
  values: readonly unknown[],
  name?: string,
): Promise<Rows> {
  const { session } = (await databaseOf(req))._
  const own = mayName(req.payload) ? name : undefined
  return session.prepareQuery({ sql: text, params: [...values] }, undefined, own, false).execute()
}

async function databaseOf({
  payload,
  transactionID,
}: Pick<PayloadRequest, 'payload' | 'transactionID'>): Promise<Database> {
  const adapter = adapterOf(payload)
  const id = await transactionID
  const session = id === undefined ? undefined : adapter.sessions[id]
  return session?.db ?? adapter.drizzle
}

/**
 * Behind a transaction pooler, a connection's named statements are another's. Who reads outside of any transaction tries
 * and sees (`delivery/prepared.ts`); within one, that error would be its end.
 */
export function mayName(payload: Payload): boolean {
  const { listen, connectionString } = settingsOf(payload).watch
  return listen && connectionString === null
}

/** The name of a collection's table, with its schema, quoted. */
export function tableNameOf(payload: Payload, collection: string): string {
  const adapter = adapterOf(payload)
  const snake = collection.replace(/-/g, '_')
  const table = adapter.tableNameMap.get(snake) ?? snake
  const quoted = `"${table.replaceAll('"', '""')}"`
  return adapter.schemaName ? `"${adapter.schemaName.replaceAll('"', '""')}".${quoted}` : quoted
}

export function tableOf(payload: Payload, collection: string): Query {
  return sql.raw(tableNameOf(payload, collection))
}
