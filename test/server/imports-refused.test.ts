import { expect, test, vi } from 'vitest'
import { bulkWorld, refusalIn } from './bulk-world.ts'

/* Imports of exports at a server that is not set to take them. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const { admin, all, post, slugs } = await bulkWorld()
const [a] = slugs
const at = '/api/privacy-policy-exchange'

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
