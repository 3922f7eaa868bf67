import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { verifyChain } from '../../src/core/edition/index.ts'
import { memorySource } from '../../src/delivery/sources/memory-source.ts'
import { base, customers, get, jsonOfBody, noon, open, readerAt, textOfBody } from './shelf.ts'

describe('lists', () => {
  test('all policies, each as it stands', async () => {
    const { policies } = jsonOfBody(await get(''))
    expect(
      policies.map((one: { slug: string; state: string; edition: { number: number } }) => [
        one.slug,
        one.state,
        one.edition.number,
      ]),
    ).toEqual([
      ['applicants', 'upcoming', 1],
      ['club', 'repealed', 1],
      ['customers', 'inForce', 2],
    ])
    expect(policies[2]).toMatchObject({
      title: { ja: '個人情報保護方針', en: 'Privacy Policy' },
      organisation: {
        slug: 'aoba',
        name: { ja: '株式会社あおば商店', en: 'Aoba Shoten Co., Ltd.' },
      },
      languages: ['ja', 'en'],
      upcoming: [{ number: 3, effectiveFrom: '2025-10-01' }],
      links: { self: `${base}/aoba/customers`, page: '/aoba/customers' },
    })
  })
  test('those of one organisation', async () => {
    for (const path of ['/midori', '?organisation=midori']) {
      const { policies } = jsonOfBody(await get(path))
      expect(policies.map((one: { slug: string }) => one.slug)).toEqual(['applicants'])
    }
  })
  test('a policy of which nothing is left is not listed', async () => {
    const source = memorySource(
      open(customers)
        .slice(4)
        .map((row) => ({ ...row, number: row.number - 4, withdraws: row.withdraws && 1 })),
    )
    const answer = await readerAt(noon, { source }).handle('GET', base, {})
    expect(jsonOfBody(answer).policies).toEqual([])
  })
  test('all editions, each with what has become of it', async () => {
    const { editions } = jsonOfBody(await get('/aoba/customers/editions'))
    expect(
      editions.map((one: Record<string, unknown>) => [
        one.number,
        one.standing,
        one.correctedBy,
        one.withdrawnBy,
      ]),
    ).toEqual([
      [1, 'corrected', 4, null],
      [2, 'inForce', null, null],
      [3, 'upcoming', null, null],
      [4, 'past', null, null],
      [5, 'withdrawn', null, 6],
      [6, null, null, null],
    ])
  })
  test('the export verifies offline', async () => {
    const answer = await get('/aoba/customers/editions.jsonl')
    expect(answer.headers['Content-Type']).toBe('application/jsonl; charset=utf-8')
    const lines = textOfBody(answer).trimEnd().split('\n')
    const rows = lines.map((line) => JSON.parse(line))
    expect(verifyChain(rows)).toEqual({ ok: true, editions: 6, sha256: customers[5]?.sha256 })
    // A line without its hash is what the hash is of.
    const [line = ''] = lines
    const hashed = line.replace(/"sha256":"[0-9a-f]{64}",(?="summary")/, '')
    expect(createHash('sha256').update(hashed).digest('hex')).toBe(rows[0].sha256)
  })
})
