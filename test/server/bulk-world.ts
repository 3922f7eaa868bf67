import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, expect } from 'vitest'
import type { PlanUnit } from '../../src/core/bulk/plan.ts'
import { readPlan } from '../../src/core/bulk/plan-file.ts'
import { rules } from '../../src/core/check/rules/index.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { testPayload, withoutGate } from '../payload.ts'
import { serve } from './site.ts'

export type Doc = { readonly id: string; readonly [field: string]: unknown }
export type Headers = { readonly [name: string]: string }

/**
 * Three organisations with a policy each, users with a role in the first two, and bulk updates over REST. After the
 * file's last test it is seen that nothing of what was sent lies about.
 */
export async function bulkWorld() {
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
  const [a, b, c] = [first, second, third].map(({ slug }) => String(slug)) as [
    string,
    string,
    string,
  ]

  const keyOf = async (
    name: string,
    policyRole: string,
    policyOrganisations: readonly string[],
  ) => {
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

  const plan = (body: unknown, as: Headers = editor, query = '') =>
    post(`${at}/plan${query}`, body, as)
  const apply = (text: string, as: Headers = editor, options: object = {}) =>
    post(`${at}/apply`, `${JSON.stringify({ waivers: waiveAll, ...options })}\n${text}`, as)
  /** What was made up has errors of its own, which are not what is tested here. */
  const waiveAll = rules.map(({ id }) => ({ finding: id, reason: '架空の文のため' }))
  const hours = (text: string, organisations = [a, b]) => ({
    change: 'replace-text',
    ...{ from: '平日', to: text },
    select: { organisations, collections: ['contacts'] },
  })
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

  for (const { id } of await all('contacts'))
    await payload.update({ collection: 'contacts', id, data: { hours: '平日 9時から17時まで' } })
  return {
    ...{ payload, reading, origin, at, post, all, state, keyOf },
    ...{ editor, publisher, viewer, admin, plan, apply, hours, waiveAll },
    organisations: [first, second, third] as const,
    slugs: [a, b, c] as const,
  }
}

export const linesIn = (text: string) =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line))

export async function unitsIn(text: string): Promise<readonly PlanUnit[]> {
  const units: PlanUnit[] = []
  for await (const line of readPlan(text.trimEnd().split('\n')))
    if ('unit' in line) units.push(line.unit)
  return units
}

export function refusalIn({ status, text }: { status: number; text: string }) {
  const problem = JSON.parse(text)
  expect(problem.status).toBe(status)
  return [status, problem.code, problem.detail] as const
}
