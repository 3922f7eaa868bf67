import http from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import { renamePartner } from '../../src/core/bulk/changes/rename-partner.ts'
import { planned } from '../operations/plan-and-apply.ts'
import { bulkWorld, type Headers, linesIn, refusalIn, unitsIn } from './bulk-world.ts'

/* Plans over REST: what an editor may plan, and what is refused by its name. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const world = await bulkWorld()
const { all, apply, at, hours, origin, payload, plan, post, reading, state } = world
const { admin, editor, viewer } = world
const [first, second, third] = world.organisations
const [a, , c] = world.slugs
const inJapanese = (value: unknown): string => (value as { ja: string }).ja

describe('a plan', () => {
  test('is the plan file itself, of what the user may edit, and writes nothing', async () => {
    const before = await state()
    const [partner] = await all('joint-use-partners', { organisation: { equals: first.id } })
    const from = inJapanese(partner?.name)
    const request = { change: 'rename-partner', from, to: '株式会社新名称' }
    const asked = await plan(request)
    expect([asked.status, asked.headers['content-type'], asked.headers['cache-control']]).toEqual([
      200,
      'application/json; charset=utf-8',
      'private, no-store',
    ])
    const here = await planned(renamePartner({ from, to: '株式会社新名称' }), reading)
    const units = await unitsIn(asked.text)
    expect(units.length).toBeGreaterThan(0)
    // Rows that are new get an id of their own each time.
    const bare = (value: unknown) =>
      JSON.parse(JSON.stringify(value, (key, own) => (key === 'id' ? undefined : own)))
    expect(bare(units)).toEqual(
      bare(here.units.filter(({ organisation }) => organisation?.id !== third.id)),
    )
    expect(JSON.parse(asked.text).madeBy).toBe('editor')
    expect(await state()).toBe(before)
  })

  test('shows its comparisons too, a line each, when it is asked to', async () => {
    const lines = linesIn((await plan(hours('平日（祝日を除く。）'), editor, '?shown=true')).text)
    expect(lines[0]).toMatchObject({ head: { schema: 1, madeBy: 'editor' } })
    expect(lines[1]).toMatchObject({
      unit: { organisation: { slug: a } },
      comparisons: [{ slug: 'privacy-policy', language: 'ja', table: { rows: expect.anything() } }],
    })
    expect(lines.at(-1)).toMatchObject({
      counts: { organisations: 2 },
      sha256: expect.stringMatching(/^[\da-f]{64}$/),
    })
  })

  test('holds the library for admins of all organisations only', async () => {
    const [clause] = await all('exception-clauses', { organisation: { exists: false } })
    const library =
      clause ??
      (await payload.create({
        collection: 'exception-clauses',
        data: {
          text: '法令に基づく場合',
          basis: 'appi-27-1-1',
          appliesTo: 'third-party-provision',
        },
      } as never))
    const text = { ...(clause?.text as object), ja: '法令の規定による場合' }
    const line = JSON.stringify({ collection: 'exceptionClauses', id: library.id, set: { text } })
    const jsonl = { 'Content-Type': 'application/jsonl' }
    const refused = await plan(line, { ...editor, ...jsonl })
    expect(refusalIn(refused)).toEqual([422, 'bulk-invalid', expect.stringContaining(library.id)])
    const asked = await plan(line, { ...admin, ...jsonl })
    expect((await unitsIn(asked.text))[0]?.organisation).toBeNull()
    // Nor does an editor apply what an admin has planned.
    const applied = await apply(asked.text)
    expect(refusalIn(applied)).toEqual([403, 'not-allowed', expect.stringContaining('library')])
  })
})

test.each(['plan', 'records', 'apply', 'revert'])('%s is for editors', async (name) => {
  const body = { change: 'update-law-citations' }
  expect(refusalIn(await post(`${at}/${name}`, body))[0]).toBe(401)
  expect(refusalIn(await post(`${at}/${name}`, body, viewer))[0]).toBe(403)
})

test.each<[string, unknown, Headers, number, string]>([
  ['no change', {}, {}, 400, 'rename-partner'],
  ['no such change', { change: 'delete' }, {}, 400, 'rename-partner'],
  ['an unknown option', { change: 'rename-partner', from: 'a', into: 'b' }, {}, 400, 'into'],
  ['a missing option', { change: 'rename-partner', from: 'a' }, {}, 400, '`to`'],
  ['no JSON', 'x', {}, 400, 'JSON'],
  ['no assignment', { change: 'set', assignments: ['x'] }, {}, 400, 'FIELD=VALUE'],
  [
    'a regular expression that is none',
    { change: 'replace-text', from: '(', to: 'x', regularExpression: true },
    ...([{}, 422, 'regular'] as const),
  ],
  [
    'an organisation that is not there',
    { change: 'rename-partner', from: 'a', to: 'b', select: { organisations: ['nowhere'] } },
    ...([{}, 404, 'nowhere'] as const),
  ],
  [
    'a malformed line',
    '{"collection":"purposes","id":"x","set":{}}\n\n{"collection":"purposes"',
    ...([{ 'Content-Type': 'application/jsonl' }, 422, 'lines:3'] as const),
  ],
  [
    'a line of another one’s record',
    JSON.stringify({ collection: 'organisations', id: third.id, set: { url: 'https://a.jp/' } }),
    ...([{ 'Content-Type': 'application/jsonl' }, 422, third.id] as const),
  ],
  [
    'a field that only admins change',
    JSON.stringify({ collection: 'organisations', id: first.id, set: { slug: 'other' } }),
    ...([{ 'Content-Type': 'application/jsonl' }, 403, 'slug'] as const),
  ],
])('%s is refused with its name', async (_, body, headers, status, words) => {
  const refused = refusalIn(await plan(body, { ...editor, 'Accept-Language': 'en', ...headers }))
  expect([refused[0], refused[2]]).toEqual([status, expect.stringContaining(words)])
})

test('what is refused after the first organisation ends the plan, which is none then', async () => {
  const [[one], [other]] = [
    await all('contacts', { organisation: { equals: first.id } }),
    await all('contacts', { organisation: { equals: second.id } }),
  ]
  const lines = [
    { collection: 'contacts', id: one?.id, set: { url: 'https://example.com/' } },
    { collection: 'contacts', id: other?.id, set: { email: 'nobody' } },
  ]
  const jsonl = { ...editor, 'Content-Type': 'application/jsonl' }
  const { status, text } = await plan(lines.map((line) => JSON.stringify(line)).join('\n'), jsonl)
  const { refused } = JSON.parse(text.trimEnd().split('\n').at(-1) ?? '')
  expect([status, refused]).toMatchObject([
    200,
    { status: 422, code: 'bulk-invalid', detail: expect.stringContaining('lines:2') },
  ])
  expect((await apply(text)).status).toBe(422)
})

test('another’s organisation is refused as one that is not there', async () => {
  const known = await plan(hours('毎日', [c]))
  const unknown = await plan(hours('毎日', ['nowhere']))
  expect(known.status).toBe(404)
  expect(known.text.replaceAll(c, 'nowhere')).toBe(unknown.text)
})
test('what is too large is refused at once, by what is announced and by what comes', async () => {
  const announced = (name: string, length: number) =>
    new Promise<number>((resolve, reject) => {
      const headers = { ...editor, 'Content-Length': length }
      const request = http.request(`${origin}${at}/${name}`, { method: 'POST', headers })
      request.on('response', ({ statusCode }) => {
        resolve(statusCode ?? 0)
        request.destroy()
      })
      request.once('error', reject)
      request.flushHeaders()
    })
  expect(await announced('apply', 2 ** 29)).toBe(413)
  expect(await announced('plan', 2 ** 25)).toBe(413)
  const chunked = await new Promise<number>((resolve) => {
    const request = http.request(`${origin}${at}/plan`, { method: 'POST', headers: editor })
    request.on('response', ({ statusCode }) => resolve(statusCode ?? 0))
    request.on('error', () => undefined)
    for (let i = 0; i < 20; i++) request.write(Buffer.alloc(1024 * 1024, 'x'))
  })
  expect(chunked).toBe(413)
})
