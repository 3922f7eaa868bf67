import { createLocalReq } from 'payload'
import { expect, test, vi } from 'vitest'
import { nodesOf, textOf } from '../../src/core/document.ts'
import { storedEditions } from '../../src/operations/editions/stored-editions.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { testPayload, withoutGate } from '../payload.ts'
import { runCommand } from './run.ts'

vi.setConfig({ testTimeout: 240_000 })

const payload = await testPayload()
withoutGate(payload)
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const name = 'hidamari/privacy'

/** The published policy, with two of its purposes worded anew in the working copy. */
async function amended() {
  const { policy } = await importPolicy(
    {
      documents: [hidamari],
      organisation: 'hidamari',
      policy: 'privacy',
      createOrganisation: true,
    },
    reading,
  )
  await publishPolicy({ policy, kind: 'import', effectiveFrom: '2024-04-01' }, reading)
  const [one, two] = nodesOf(hidamari, 'purpose').map(({ text }) => text)
  const reworded = async (text = '', to = '') => {
    const { docs } = await payload.find({
      collection: 'purposes',
      where: { text: { equals: text } },
    })
    await payload.update({ collection: 'purposes', id: String(docs[0]?.id), data: { text: to } })
  }
  await reworded(one, `${one}（一）`)
  await reworded(two, `${two}（二）`)
  return { policy, one: `${one}（一）`, two: `${two}（二）` }
}

test('changes are listed with their keys, and one of them published; the rest stays', async () => {
  const { policy, one, two } = await amended()
  const listed = await runCommand('ja', ['publish', name, '--list-changes'])
  expect([listed.code, listed.err]).toEqual([0, ''])
  expect(listed.out).toMatch(/^hidamari\/privacy: 第1版（2024-04-01 施行）からの変更\n/)
  expect(listed.out).toContain(` → ${one}\n`)
  expect(listed.out).toContain(` → ${two}\n`)
  expect(await storedEditions(policy, reading.req)).toHaveLength(1)

  const keys = [...listed.out.matchAll(/^ {4}(\S+)$/gm)].map(([, key]) => key ?? '')
  const first = keys[0] ?? ''
  const unknown = await runCommand('en', ['publish', name, '--only', `${first}x`])
  expect(unknown.err).toContain(`${first}x`)
  expect(unknown.code).not.toBe(0)

  const waived = ['purposeLimits', 'purposeNotice', 'retainedData'].flatMap((duty) => [
    '--waive-duty',
    `${duty}=表記の整理のため`,
  ])
  const done = await runCommand('en', ['publish', name, '--only', first, ...waived])
  expect([done.err, done.code]).toEqual(['', 0])
  const [, edition] = await storedEditions(policy, reading.req, {
    effectiveFrom: '2999-01-01',
    corrects: null,
  })
  const text = textOf(edition?.documents?.ja ?? hidamari)
  const isFirst = listed.out.indexOf(first) < listed.out.indexOf(two)
  expect([text.includes(one), text.includes(two)]).toEqual([isFirst, !isFirst])

  const left = await runCommand('ja', ['publish', name, '--list-changes'])
  expect(left.out.match(/ → /g)).toHaveLength(1)
  expect(left.out).toContain('第2版')
})
