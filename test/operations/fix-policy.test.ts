import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { parse } from '../../src/core/parse/index.ts'
import { checkPolicy } from '../../src/operations/checking/check-policy.ts'
import { fixPolicy } from '../../src/operations/checking/fix-policy.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { loadPolicy } from '../../src/operations/policy/load-policy.ts'
import { wholePolicy } from '../core/check/whole-policy.ts'
import { testPayload } from '../payload.ts'
import { clientOf, signIn } from '../plugin/client.ts'

vi.setConfig({ testTimeout: 60_000 })

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

async function imported(text: string, organisation: string): Promise<string> {
  return (await importedInto(text, organisation)).policy
}
function importedInto(text: string, organisation: string) {
  return importPolicy(
    {
      documents: [parse(text).document],
      organisation,
      policy: 'privacy-policy',
      createOrganisation: true,
    },
    reading,
  )
}

const fixable = async (policy: string) =>
  (await checkPolicy({ policy }, reading)).findings.filter(({ fix }) => fix)

test('safe fixes are written into the records that print the text, under the same ids', async () => {
  const text = wholePolicy().replace('代金の請求及び収納のため', '代金 の請求及び収納のため')
  const policy = await imported(text.replace('（区域への', '（区域 への'), 'mizuumi')
  const before = await loadPolicy(policy, reading)
  const found = await fixable(policy)
  expect(found.length).toBeGreaterThan(0)
  const { applied, parted } = await fixPolicy(policy, reading)
  expect([applied.length, parted]).toEqual([found.length, []])
  const after = await loadPolicy(policy, reading)
  expect(await fixable(policy)).toEqual([])
  expect(after?.purposes.map(({ id }) => id).toSorted()).toEqual(
    before?.purposes.map(({ id }) => id).toSorted(),
  )
  expect(after?.purposes.map((purpose) => purpose.text.ja)).toContain('代金の請求及び収納のため')
  expect(after?.sections.map(({ id }) => id)).toEqual(before?.sections.map(({ id }) => id))
})

test('a policy without anything to fix is left as it is', async () => {
  const policy = await imported(wholePolicy(), 'minamo')
  const before = await loadPolicy(policy, reading)
  expect((await fixPolicy(policy, reading)).applied).toEqual([])
  expect(await loadPolicy(policy, reading)).toEqual(before)
})

describe('over REST', async () => {
  const spaced = wholePolicy()
    .replace('代金の請求及び収納のため', '代金 の請求及び収納のため')
    .replace('次の措置を講じて', '次の措置を 講じて')
  const { policy, organisation } = await importedInto(spaced, 'sazanami')
  const { organisation: other } = await importedInto(wholePolicy(), 'yosooi')
  const user = async (name: string, policyRole: string, organisations: string[]) => {
    const credentials = { email: `${name}@example.com`, password: 'a long enough password' }
    const data = { name, ...credentials, policyRole, policyOrganisations: organisations }
    await payload.create({ collection: 'users', data: data as never })
    return signIn(payload, 'users', credentials)
  }
  const editor = await user('editor', 'editor', [organisation])
  const path = `/api/policies/${policy}/fix`
  const stored = () => loadPolicy(policy, reading)

  test.each([
    ['nobody', async () => clientOf(payload)],
    ['a reader of the organisation', () => user('reader', 'viewer', [organisation])],
    ['an editor of another', () => user('elsewhere', 'editor', [other])],
  ])('%s mends nothing, and nothing is changed', async (_, client) => {
    const [finding] = await fixable(policy)
    const before = await stored()
    const answer = await (await client()).rest('POST', path, { keys: [finding?.key] })
    expect([401, 403]).toContain(answer.status)
    expect(answer.text).not.toContain(finding?.ruleId)
    expect(await stored()).toEqual(before)
  })

  test.each([
    ['without keys', {}],
    ['with keys that are none', { keys: 'txt-space' }],
    ['with keys that are no text', { keys: [1] }],
  ])('a request %s is refused, and nothing is changed', async (_, body) => {
    const before = await stored()
    const answer = await editor.rest('POST', path, body)
    expect([answer.status, answer.json]).toEqual([
      400,
      expect.objectContaining({ code: 'bad-request' }),
    ])
    expect(await stored()).toEqual(before)
  })

  test('an editor mends what he names and nothing else; a key that names nothing mends nothing', async () => {
    const [first, ...others] = await fixable(policy)
    expect(others.length).toBeGreaterThan(0)
    const none = await editor.rest('POST', path, { keys: ['txt-space|nowhere'] })
    expect([none.status, none.json]).toEqual([200, { applied: 0, parted: 0 }])
    const answer = await editor.rest('POST', path, { keys: [first?.key] })
    expect([answer.status, answer.json]).toEqual([200, { applied: 1, parted: 0 }])
    expect(answer.headers).toContain('no-store')
    expect((await fixable(policy)).map(({ key }) => key)).toEqual(others.map(({ key }) => key))
  })

  test('by the policy’s address, all are mended when none is named', async () => {
    const address = '/api/privacy-policies/sazanami/privacy-policy/fix'
    const left = (await fixable(policy)).length
    expect(left).toBeGreaterThan(0)
    const wrong = await editor.rest('POST', address, { key: 'txt-space' })
    expect(wrong.status).toBe(400)
    const reader = await user('reader-too', 'viewer', [organisation])
    expect((await reader.rest('POST', address, {})).status).toBe(403)
    const answer = await editor.rest('POST', address, {})
    expect([answer.status, answer.json]).toEqual([200, { applied: left, parted: 0 }])
    expect(await fixable(policy)).toEqual([])
  })
})
