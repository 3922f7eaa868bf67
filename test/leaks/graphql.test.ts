import { expect, test, vi } from 'vitest'
import { testPayload } from '../payload.ts'
import { plantedIn, renameCanaries } from './canaries.ts'
import { introspect, queryProbes, whereProbes } from './graphql-probes.ts'
import { differencesOf, foundIn, leaksOf, type Walked, walk } from './walk.ts'
import { makeWorld } from './world.ts'

vi.setConfig({ testTimeout: 120_000 })
process.env.LOG_LEVEL = 'silent'
const payload = await testPayload()
const world = await makeWorld(payload)
const schema = await introspect(world.admin)
const probes = [...(await queryProbes(schema, world)), ...whereProbes(schema)]
const { anonymous, nobody, editorOfB } = world.outsiders
const walks = Object.entries({ anonymous, nobody, editorOfB }).map(([name, client]) => ({
  name,
  client,
}))
const before = new Map<string, Walked>()

test('the control: an admin finds every canary on this walk', async () => {
  const walked = await walk(world.admin, probes)
  const found = foundIn(walked)
  expect(plantedIn(payload).filter((canary) => !found.has(canary))).toEqual([])
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

test('strangers do not even see the schema', async () => {
  const { text } = await anonymous.graphql('{ __schema { types { name } } }')
  expect(text).not.toContain('"name"')
  expect(text).toContain('introspection')
})
