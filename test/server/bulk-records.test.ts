import { describe, expect, test, vi } from 'vitest'
import { bulkWorld, linesIn, refusalIn } from './bulk-world.ts'

/* The records that a change script is asked about, over REST. */

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 })
process.env.LOG_LEVEL = 'silent'
const { all, at, editor, organisations, payload, plan, post, slugs } = await bulkWorld()
const [first, second] = organisations
const [a] = slugs

describe('the records of a change script', () => {
  test('are those of the user’s organisations, whole, with their hashes', async () => {
    const asked = await post(`${at}/records`, { collections: ['contacts'] }, editor)
    const lines = linesIn(asked.text)
    expect(lines.pop()).toEqual({ end: true })
    const own = await all('contacts', { organisation: { in: [first.id, second.id] } })
    expect(lines.map(({ record }) => record.id).toSorted()).toEqual(own.map(({ id }) => id))
    expect(lines[0]).toMatchObject({
      context: { collection: 'contacts', organisation: { slug: a } },
      hash: expect.stringMatching(/^[\da-f]{64}$/),
    })
    expect((await post(`${at}/records`, { collections: ['users'] }, editor)).status).toBe(400)
  })

  test('are refused when they have changed between', async () => {
    const query = '?title=change'
    const jsonl = { ...editor, 'Content-Type': 'application/jsonl' }
    const [read] = linesIn(
      (await post(`${at}/records`, { collections: ['contacts'] }, editor)).text,
    )
    const { record, hash } = read
    const line = JSON.stringify({
      ...{ collection: 'contacts', id: record.id, hash },
      set: { url: 'https://example.com/desk' },
    })
    expect((await plan(line, jsonl, query)).status).toBe(200)
    await payload.update({ collection: 'contacts', id: record.id, data: { tel: '03-0000-0000' } })
    expect(refusalIn(await plan(line, jsonl, query)).slice(0, 2)).toEqual([409, 'plan-drifted'])
  })
})
