import { expect, test } from 'vitest'
import { testPayload } from '../payload.ts'
import { makeWorld } from './world.ts'

const payload = await testPayload()
const world = await makeWorld(payload)
test('x', async () => {
  console.log(world.secrets)
  const r = await world.admin.rest('GET', '/api/policy-sections?depth=0&locale=all&limit=0')
  console.log(r.status, r.text.slice(0, 600))
  const u = await world.outsiders.viewerOfB.rest('GET', '/api/users?depth=0&locale=all&limit=0')
  console.log(u.status, u.text.slice(0, 1600))
})
