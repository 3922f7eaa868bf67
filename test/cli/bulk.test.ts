import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { testPayload } from '../payload.ts'
import { root, runCommand } from './run.ts'

vi.setConfig({ testTimeout: 240_000 })

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bulk-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const payload = await testPayload()
beforeAll(async () => {
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  for await (const _ of generatePolicies({ organisations: 2, editions: 1, seed: 3 }, reading));
})

const place = (name: string) => path.join(folder, name)

const run = (...args: readonly string[]) => runCommand('ja', args)

const partners = async () =>
  (await payload.find({ collection: 'joint-use-partners', depth: 0, sort: 'id' })).docs.map(
    ({ name }) => String(name),
  )

test('a partner is renamed, looked at, applied, applied again, and reverted', async () => {
  const before = await partners()
  const [name = ''] = before
  const plan = place('plan.json')
  const planned = await run('plan', 'rename-partner', name, '株式会社新名称', '--to', plan)
  expect(planned.code, planned.err).toBe(0)
  expect(planned.out).toContain(`name.ja: ${name} → 株式会社新名称`)
  expect(planned.out).toContain('［株式会社新名称］')
  expect(planned.err).toContain('何も書き込んでいません')
  expect(await partners()).toEqual(before)

  const applied = await run('apply', plan, '--by', '試験者')
  expect(applied.code, applied.err).toBe(0)
  expect(applied.out).toMatch(
    /書込み 1（記録 1、公表した版 0）、以前に済み 0、変更があり見送り 0、残り 0/,
  )
  expect(applied.err).toMatch(/1 \/ 1　毎秒 [\d.]+　残り 0 秒/)
  expect((await run('apply', plan)).out).toMatch(/書込み 0.*以前に済み 1/)

  const inverse = place('revert.json')
  const json = await run('revert', plan, '--to', inverse, '--format', 'json')
  expect(json.code, json.err).toBe(0)
  expect(JSON.parse(json.out)).toMatchObject({
    units: [{ changes: [{ after: { name: { ja: name } } }] }],
  })
  expect((await run('apply', inverse)).code).toBe(0)
  expect(await partners()).toEqual(before)
})

test('a change script, as HTML for who decides', async () => {
  const script = place('change.mts')
  fs.writeFileSync(
    script,
    `import { defineChange } from '${path.join(root, 'src/operations/bulk/index.ts')}'
export default defineChange({
  title: '窓口の受付時間 <b>',
  select: { collections: ['contacts'] },
  change: ({ hours }) => ({ hours: { ...hours, ja: '平日 10時から16時まで' } }),
})`,
  )
  const { code, out, err } = await run(
    'plan',
    script,
    '--to',
    place('hours.json'),
    '--format',
    'html',
    '--organisation',
    'made-up-3-1',
  )
  expect(code, err).toBe(0)
  expect(out).toMatch(/^<!doctype html>/)
  expect(out).toContain('窓口の受付時間 &#x3C;b>')
  expect(out).toContain('平日 10時から16時まで')
  expect(out).not.toContain('made-up-3-2')
})

test.each([
  ['nothing of that name', ['plan', 'set', 'nowhere.address=x'], exitCodes.missing, 'nowhere'],
  ['no such field', ['plan', 'set', 'made-up-3-1.adress=x'], exitCodes.refused, 'adress'],
  [
    'a required field emptied',
    ['plan', 'set', 'made-up-3-1.legalName='],
    exitCodes.refused,
    'legalName',
  ],
  ['no assignment', ['plan', 'set', 'address'], exitCodes.misspelt, '事業者.項目=値'],
  [
    'no such rule',
    ['plan', 'update-law-citations', '--finding', 'cite-stale'],
    exitCodes.misspelt,
    'cite-stale',
  ],
  ['a file that is not there', ['apply', 'nothing.json'], exitCodes.missing, 'nothing.json'],
  ['a file that is no plan', ['apply', 'package.json'], exitCodes.refused, '1行目'],
  [
    'a regular expression that is none',
    ['plan', 'replace-text', '(', 'x', '--regex'],
    exitCodes.refused,
    '正規表現',
  ],
])('%s ends with its code and says so', async (_, args, code, words) => {
  const own = args[0] === 'plan' ? [...args, '--to', place('refused.json')] : args
  const outcome = await run(...own)
  expect(outcome, outcome.err).toMatchObject({ code })
  expect(outcome.err).toContain(words)
  expect(fs.existsSync(place('refused.json'))).toBe(false)
})

test('drift is refused with the code of a conflict, by name', async () => {
  const [partner] = (await payload.find({ collection: 'joint-use-partners', depth: 0, limit: 1 }))
    .docs
  const plan = place('drift.json')
  await run('plan', 'rename-partner', String(partner?.name), '株式会社別名称', '--to', plan)
  await payload.update({
    collection: 'joint-use-partners',
    id: partner?.id ?? '',
    data: { url: 'https://example.co.jp/' },
  })
  const outcome = await run('apply', plan)
  expect(outcome.code).toBe(exitCodes.conflict)
  expect(outcome.err).toContain(String(partner?.name))
})
