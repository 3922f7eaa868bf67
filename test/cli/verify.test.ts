import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { canonicalJson, type EditionRow, writeReceipt } from '../../src/core/edition/index.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { customers, open } from '../delivery/shelf.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'
import { runCommand } from './run.ts'

vi.setConfig({ testTimeout: 240_000 })

const payload = await testPayload()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'verify-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))

const run = (args: readonly string[], input?: string, language: 'ja' | 'en' = 'en') =>
  runCommand(language, args, {
    env: { DATA_DIRECTORY: folder },
    ...(input !== undefined && { input }),
  })
const verify = (args: readonly string[], input?: string, language?: 'ja' | 'en') =>
  run(['verify', ...args], input, language)

const whole = open(customers)
  .map((edition) => `${canonicalJson(edition)}\n`)
  .join('')
const altered = whole.replace('collects lawfully', 'collects at will')
const head = customers.at(-1)?.sha256
const receipt = writeReceipt(customers[1] as EditionRow, 'en')
function file(name: string, text: string): string {
  const place = path.join(folder, name)
  fs.writeFileSync(place, text)
  return place
}

test('a file and standard input, with a receipt, in words and as JSON', async () => {
  const [fromFile, fromInput] = await Promise.all([
    verify([file('editions.jsonl', whole), '--receipt', receipt]),
    verify(['--format', 'json'], whole),
  ])
  expect(fromFile).toEqual({
    code: 0,
    out: `All 6 editions hold, each chained to the one before.\nsha256 ${head}\nThe receipt is of edition 2, which stands in the chain.\n`,
    err: '',
  })
  expect([fromInput.code, fromInput.err]).toEqual([0, ''])
  expect(JSON.parse(fromInput.out)).toMatchObject({ ok: true, editions: 6, sha256: head })
})

test('what does not hold is named, by exit codes that tell it apart', async () => {
  const other = receipt.replace(customers[1]?.sha256 ?? '', head ?? '')
  const [forged, unproven, unread, missing] = await Promise.all([
    verify([file('forged.jsonl', altered)], undefined, 'ja'),
    verify(['-', '--receipt', other], whole),
    verify(['--receipt', 'policy-1'], whole),
    verify([], ''),
  ])
  expect(forged).toEqual({
    code: exitCodes.doesNotHold,
    out: '2 行目（第2版）が正しくありません。言語 en の本文がハッシュ値と一致しません。公表後に書き換えられています。（それより前の 1 版は正しい）\n',
    err: '',
  })
  expect(unproven.code).toBe(exitCodes.receiptUnproven)
  expect(unproven.out).toMatch(/The hash of the receipt is not that of edition 2\.\n$/)
  expect(unread).toMatchObject({
    code: exitCodes.misspelt,
    err: expect.stringMatching(/^Cannot read the receipt/),
  })
  expect(missing).toMatchObject({
    code: exitCodes.missing,
    err: 'There is no edition in -. Give what /editions.jsonl sends.\n',
  })
})

test('from the web, within limits', async () => {
  const server = http.createServer((request, response) => {
    if (request.url === '/editions.jsonl')
      return response.setHeader('content-type', 'application/jsonl').end(whole)
    if (request.url === '/cut') {
      response.setHeader('content-length', whole.length * 2).write(whole)
      return setTimeout(() => response.destroy(), 50)
    }
    return response.writeHead(404, { 'content-type': 'application/problem+json' }).end('{}')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const [good, cut, none] = await Promise.all([
    verify([`${origin}/editions.jsonl`]),
    verify([`${origin}/cut`]),
    verify([`${origin}/none`]),
  ])
  server.close()
  expect(good).toMatchObject({ code: 0, err: '' })
  expect(cut).toMatchObject({
    code: exitCodes.unavailable,
    out: '',
    err: expect.stringContaining('broke off'),
  })
  expect(none).toMatchObject({ code: exitCodes.unavailable, err: expect.stringContaining('404') })
})

test('by its name, from the database; and a preview before it is there', async () => {
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  const names = { organisation: 'hidamari', policy: 'privacy', createOrganisation: true }
  const { policy } = await importPolicy({ documents: [hidamari], ...names }, reading)
  const previewed = await run(['preview', 'hidamari/privacy', '--effective-from', '2027-04-01'])
  expect(previewed.out).toMatch(
    /^\/hidamari\/privacy\?preview=\S+\n\/api\/privacy-policies\/hidamari\/privacy\.json\?preview=\S+\nvalid until \S+ sha256 [0-9a-f]{64}\n$/,
  )
  expect(previewed).toMatchObject({ code: 0, err: '' })
  const { edition } = await publishPolicy({ policy }, reading)
  const good = await verify(['hidamari/privacy', '--receipt', writeReceipt(edition, 'ja')])
  expect(good).toMatchObject({ code: 0, out: expect.stringContaining(`sha256 ${edition.sha256}`) })
})
