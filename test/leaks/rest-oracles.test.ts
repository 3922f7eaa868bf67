import { expect, test, vi } from 'vitest'
import { testPayload } from '../payload.ts'
import { renameCanaries } from './canaries.ts'
import { askingProbes } from './rest-probes.ts'
import { differencesOf, leaksOf, walk } from './walk.ts'
import { makeWorld } from './world.ts'

/* Whoever may not read a text must not learn it by asking: not by `where`, not by `sort`, not by a count. */

vi.setConfig({ testTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
const { admin, outsiders } = await makeWorld(payload)
const probes = askingProbes(payload)
const { anonymous, nobody, editorOfB } = outsiders
const askers = { anonymous, nobody, editorOfB }

test('no answer depends on a secret: with other words in place of the canaries all stay the same', async () => {
  const before = new Map<string, Awaited<ReturnType<typeof walk>>>()
  for (const [name, client] of Object.entries(askers)) before.set(name, await walk(client, probes))
  const some = probes.filter((_, i) => i % 5 === 0)
  const control = await walk(admin, some)
  await renameCanaries(payload, 'zzzzzz')
  for (const [name, client] of Object.entries(askers)) {
    const walked = before.get(name) ?? new Map()
    expect(leaksOf(walked), name).toEqual([])
    expect(differencesOf(walked, await walk(client, probes)), name).toEqual([])
  }
  const told = differencesOf(control, await walk(admin, some))
  expect(told.length, 'answers to an admin that do depend on them').toBeGreaterThan(20)
})
