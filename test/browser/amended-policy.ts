import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, expect, inject } from 'vitest'
import { runCommand } from '../cli/run.ts'
import { afterAmendment, beforeAmendment } from '../fixtures/amendment.ts'

/** The command, beside the running site and on its database; its files are gone after the tests of a file. */
export function commandBesideSite() {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'beside-site-'))
  afterAll(() => fs.rmSync(folder, { recursive: true }))
  return {
    async run(...args: readonly string[]): Promise<string> {
      const env = { DATABASE_URL: inject('testSite').database, DATA_DIRECTORY: folder }
      const { code, out, err } = await runCommand('ja', args, { env })
      expect(code, err).toBe(0)
      return out
    },
    file(name: string, content: string): string {
      const place = path.join(folder, name)
      fs.writeFileSync(place, content)
      return place
    },
  }
}

/** A policy whose first text is an edition of 2023, and whose working copy is its amendment; tells its id. */
export async function amendedPolicy(
  page: Page,
  organisation: string,
  { run, file }: ReturnType<typeof commandBesideSite>,
): Promise<string> {
  const target = ['--organisation', organisation, '--policy', 'privacy']
  const edition = ['--kind', 'import', '--effective-from', '2023-04-01']
  await run('import', file('before.txt', beforeAmendment), ...target, '--create-organisation')
  await run('publish', `${organisation}/privacy`, ...edition)
  await run('import', file('after.txt', afterAmendment), ...target, '--into-existing')
  const query = `where[organisation.slug][equals]=${organisation}&depth=0`
  const answer = await page.request.get(`/api/policies?${query}`)
  return (await answer.json()).docs[0].id
}
