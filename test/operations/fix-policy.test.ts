import { createLocalReq } from 'payload'
import { expect, test, vi } from 'vitest'
import { parse } from '../../src/core/parse/index.ts'
import { checkPolicy } from '../../src/operations/check-policy.ts'
import { fixPolicy } from '../../src/operations/fix-policy.ts'
import { importPolicy } from '../../src/operations/import-policy.ts'
import { loadPolicy } from '../../src/operations/load-policy.ts'
import { wholePolicy } from '../core/check/whole-policy.ts'
import { testPayload } from '../payload.ts'

vi.setConfig({ testTimeout: 60_000 })

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

async function imported(text: string, organisation: string): Promise<string> {
  const { policy } = await importPolicy(
    {
      documents: [parse(text).document],
      organisation,
      policy: 'privacy-policy',
      createOrganisation: true,
    },
    reading,
  )
  return policy
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
