import { createLocalReq } from 'payload'
import { expect, test } from 'vitest'
import { readerOf } from '../../src/delivery/reader-of.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
const { policy } = await importPolicy(
  {
    documents: [tsumugiJa, tsumugiEn],
    organisation: 'tsumugi',
    policy: 'privacy',
    createOrganisation: true,
  },
  reading,
)
const section = (
  await payload.find({
    collection: 'policy-sections',
    where: { policy: { equals: policy } },
    limit: 1,
  })
).docs[0] as { id: string }

/** A body of one paragraph with a link in it, as the editor saves it. */
const linked = (url: string) => ({
  root: {
    type: 'root',
    version: 1,
    direction: null,
    format: '' as const,
    indent: 0,
    children: [
      {
        type: 'paragraph',
        version: 1,
        children: [
          {
            type: 'link',
            version: 3,
            id: 'a',
            fields: { linkType: 'custom', url, newTab: false },
            children: [{ type: 'text', version: 1, text: '詳細', format: 0 }],
          },
        ],
      },
    ],
  },
})
const save = (url: string) =>
  payload.update({
    collection: 'policy-sections',
    id: section.id,
    data: { body: linked(url) },
    locale: 'ja',
  })

test.each(['javascript:alert(1)', 'data:text/html,x', 'example.jp', '/privacy', ''])(
  'a link to %j is refused',
  async (url) => {
    await expect(save(url)).rejects.toThrow()
  },
)

test.each(['https://example.jp/個人情報?a=1#b', 'mailto:privacy@example.jp', 'tel:0300000000'])(
  'a link to %j is kept as it was written',
  async (url) => {
    const { body } = (await save(url)) as unknown as { body: ReturnType<typeof linked> }
    expect(body.root.children[0]?.children[0]?.fields.url).toBe(url)
  },
)

test('a save in one language leaves the other as it was, and the relations cover both', async () => {
  const all = () =>
    payload.findByID({
      collection: 'policy-sections',
      id: section.id,
      locale: 'all',
      depth: 0,
    }) as never
  const before = (await all()) as { body: { ja: unknown; en: unknown } }
  await payload.update({
    collection: 'policy-sections',
    id: section.id,
    data: { heading: 'Changed in English' },
    locale: 'en',
  })
  const after = (await all()) as { heading: { ja: string; en: string }; body: unknown }
  expect(after.heading).toMatchObject({ en: 'Changed in English' })
  expect(after.heading.ja).not.toBe('Changed in English')
  expect(after.body).toEqual(before.body)
})

test('the languages of an edition come in the policy’s order, Japanese first', async () => {
  await publishPolicy({ policy }, reading)
  const [listed] = await readerOf(payload).policies()
  expect(listed?.languages).toEqual(['ja', 'en'])
})
