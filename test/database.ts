import pg from 'pg'
import { inject, type ProvidedContext } from 'vitest'

/**
 * The url of a new database that has the schema and no rows; `empty` leaves out the schema too. It is dropped at the
 * end of the run.
 */
export function testDatabase(options?: { readonly empty?: boolean }): Promise<string> {
  return createTestDatabase(inject('testCluster'), options)
}

let made = 0

export async function createTestDatabase(
  { url, template, prefix }: ProvidedContext['testCluster'],
  { empty = false }: { readonly empty?: boolean } = {},
): Promise<string> {
  const name = `${prefix}${process.pid}_${++made}`
  const source = empty ? '' : `template ${template} strategy file_copy`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(`create database ${name} ${source}`)
  await client.end()
  return url.replace(/\/postgres$/, `/${name}`)
}
