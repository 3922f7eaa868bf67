import pg from 'pg'
import { inject } from 'vitest'

let made = 0

/**
 * The url of a new database that has the schema and no rows; `empty` leaves out the schema too. It is dropped at the
 * end of the run.
 */
export async function testDatabase({ empty = false } = {}): Promise<string> {
  const { url, template, prefix } = inject('testCluster')
  const name = `${prefix}${process.pid}_${++made}`
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    empty
      ? `create database ${name}`
      : `create database ${name} template ${template} strategy file_copy`,
  )
  await client.end()
  return url.replace(/\/postgres$/, `/${name}`)
}
