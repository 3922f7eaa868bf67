import { sql } from '@payloadcms/db-postgres'
import type { Payload, PayloadRequest } from 'payload'

type Query = ReturnType<typeof sql>
type Database = { execute(query: Query): Promise<{ readonly rows: readonly unknown[] }> }
type Adapter = {
  readonly drizzle: Database
  readonly sessions: { readonly [id: string]: { readonly db: Database } }
  readonly tableNameMap: Map<string, string>
  readonly schemaName?: string
}

const adapterOf = (payload: Payload) => payload.db as unknown as Adapter

/** Runs a statement in the request's transaction, or on its own when there is none. */
export async function queryIn(
  req: Pick<PayloadRequest, 'payload' | 'transactionID'>,
  query: Query,
): Promise<{ readonly rows: readonly unknown[] }> {
  const adapter = adapterOf(req.payload)
  const id = await req.transactionID
  const session = id === undefined ? undefined : adapter.sessions[id]
  return (session?.db ?? adapter.drizzle).execute(query)
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
