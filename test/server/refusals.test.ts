import { createLocalReq } from 'payload'
import { expect, test, vi } from 'vitest'
import { exitCodes } from '../../src/cli/exit-codes.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { type RefusalCode, refusals } from '../../src/operations/refused.ts'
import { runCommand } from '../cli/run.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'
import { serve } from './site.ts'

/*
 * Whoever publishes is refused for the same reasons in the same words, over REST (which the admin uses too), over
 * GraphQL and by the command.
 */

vi.setConfig({ testTimeout: 120_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
const { post, graphql } = await serve(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const bring = (policy: string) =>
  importPolicy(
    { documents: [hidamari], organisation: 'own', policy, createOrganisation: true },
    reading,
  )
const first = await bring('first')
const second = await bring('second')
await publishPolicy({ policy: first.policy, idempotencyKey: 'release' }, reading)
await publishPolicy({ policy: second.policy }, reading)
await publishPolicy({ policy: second.policy, effectiveFrom: inDays(40) }, reading)
const unfinished = await bring('unfinished')
await payload.db.updateOne({
  collection: 'policies',
  id: unfinished.policy,
  data: { title: { ja: '' } },
})

const apiKey = '7b0f2a52-1f0f-4f6d-8f43-0e7c1f0b7d11'
await payload.create({
  collection: 'users',
  data: {
    ...{ name: 'program', email: 'program@example.com', password: 'a long enough password' },
    ...{ enableAPIKey: true, apiKey, policyRole: 'publisher' },
    policyOrganisations: [first.organisation],
  },
})
const publisher = { Authorization: `users API-Key ${apiKey}`, 'Accept-Language': 'ja' }

const mutation = `mutation ($policy: String!, $effectiveFrom: String,
    $idempotencyKey: String, $latest: Int, $summaryJa: String) {
  publishPrivacyPolicy(organisation: "own", policy: $policy, effectiveFrom: $effectiveFrom,
    idempotencyKey: $idempotencyKey, latest: $latest, summaryJa: $summaryJa) { number } }`

async function command(args: readonly string[]) {
  const { code, err } = await runCommand('ja', ['publish', ...args])
  return { code, err: err.trimEnd() }
}

type Wish = { readonly [field: string]: string | number }
const options: { readonly [field: string]: string } = {
  effectiveFrom: '--effective-from',
  idempotencyKey: '--idempotency-key',
  summaryJa: '--summary',
}
const argumentsFor = (wish: Wish) =>
  Object.entries(wish).flatMap(([field, value]) => [options[field] ?? `--${field}`, String(value)])

test.each<[string, string, Wish, RefusalCode, number, keyof typeof exitCodes]>([
  ['a past day', 'first', { effectiveFrom: '2020-01-01' }, 'not-publishable', 422, 'refused'],
  ['a pending edition', 'second', {}, 'not-publishable', 422, 'refused'],
  ['texts that are missing', 'unfinished', {}, 'not-composable', 422, 'refused'],
  ['an unknown policy', 'unknown', {}, 'policy-missing', 404, 'missing'],
  ['who came first', 'first', { latest: 0 }, 'conflict', 409, 'conflict'],
  [
    'a key of another request',
    'first',
    { idempotencyKey: 'release', summaryJa: '別' },
    'idempotency-key-reused',
    422,
    'refused',
  ],
])('%s', async (_, policy, wish, code, status, exit) => {
  const before = await payloadSource(payload).histories()
  const { summaryJa, ...rest } = wish
  const body = { ...rest, ...(summaryJa && { summary: { ja: summaryJa } }) }
  const answer = await post(`/api/privacy-policies/own/${policy}/editions`, body, publisher)
  const problem = JSON.parse(answer.text)
  expect(problem).toMatchObject({ type: `urn:problem-type:privacy-policy:${code}`, code, status })
  expect(problem.title).toBe(refusals[code].title.ja)
  expect(answer.headers).toMatchObject({
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': 'ja',
  })
  expect(problem.detail).toMatch(/[ぁ-ん].*。|：/)

  const { errors } = await graphql(mutation, { policy, ...wish }, publisher)
  expect(errors?.[0]).toMatchObject({
    message: problem.detail,
    extensions: { statusCode: status, data: { code, errors: problem.errors ?? [] } },
  })
  expect(await command([`own/${policy}`, ...argumentsFor(wish)])).toEqual({
    code: exitCodes[exit],
    err: problem.detail,
  })
  expect(await payloadSource(payload).histories()).toEqual(before)
})
