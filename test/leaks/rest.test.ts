import { describe, expect, test } from 'vitest'
import { testPayload } from '../payload.ts'
import { canariesIn, canaryData, pluginCollections, renameCanaries } from './canaries.ts'
import { askingProbes, readingProbes } from './rest-probes.ts'
import { differencesOf, leaksOf, type Walked, walk } from './walk.ts'
import { makeWorld, type Outsider } from './world.ts'

process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
const world = await makeWorld(payload)
const reading = readingProbes(payload, world)
const asking = askingProbes(payload)
const outsiders = Object.entries(world.outsiders) as [
  Outsider,
  (typeof world.outsiders)[Outsider],
][]
const before = new Map<Outsider, Walked>()
console.log(reading.length, asking.length)

test('the control: an admin finds every canary on this walk', async () => {
  const planted = pluginCollections(payload)
    .filter(({ slug }) => slug !== 'policy-editions')
    .flatMap((collection) => canariesIn(JSON.stringify(canaryData(collection, ['ja', 'en']))))
  const walked = await walk(world.admin, reading)
  const found = new Set([...walked.values()].flatMap(({ text }) => canariesIn(text)))
  expect(planted.length).toBeGreaterThan(80)
  expect(planted.filter((canary) => !found.has(canary))).toEqual([])
})

test.each(outsiders)('%s reads no canary', async (name, client) => {
  const probes = name === 'anonymous' || name === 'editorOfB' ? [...reading, ...asking] : reading
  const walked = await walk(client, probes)
  before.set(name, walked)
  expect(leaksOf(walked)).toEqual([])
})

describe('no answer depends on a secret', () => {
  test('when every canary gets another name, all answers stay the same', async () => {
    await renameCanaries(payload, 'zzzzzz')
    for (const [name, client] of outsiders) {
      const walked = before.get(name)
      if (!walked) throw new Error(`Expected the walk of ${name}`)
      const probes =
        name === 'anonymous' || name === 'editorOfB' ? [...reading, ...asking] : reading
      expect(differencesOf(walked, await walk(client, probes)), name).toEqual([])
    }
  })
})
