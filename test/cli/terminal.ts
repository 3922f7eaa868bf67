import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'
import { afterAll, expect } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { testPayload } from '../payload.ts'
import { type Outcome, runCommand } from './run.ts'

export const sample = 'src/server/sample/aoba-health.txt'

/** The command on a test's own database, and in a folder of its own that is gone after the file's last test. */
export async function terminal() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'cli-'))
  afterAll(() => fs.rmSync(folder, { recursive: true }))
  const payload = await testPayload()
  const { pool } = payload.db as unknown as PostgresAdapter
  return {
    ...{ folder, payload, pool },
    reading: { req: await createLocalReq({}, payload), overrideAccess: true },
    run: (
      language: 'ja' | 'en',
      args: readonly string[],
      variables: { readonly [name: string]: string } = {},
    ) => runCommand(language, args, { env: { DATA_DIRECTORY: folder, ...variables } }),
    file(name: string, content: string | Uint8Array): string {
      const place = path.join(folder, name)
      fs.writeFileSync(place, content)
      return place
    },
    /** The number of rows of every table. */
    async rowCounts(): Promise<string> {
      const { rows } = await pool.query<{ counts: string }>(`
        select string_agg(tablename || ' ' || (xpath('/row/n/text()', query_to_xml(
          format('select count(*) as n from %I', tablename), false, true, '')))[1]::text, E'\n' order by tablename) as counts
        from pg_tables where schemaname = 'public'`)
      return rows[0]?.counts ?? ''
    },
  }
}

/** One sentence on stderr that says so, the exit code for it, and nothing of the programmer's. */
export function expectRefusal(
  { code, err }: Outcome,
  reason: keyof typeof exitCodes,
  words: string | RegExp,
): void {
  expect(err).toMatch(words)
  expect(err.trim().split('\n')).toHaveLength(1)
  expect(err).not.toMatch(/\n\s+at |node_modules|Error:|undefined/)
  expect(code).toBe(exitCodes[reason])
}
