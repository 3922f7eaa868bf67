import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { exportThere } from '../../src/cli/there/exchange-there.ts'
import { serverAt } from '../../src/cli/there/server.ts'
import { filesIn } from '../../src/operations/exchange/files-in.ts'
import { writeFolder } from '../../src/operations/exchange/write-folder.ts'
import { makeWorld, rowsOf, wipe } from '../operations/exchange/world.ts'
import { testPayload } from '../payload.ts'
import { run, through } from './command.ts'
import { serve } from './site.ts'

/* Everything out and in through a server: the same bytes, words and exit codes as at the database, for admins of all. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
process.env.REMOTE_IMPORT = '1'
const payload = await testPayload()
const { origin } = await serve(payload)
await makeWorld(payload, { organisations: 2, seed: 31 })
const admin = crypto.randomUUID()
const user = (name: string, apiKey: string, more: object) =>
  payload.create({
    collection: 'users',
    data: {
      ...{ name, email: `${name}@example.com`, password: 'a long enough password' },
      ...{ enableAPIKey: true, apiKey },
      ...more,
    } as never,
  })
await user('admin', admin, { policyRole: 'admin' })
const there = through(origin, admin)
const exchange = `${origin}/api/privacy-policy-exchange`

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'remote-exchange-'))
afterAll(() => fs.rmSync(folder, { recursive: true }))
const place = (name: string) => path.join(folder, name)
await run(['export', '--to', place('here')])
await run(['export', '--format', 'jsonl', '--to', place('all.jsonl')])
const contents = (name: string) =>
  Object.fromEntries(
    filesIn(place(name)).map((file) => [
      file,
      fs.readFileSync(path.join(place(name), file), 'utf8'),
    ]),
  )

test('an export through a server is the export at the database, as a folder and as lines', async () => {
  const here = await run(['export', '--to', place('again')])
  const remote = await there(['export', '--to', place('there')])
  expect([remote.code, remote.err]).toEqual([0, ''])
  expect(remote.out).toBe(here.out.replaceAll(place('again'), place('there')))
  expect(contents('there')).toEqual(contents('here'))

  const one = ['export', '--organisation', 'made-up-31-2', '--format', 'jsonl']
  const [lines, own] = [await there(one), await run(one)]
  expect([lines.code, lines.out]).toEqual([0, own.out])
  expect(own.out).not.toContain('made-up-31-1')
  const missing = ['export', '--organisation', 'nobody', '--to', place('nobody')]
  expect(await there(missing)).toEqual(await run(missing))
  expect(fs.existsSync(place('nobody'))).toBe(false)
})

test('an import through a server brings all of it back, and then has nothing to write', async () => {
  const before = await rowsOf(payload)
  await wipe(payload)
  const args = ['import', place('here')]
  const dry = await there([...args, '--dry-run'])
  expect(dry).toEqual(await run([...args, '--dry-run']))
  expect(dry.out).toContain('Nothing was written')
  const remote = await there(args)
  expect([remote.code, remote.out]).toEqual([0, expect.stringContaining('Imported: ')])
  expect(remote.err).toMatch(/2 \/ 2 {2}[\d.]+\/s/)
  expect(await rowsOf(payload)).toEqual(before)
  const again = await there([...args, '--apply'])
  expect(again).toEqual(await run([...args, '--apply']))
  expect(again.out).toContain('The database has all of it')

  await wipe(payload)
  expect((await there(['import', place('all.jsonl')])).code).toBe(0)
  expect(await rowsOf(payload)).toEqual(before)
})

test('what would change is told first, and written with --apply', async () => {
  const [purpose] = (await payload.find({ collection: 'purposes', limit: 1, depth: 0 })).docs
  const file = place('all.jsonl')
  await payload.update({
    collection: 'purposes',
    id: String(purpose?.id),
    data: { text: '後から変えた利用目的のため' },
  })
  const changed = await rowsOf(payload)
  const planned = await there(['import', file])
  expect(planned).toEqual(await run(['import', file]))
  expect(planned.out).toContain(`purposes/${purpose?.id}: text`)
  expect(await rowsOf(payload)).toEqual(changed)
  expect((await there(['import', file, '--apply'])).code).toBe(0)
  expect(JSON.stringify(await rowsOf(payload))).not.toContain('後から変えた')
})

test('what does not hold is named where it stands here, and nothing is written', async () => {
  const before = await rowsOf(payload)
  const broken = place('broken')
  fs.cpSync(place('here'), broken, { recursive: true })
  const record = filesIn(broken).find((file) => /purposes\//.test(file)) ?? ''
  const text = fs.readFileSync(path.join(broken, record), 'utf8')
  fs.writeFileSync(path.join(broken, record), text.replace('"text"', '"texts"'))
  const editions = path.join(
    broken,
    filesIn(broken).find((file) => /editions\.jsonl$/.test(file)) ?? '',
  )
  fs.writeFileSync(editions, fs.readFileSync(editions, 'utf8').replace('。', '、'))
  const lines = place('broken.jsonl')
  fs.writeFileSync(
    lines,
    fs
      .readFileSync(place('all.jsonl'), 'utf8')
      .replace('"collection":"purposes"', '"collection":"aims"'),
  )
  for (const name of [broken, lines]) {
    const remote = await there(['import', name, '--apply'])
    expect(remote).toEqual(await run(['import', name, '--apply']))
    expect(remote.code).toBe(exitCodes.refused)
  }
  const { err } = await there(['import', broken, '--apply'])
  expect(err).toMatch(new RegExp(`${record}:\\d+:\\d+ texts: `))
  expect(err).toContain('editions.jsonl:1')
  fs.writeFileSync(path.join(broken, record), '{')
  const malformed = await there(['import', broken])
  expect(malformed.code).toBe(exitCodes.refused)
  expect(malformed.err).toContain(`${record}:1:2: It cannot be read as JSON`)
  expect(await rowsOf(payload)).toEqual(before)
})

test('only admins of all organisations export and import', async () => {
  const before = await rowsOf(payload)
  const { docs } = await payload.find({ collection: 'organisations', limit: 1, depth: 0 })
  const within = { policyOrganisations: [docs[0]?.id] }
  const key = crypto.randomUUID()
  await user('own-admin', key, { policyRole: 'admin', ...within })
  const own = await through(origin, key)(['import', place('all.jsonl'), '--apply'])
  expect(own).toEqual({
    code: exitCodes.refused,
    out: '',
    err: 'Only admins of all organisations export and import. Sign in as one of them.',
  })
  const keys = [key]
  for (const [name, more] of [
    ['editor', { policyRole: 'editor' }],
    ['publisher', { policyRole: 'publisher', ...within }],
  ] as const) {
    keys.unshift(crypto.randomUUID())
    await user(name, keys[0] ?? '', more)
  }
  for (const authorization of [...keys.map((one) => `users API-Key ${one}`), ''])
    for (const name of ['export', 'import?apply=true']) {
      const response = await fetch(`${exchange}/${name}`, {
        method: 'POST',
        body: name === 'export' ? '{}' : fs.readFileSync(place('all.jsonl')),
        headers: { ...(authorization && { authorization }) },
      })
      expect([name, response.status]).toEqual([name, authorization ? 403 : 401])
      expect(await response.text()).not.toContain('made-up')
    }
  expect(await rowsOf(payload)).toEqual(before)
})

test('over REST, what cannot be read is refused by name', async () => {
  const asked = async (path: string, body: string) => {
    const response = await fetch(exchange + path, {
      method: 'POST',
      body,
      headers: { authorization: `users API-Key ${admin}`, 'accept-language': 'en' },
    })
    return [response.status, ((await response.json()) as { detail: string }).detail]
  }
  expect(await asked('/export', '{"organisation":"aoba"}')).toEqual([
    400,
    'Cannot read `organisation`. Expected: organisations.',
  ])
  expect(await asked('/export', '{"organisations":"aoba"}')).toEqual([
    400,
    'Cannot read `organisations`. Expected: ["…"].',
  ])
  expect(await asked('/import?apply=1', '')).toEqual([
    400,
    'Cannot read `apply`. Expected: true, false.',
  ])
  expect(await asked('/import?name=mine.jsonl', '{"apply":true}\n')).toEqual([
    400,
    expect.stringContaining('The first line of mine.jsonl is not that of an export.'),
  ])
})

test('of what a server sends, only what an export writes becomes a file, and only what is whole', async () => {
  const manifest = { format: 'payload-privacy-policy', version: 1, languages: ['ja'] }
  const record = { id: '01970000-0000-7000-8000-000000000001' }
  const end = { end: true }
  let sent: readonly object[] = []
  const server = http.createServer((_, res) =>
    // Empty lines say that there is more to come, and nothing else.
    res.end(sent.map((line) => `\n\n${JSON.stringify(line)}\n`).join('')),
  )
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  vi.stubEnv('PRIVACY_POLICY_API_KEY', admin)
  const brought = async (...lines: readonly object[]) => {
    sent = lines
    const { entries } = await exportThere(serverAt(`http://127.0.0.1:${port}`), {})
    return writeFolder(place('sent'), entries, ['ja'])
  }
  try {
    const purpose = { collection: 'purposes', organisation: 'aoba', record }
    for (const lines of [
      [{ ...purpose, organisation: '../../outside' }, end],
      [{ ...purpose, organisation: '..' }, end],
      [{ ...purpose, record: { id: '../../../outside' } }, end],
      [{ ...purpose, collection: 'organisations', organisation: 'a/../../b' }, end],
      [{ ...purpose, collection: 'policies', policy: '../x' }, end],
      [{ collection: 'policyEditions', organisation: '../x', policy: 'y', edition: {} }, end],
      [{ ...purpose, collection: 'users' }, end],
      [purpose],
    ])
      await expect(brought(manifest, ...lines)).rejects.toMatchObject({
        words: { en: 'The server’s answer broke off. Run it again.' },
      })
    await expect(brought(purpose, end)).rejects.toThrow()
    expect(fs.readdirSync(folder).filter((name) => /sent|outside/.test(name))).toEqual([])
    await brought(manifest, purpose, end)
    expect(filesIn(place('sent'))).toContain(`organisations/aoba/purposes/${record.id}.json`)
  } finally {
    vi.unstubAllEnvs()
    server.close()
  }
})
