import { createHash } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import os from 'node:os'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { renamePartner } from '../../src/core/bulk/changes/rename-partner.ts'
import type { PlanUnit } from '../../src/core/bulk/plan.ts'
import { planWriter, readPlan } from '../../src/core/bulk/plan-file.ts'
import { rules } from '../../src/core/check/rules/index.ts'
import { generatePolicies } from '../../src/operations/generate-policies.ts'
import { planned } from '../operations/plan-and-apply.ts'
import { testPayload, withoutGate } from '../payload.ts'
import { serve } from './site.ts'

/* Bulk updates over REST: what an editor may plan and apply, and what nobody gets past it. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bulk-updates-'))
process.env.TMPDIR = folder
afterAll(() => {
  // What was put aside is gone, however it ended.
  expect(fs.readdirSync(folder)).toEqual([])
  fs.rmSync(folder, { recursive: true })
})
const payload = await testPayload()
withoutGate(payload)
const { post, origin } = await serve(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const at = '/api/privacy-policy-bulk-updates'

type Doc = { readonly id: string; readonly [field: string]: unknown }
const all = async (collection: string, where = {}) =>
  (
    await payload.find({
      collection: collection as never,
      where,
      ...{ locale: 'all', depth: 0, joins: false, pagination: false, sort: 'id' },
    } as never)
  ).docs as unknown as readonly Doc[]

for await (const _ of generatePolicies({ organisations: 3, editions: 1, seed: 7 }, reading));
const [first, second, third] = (await all('organisations')).toSorted((a, b) =>
  String(a.slug).localeCompare(String(b.slug)),
) as [Doc, Doc, Doc]
const [a, b, c] = [first, second, third].map(({ slug }) => String(slug)) as [string, string, string]

const keyOf = async (name: string, policyRole: string, policyOrganisations: readonly string[]) => {
  const apiKey = crypto.randomUUID()
  await payload.create({
    collection: 'users',
    data: {
      ...{ name, email: `${name}@example.com`, password: 'a long enough password' },
      ...{ enableAPIKey: true, apiKey, policyRole, policyOrganisations },
    } as never,
  })
  return { Authorization: `users API-Key ${apiKey}` }
}
const editor = await keyOf('editor', 'editor', [first.id, second.id])
const publisher = await keyOf('publisher', 'publisher', [first.id, second.id])
const viewer = await keyOf('viewer', 'viewer', [first.id])
const admin = await keyOf('admin', 'admin', [])

type Headers = { readonly [name: string]: string }
const plan = (body: unknown, as: Headers = editor, query = '') =>
  post(`${at}/plan${query}`, body, as)
const apply = (text: string, as: Headers = editor, options: object = {}) =>
  post(`${at}/apply`, `${JSON.stringify({ waivers: waiveAll, ...options })}\n${text}`, as)
/** What was made up has errors of its own, which are not what is tested here. */
const waiveAll = rules.map(({ id }) => ({ finding: id, reason: '架空の文のため' }))
const linesIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))
const hours = (text: string, organisations = [a, b]) => ({
  change: 'replace-text',
  ...{ from: '平日', to: text },
  select: { organisations, collections: ['contacts'] },
})
const unitsIn = async (text: string) => {
  const units: PlanUnit[] = []
  for await (const line of readPlan(text.trimEnd().split('\n')))
    if ('unit' in line) units.push(line.unit)
  return units
}
const refusalIn = ({ status, text }: { status: number; text: string }) => {
  const problem = JSON.parse(text)
  expect(problem.status).toBe(status)
  return [status, problem.code, problem.detail] as const
}
const inJapanese = (value: unknown): string => (value as { ja: string }).ja
/** What all records say, and the log. */
const state = async () => {
  const found: unknown[] = []
  for (const name of ['contacts', 'purposes', 'joint-use-partners', 'organisations', 'policies'])
    found.push(await all(name))
  const log = await all('privacy-policy-bulk-updates')
  return createHash('sha256')
    .update(JSON.stringify([found, log]))
    .digest('hex')
}
/** A plan as somebody could write it who knows the format. */
const forged = async (text: string, change: (unit: PlanUnit) => PlanUnit) => {
  const writer = planWriter({
    schema: 1,
    title: '偽の計画',
    madeAt: '2026-11-26T00:00:00.000Z',
    madeBy: '',
    reverts: null,
  })
  const units = await unitsIn(text)
  return writer.begin() + units.map((unit) => writer.add(change(unit))).join('') + writer.end().text
}

beforeAll(async () => {
  for (const { id } of await all('contacts'))
    await payload.update({ collection: 'contacts', id, data: { hours: '平日 9時から17時まで' } })
})

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

describe('an application', () => {
  test('tells each organisation as it is written, is signed by the user, and reverted', async () => {
    const { text } = await plan(hours('火曜から金曜'))
    const before = await all('contacts')
    const dry = await apply(text, editor, { dryRun: true })
    expect(
      linesIn(dry.text)
        .map(({ outcome }) => outcome)
        .filter(Boolean),
    ).toEqual(['planned', 'planned'])
    expect(await all('contacts')).toEqual(before)

    const applied = await apply(text, editor, { limit: 1 })
    expect([applied.status, applied.headers['content-type']]).toEqual([
      200,
      'application/jsonl; charset=utf-8',
    ])
    const lines = linesIn(applied.text)
    expect(lines).toMatchObject([
      { left: 2 },
      { organisation: a, outcome: 'written' },
      { end: true },
    ])
    const rest = linesIn((await apply(text)).text)
    expect(rest[0]).toMatchObject({ left: 1 })
    expect(
      rest
        .map(({ outcome }) => outcome)
        .filter(Boolean)
        .toSorted(),
    ).toEqual(['already', 'written'])
    const { sha256 } = lines[0]
    const log = await all('privacy-policy-bulk-updates', { plan: { equals: sha256 } })
    expect(log.map(({ appliedBy }) => appliedBy)).toEqual(['editor', 'editor'])
    const own = await all('contacts', { organisation: { equals: first.id } })
    expect(JSON.stringify(own)).toContain('火曜から金曜 9時から17時まで')

    const strange = await keyOf('strange', 'editor', [third.id])
    expect(refusalIn(await post(`${at}/revert`, { plan: sha256 }, strange))[0]).toBe(400)
    const revert = await post(`${at}/revert`, { plan: sha256 }, editor)
    expect((await apply(revert.text)).status).toBe(200)
    const said = (docs: readonly Doc[]) => docs.map(({ id, hours: text }) => [id, text])
    expect(said(await all('contacts'))).toEqual(said(before))
  })

  test('refuses the whole plan for an organisation that is not the user’s, by name', async () => {
    const { text } = await plan(hours('毎日', [a, c]), admin)
    const before = await state()
    const refused = refusalIn(await apply(text))
    expect(refused).toEqual([403, 'not-allowed', expect.stringContaining(c)])
    expect(await state()).toBe(before)
  })

  test('refuses drift by name, and a plan that is none or was changed by its line', async () => {
    const { text } = await plan(hours('木曜'))
    const [contact] = await all('contacts', { organisation: { equals: second.id } })
    await payload.update({
      collection: 'contacts',
      id: contact?.id ?? '',
      data: { url: 'https://example.co.jp/' },
    })
    const before = await state()
    const [status, title, detail] = refusalIn(await apply(text))
    expect([status, title]).toEqual([409, 'plan-drifted'])
    expect(detail).toContain(b)
    const changed = text.replace('"木曜', '"金曜')
    expect(refusalIn(await apply(changed, { ...editor, 'Accept-Language': 'en' }))).toEqual([
      422,
      'bulk-invalid',
      expect.stringMatching(/^Line \d+: /),
    ])
    expect(refusalIn(await apply('{"name":"package"}\n'))[0]).toBe(422)
    const strange = text.replace('"policies":[', '"policies":["x",')
    expect(refusalIn(await apply(strange))[0]).toBe(422)
    expect(await state()).toBe(before)
  })

  test.each<[string, (unit: PlanUnit) => Promise<PlanUnit>, number]>([
    [
      'a record of another organisation',
      async (unit) => {
        const [own] = await all('contacts', { organisation: { equals: third.id } })
        const id = own?.id ?? ''
        return { ...unit, changes: unit.changes.map((change) => ({ ...change, id })) }
      },
      403,
    ],
    [
      'the hash of another’s record',
      async (unit) => {
        const [own] = await all('contacts', { organisation: { equals: third.id } })
        const read = unit.read.map((one) =>
          one.collection === 'contacts' ? { ...one, id: own?.id ?? '' } : one,
        )
        return { ...unit, read }
      },
      403,
    ],
    [
      'a policy of another organisation',
      async (unit) => {
        const [own] = await all('policies', { organisation: { equals: third.id } })
        const id = own?.id ?? ''
        return { ...unit, policies: unit.policies.map((policy) => ({ ...policy, id })) }
      },
      403,
    ],
    ['whose the record is', async (unit) => setting(unit, { organisation: third.id }), 422],
    ['nothing as whose it is', async (unit) => setting(unit, { organisation: null }), 422],
    ['what no validation lets pass', async (unit) => setting(unit, { email: 'nobody' }), 422],
    ['a field that is not there', async (unit) => setting(unit, { colour: 'red' }), 422],
  ])('refuses a plan that was made by hand and sets %s', async (_, change, status) => {
    const { text } = await plan(hours('毎日'))
    const before = await state()
    const units = await Promise.all((await unitsIn(text)).map(change))
    const queue = units.values()
    const made = await forged(text, () => queue.next().value as PlanUnit)
    const refused = await apply(made)
    expect([refused.status, await state()]).toEqual([status, before])
  })

  test('publishes for publishers', async () => {
    const { text } = await plan(hours('平日（年末年始を除く。）'))
    const publish = { effectiveFrom: '2099-04-01', summary: { ja: '窓口' }, withUnpublished: true }
    const refused = refusalIn(await apply(text, editor, { publish }))
    expect(refused.slice(0, 2)).toEqual([403, 'not-allowed'])
    expect(refusalIn(await apply(text, publisher, { publish: { on: 'x' } }))[0]).toBe(400)
    const lines = linesIn((await apply(text, publisher, { publish })).text)
    expect(lines.at(-1)).toEqual({ end: true })
    expect(lines.filter(({ outcome }) => outcome === 'written')).toMatchObject([
      { editions: 1 },
      { editions: 1 },
    ])
    const editions = await all('policy-editions', { effectiveFrom: { equals: '2099-04-01' } })
    expect(editions).toHaveLength(2)
  })

  test('a client that goes away leaves whole organisations, and the same call does the rest', async () => {
    const { text } = await plan(hours('毎日', [a, b]))
    const body = `${JSON.stringify({ waivers: waiveAll, concurrency: 1 })}\n${text}`
    await new Promise<void>((resolve, reject) => {
      const request = http.request(`${origin}${at}/apply`, { method: 'POST', headers: editor })
      request.on('response', (response) =>
        response.once('data', () => {
          request.destroy()
          resolve()
        }),
      )
      request.once('error', reject)
      request.end(body)
    })
    const { sha256 } = JSON.parse(text)
    const rest = linesIn((await apply(text)).text)
    const outcomes = rest.filter(({ outcome }) => outcome)
    expect(outcomes).toHaveLength(2)
    expect(outcomes.every(({ outcome }) => ['written', 'already'].includes(outcome))).toBe(true)
    const log = await all('privacy-policy-bulk-updates', { plan: { equals: sha256 } })
    expect(log).toHaveLength(2)
  })
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

describe('the records of a change script', () => {
  test('are those of the user’s organisations, whole, with their hashes', async () => {
    const asked = await post(`${at}/records`, { collections: ['contacts'] }, editor)
    const lines = linesIn(asked.text)
    expect(lines.pop()).toEqual({ end: true })
    const own = await all('contacts', { organisation: { in: [first.id, second.id] } })
    expect(lines.map(({ record }) => record.id).toSorted()).toEqual(own.map(({ id }) => id))
    expect(lines[0]).toMatchObject({
      context: { collection: 'contacts', organisation: { slug: a } },
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    })
    expect((await post(`${at}/records`, { collections: ['users'] }, editor)).status).toBe(400)
  })

  test('are refused when they have changed between', async () => {
    const query = '?title=change'
    const jsonl = { ...editor, 'Content-Type': 'application/jsonl' }
    const [read] = linesIn(
      (await post(`${at}/records`, { collections: ['contacts'] }, editor)).text,
    )
    const { record, hash } = read
    const line = JSON.stringify({
      ...{ collection: 'contacts', id: record.id, hash },
      set: { url: 'https://example.com/desk' },
    })
    expect((await plan(line, jsonl, query)).status).toBe(200)
    await payload.update({ collection: 'contacts', id: record.id, data: { tel: '03-0000-0000' } })
    expect(refusalIn(await plan(line, jsonl, query)).slice(0, 2)).toEqual([409, 'plan-drifted'])
  })
})

const setting = (unit: PlanUnit, fields: object): PlanUnit => ({
  ...unit,
  changes: unit.changes.map((change) => ({ ...change, after: { ...change.after, ...fields } })),
})

test('an import is taken only where the operator has said so; what it would do is told', async () => {
  const before = await all('purposes')
  const { text: lines } = await post(`${at}/export`, { organisations: [a] }, admin)
  const exported = lines.replace(/\{"end":true\}\n$/, '')
  expect(exported).toContain(`"organisation":"${a}"`)
  expect(refusalIn(await post(`${at}/import?apply=true`, exported, admin))).toEqual([
    403,
    'not-allowed',
    expect.stringContaining('remoteImport'),
  ])
  const dry = await post(`${at}/import?dryRun=true`, exported, admin)
  expect([dry.status, dry.text.trimEnd().split('\n').at(-1)]).toEqual([200, '{"end":"same"}'])
  expect(await all('purposes')).toEqual(before)
})
