import http from 'node:http'
import { describe, expect, test, vi } from 'vitest'
import type { PlanUnit } from '../../src/core/bulk/plan.ts'
import { planWriter } from '../../src/core/bulk/plan-file.ts'
import { bulkWorld, type Doc, linesIn, refusalIn, unitsIn } from './bulk-world.ts'

/* Plans applied over REST: whose, by whom, and what nobody gets past it. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const world = await bulkWorld()
const { all, apply, at, hours, keyOf, origin, payload, plan, post, state } = world
const { admin, editor, publisher, waiveAll } = world
const [first, second, third] = world.organisations
const [a, b, c] = world.slugs
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

const setting = (unit: PlanUnit, fields: object): PlanUnit => ({
  ...unit,
  changes: unit.changes.map((change) => ({ ...change, after: { ...change.after, ...fields } })),
})
