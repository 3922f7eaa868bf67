import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { rules } from '../../src/core/check/rules/index.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { root } from '../cli/run.ts'
import { testPayload, withoutGate } from '../payload.ts'
import { run, through } from './command.ts'
import { serve } from './site.ts'

/* Bulk updates by the command through a server: the same output, files and exit codes as at the database. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
withoutGate(payload)
const { origin } = await serve(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
for await (const _ of generatePolicies({ organisations: 2, editions: 1, seed: 3 }, reading));
for (const { id } of (await payload.find({ collection: 'contacts', depth: 0, pagination: false }))
  .docs)
  await payload.update({ collection: 'contacts', id, data: { hours: '平日 9時から17時まで' } })
const apiKey = crypto.randomUUID()
await payload.create({
  collection: 'users',
  data: {
    ...{ name: '山田', email: 'yamada@example.com', password: 'a long enough password' },
    ...{ enableAPIKey: true, apiKey, policyRole: 'admin' },
  },
})
const there = through(origin, apiKey)
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'remote-bulk-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const place = (name: string) => path.join(folder, name)
/** What was made up has errors of its own, which are not what is tested here. */
const waiveAll = rules.flatMap(({ id }) => ['--waive', `${id}=架空の文のため`])

const hours = async () =>
  (
    await payload.find({ collection: 'contacts', depth: 0, sort: 'id', pagination: false })
  ).docs.map((doc) => String(doc.hours))
/** A plan without who made it and when, and the name that follows from that. */
const planIn = (file: string) => {
  const { madeAt: _, madeBy, sha256: __, ...rest } = JSON.parse(fs.readFileSync(file, 'utf8'))
  return { madeBy, rest }
}
const shared = (text: string, file: string) =>
  text.replaceAll(/[\da-f]{64}/g, '…').replaceAll(file, 'FILE')

/** The same command at the database and through the server. */
async function both(args: readonly string[], name: string) {
  const [here, file] = [place(`${name}-here.json`), place(`${name}.json`)]
  const [local, remote] = [await run([...args, '--to', here]), await there([...args, '--to', file])]
  expect([remote.code, shared(remote.err, file)]).toEqual([local.code, shared(local.err, here)])
  expect(shared(remote.out, file)).toBe(shared(local.out, here))
  return { file, here, remote }
}

test('planned, applied and reverted through a server, a change is signed by the user of the key', async () => {
  const before = await hours()
  const args = ['plan', 'replace-text', '平日', '毎日', '--collection', 'contacts']
  const { file, here, remote } = await both([...args, '--format', 'json'], 'plan')
  expect([remote.code, remote.out]).toEqual([0, expect.stringContaining('毎日')])
  expect(planIn(file).rest).toEqual(planIn(here).rest)
  expect(planIn(file).madeBy).toBe('山田')
  expect(await hours()).toEqual(before)

  const dry = await there(['apply', file, ...waiveAll, '--dry-run'])
  const dryHere = await run(['apply', file, ...waiveAll, '--dry-run'])
  expect([dry.code, dry.out]).toEqual([dryHere.code, dryHere.out])
  const applied = await there(['apply', file, ...waiveAll])
  expect(applied.code, applied.err).toBe(0)
  expect(applied.out).toMatch(/^Written 2 \(\d+ records, 0 editions\), done before 0/)
  expect(applied.err).toMatch(/2 \/ 2 {2}[\d.]+\/s/)
  const again = await there(['apply', file, ...waiveAll])
  expect(again).toEqual(await run(['apply', file, ...waiveAll]))
  expect((await hours()).join()).toContain('毎日')
  const { docs } = await payload.find({ collection: 'privacy-policy-bulk-updates', depth: 0 })
  expect(docs.map(({ appliedBy }) => appliedBy)).toEqual(['山田', '山田'])

  const back = await both(['revert', file], 'revert')
  expect((await there(['apply', back.file, ...waiveAll])).code).toBe(0)
  expect(await hours()).toEqual(before)
})

test('a change script reads through the server, runs here, and makes the plan that it makes there', async () => {
  const script = place('change.mts')
  fs.writeFileSync(
    script,
    `import { defineChange } from '${path.join(root, 'src/core/bulk/define-change.ts')}'
export default defineChange({
  title: '窓口の受付時間',
  select: { collections: ['contacts'] },
  change: ({ hours }, { organisation }) =>
    organisation?.slug.endsWith('-1') ? { hours: { ...hours, ja: '10時から16時まで' } } : null,
})`,
  )
  const { file, here, remote } = await both(['plan', script], 'script')
  expect([remote.code, remote.out]).toEqual([0, expect.stringContaining('10時から16時まで')])
  expect(planIn(file).rest).toEqual(planIn(here).rest)
})

test('what is refused is refused alike, and leaves no file', async () => {
  const lines = place('lines.jsonl')
  fs.writeFileSync(lines, '{"collection":"purposes","id":"none","set":{}}\n{"collection":\n')
  expect((await both(['plan', 'apply', lines], 'lines')).remote).toMatchObject({
    code: exitCodes.refused,
    err: expect.stringContaining('lines.jsonl:2'),
  })
  for (const name of ['lines', 'lines-here'])
    expect(fs.existsSync(place(`${name}.json`))).toBe(false)
  for (const args of [
    ['apply', 'package.json'],
    ['revert', 'package.json'],
  ]) {
    const remote = await there(args)
    expect(remote).toEqual(await run(args))
    expect([exitCodes.refused, exitCodes.missing]).toContain(remote.code)
  }
  const signed = await there(['plan', 'update-law-citations', '--by', 'somebody'])
  expect([signed.code, signed.err]).toEqual([exitCodes.misspelt, expect.stringContaining('--by')])
})

test('drift is a conflict, by name', async () => {
  const file = place('drift.json')
  const args = ['plan', 'replace-text', '平日', '月曜', '--collection', 'contacts', '--to', file]
  expect((await there(args)).code).toBe(0)
  const { docs } = await payload.find({ collection: 'contacts', depth: 0, limit: 1 })
  await payload.update({
    collection: 'contacts',
    id: docs[0]?.id ?? '',
    data: { url: 'https://example.co.jp/' },
  })
  const remote = await there(['apply', file, ...waiveAll])
  expect(remote).toEqual(await run(['apply', file, ...waiveAll]))
  expect(remote.code).toBe(exitCodes.conflict)
})
