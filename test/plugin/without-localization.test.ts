import { createLocalReq } from 'payload'
import { expect, test } from 'vitest'
import { privacyPolicy } from '../../plugins/privacy-policy/index.ts'
import { textOf } from '../../src/core/document.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { hidamari } from '../fixtures/policies/index.ts'
import { clientOf, signIn } from './client.ts'
import { bootHost } from './host.ts'

/* A host that stores one language only, and says by itself who may do what. */

const payload = await bootHost({
  collections: [{ slug: 'members', auth: true, fields: [{ name: 'isLawyer', type: 'checkbox' }] }],
  plugins: [
    privacyPolicy({
      membership: (user) =>
        (user as { isLawyer?: boolean }).isLawyer
          ? { role: 'publisher', organisations: 'all' }
          : null,
    }),
  ],
})
const lawyer = { email: 'lawyer@host.example', password: 'a long enough password' }
await payload.create({
  collection: 'members' as never,
  data: { ...lawyer, isLawyer: true } as never,
})
const client = await signIn(payload, 'members', lawyer)

test('a policy of one language goes in, is published, and is read again as it was', async () => {
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  await importPolicy(
    {
      documents: [hidamari],
      organisation: 'hidamari',
      policy: 'privacy',
      createOrganisation: true,
    },
    reading,
  )
  const published = await client.rest('POST', '/api/privacy-policies/hidamari/privacy/editions', {})
  expect(published.status, published.text).toBe(201)
  const { text } = await clientOf(payload).rest(
    'GET',
    '/api/privacy-policies/hidamari/privacy.json',
  )
  const { document } = JSON.parse(text) as { document: typeof hidamari }
  expect(textOf(document)).toBe(textOf(hidamari))
})

test('records are changed without naming a language', async () => {
  const [purpose] = (await payload.find({ collection: 'purposes', limit: 1 })).docs
  const changed = await client.rest('PATCH', `/api/purposes/${purpose?.id}`, { text: '発送のため' })
  expect(changed.json).toMatchObject({ doc: { text: '発送のため' } })
  const emptied = await client.rest('PATCH', `/api/purposes/${purpose?.id}`, { text: '' })
  expect(emptied.status).toBe(400)
})
