import { createLocalReq } from 'payload'
import { expect, test, vi } from 'vitest'
import { defineChange } from '../../src/core/bulk/define-change.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { testPayload } from '../payload.ts'
import { applied, planned } from './plan-and-apply.ts'

/* Of a record's rows only those that change are written; what Payload reads of them and of their version is the same. */

vi.setConfig({ testTimeout: 60_000 })

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
for await (const _ of generatePolicies({ organisations: 1, editions: 1, seed: 9 }, reading));

type Row = { readonly id: string; readonly name: object; readonly until?: string | null }
const partners = async () =>
  (
    await payload.find({
      collection: 'joint-use-partners',
      ...{ depth: 0, locale: 'all', sort: 'id', pagination: false, joins: false },
    } as never)
  ).docs as unknown as readonly { readonly id: string; readonly formerNames: readonly Row[] }[]

async function newestVersion(parent: string) {
  const { docs } = await payload.findVersions({
    collection: 'joint-use-partners',
    where: { parent: { equals: parent } },
    ...{ sort: '-updatedAt', limit: 1, locale: 'all', depth: 0 },
  } as never)
  return docs[0]?.version as unknown as { readonly formerNames: readonly Row[] }
}

/** Where each row lies: PostgreSQL gives another place to one that it writes. */
async function places(table: string): Promise<ReadonlyMap<string, string>> {
  const { pool } = payload.db as unknown as {
    pool: { query: (text: string) => Promise<{ rows: { key: string; place: string }[] }> }
  }
  const { rows } = await pool.query(`select * from (${table}) s`)
  return new Map(rows.map(({ key, place }) => [key, place]))
}
const rowPlaces = () =>
  places('select id as key, ctid::text as place from joint_use_partners_former_names')

test('rows that stay, change, go, come and swap are those that were planned, in all languages', async () => {
  const [own, other] = await partners()
  if (!own || !other) throw new Error('Expected two partners')
  for (const { id } of [own, other]) {
    const names = ['一', '二', '三', '四'].map((name) => ({ name: `旧称${name}` }))
    const doc = await payload.update({
      collection: 'joint-use-partners',
      id,
      data: { formerNames: names },
    })
    await payload.update({
      collection: 'joint-use-partners',
      id,
      locale: 'en',
      data: {
        formerNames: doc.formerNames?.map((row, i) => ({ ...row, name: `Former ${i}` })) ?? [],
      },
    })
  }
  const before = await rowPlaces()
  const were = new Map((await partners()).map(({ id, formerNames }) => [id, formerNames]))
  const { text } = await planned(
    defineChange({
      title: '旧称',
      select: { collections: ['jointUsePartners'] },
      change({ id, formerNames }) {
        if (id === other.id) return { formerNames: formerNames.slice(0, 3) }
        if (id !== own.id) return null
        const [first, second, , fourth] = formerNames as typeof formerNames
        if (!first || !second || !fourth) throw new Error('Expected four names')
        const english = { ...second, name: { ...second.name, en: 'Other' } }
        return {
          formerNames: [first, english, { name: { ja: '旧称五' }, until: null }, fourth] as never,
        }
      },
    }),
    reading,
  )
  expect((await applied(text, {}, reading)).map(({ outcome }) => outcome)).toEqual(['written'])
  const after = new Map((await partners()).map(({ id, formerNames }) => [id, formerNames]))
  const [one, two, , four] = were.get(own.id) ?? []
  expect(after.get(own.id)).toMatchObject([
    one ?? {},
    { id: two?.id, name: { ja: '旧称二', en: 'Other' } },
    { name: { ja: '旧称五' } },
    four ?? {},
  ])
  expect(after.get(other.id)).toEqual(were.get(other.id)?.slice(0, 3))
  for (const { id } of [own, other])
    expect((await newestVersion(id)).formerNames).toEqual(after.get(id))
  const places = await rowPlaces()
  // Of the second row only a text is other; the others stand as they stood.
  for (const { id } of [one, two, four, ...(were.get(other.id) ?? []).slice(0, 3)] as Row[])
    expect(places.get(id)).toBe(before.get(id))
})
