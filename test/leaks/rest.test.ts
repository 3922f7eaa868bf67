import { expect, test, vi } from 'vitest'
import { testPayload } from '../payload.ts'
import { plantedIn, renameCanaries } from './canaries.ts'
import { readingProbes } from './rest-probes.ts'
import { differencesOf, foundIn, leaksOf, type Walked, walk } from './walk.ts'
import { makeWorld } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
const world = await makeWorld(payload)
const probes = readingProbes(payload, world)
const { publisherOfB: _, ...readers } = world.outsiders
const walks = Object.entries(readers).map(([name, client]) => ({ name, client }))
const before = new Map<string, Walked>()

test('the control: an admin finds every canary on this walk', async () => {
  const planted = plantedIn(payload)
  const found = foundIn(await walk(world.admin, probes))
  expect(planted.length).toBeGreaterThan(80)
  expect(planted.filter((canary) => !found.has(canary))).toEqual([])
})

test.each(walks)('$name reads no canary', async ({ name, client }) => {
  const walked = await walk(client, probes)
  before.set(name, walked)
  expect(leaksOf(walked)).toEqual([])
})

test('no answer depends on a secret: with other words in place of the canaries all stay the same', async () => {
  await renameCanaries(payload, 'zzzzzz')
  for (const { name, client } of walks) {
    const walked = before.get(name)
    if (!walked) throw new Error(`Expected the walk of ${name}`)
    expect(differencesOf(walked, await walk(client, probes)), name).toEqual([])
  }
})
