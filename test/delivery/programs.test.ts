import { describe, expect, test } from 'vitest'
import { base, customers, noon, readerAt } from './shelf.ts'

describe('for programs', () => {
  test('read() gives the edition whole, what is around it, and refuses as HTTP does', async () => {
    const reader = readerAt(noon)
    const result = await reader.read({ organisation: 'aoba', policy: 'customers', locale: 'en' })
    expect(result.edition?.documents.en).toEqual(customers[1]?.documents.en)
    expect([result.language, result.before?.number, result.after?.number]).toEqual(['en', 4, 3])
    const ended = await reader.read({ organisation: 'aoba', policy: 'members' })
    expect([ended.repeal?.number, ended.edition?.number, ended.address.policy]).toEqual([
      2,
      1,
      'club',
    ])
    const numbered = await reader.read({ organisation: 'aoba', policy: 'customers', number: 6 })
    expect([numbered.edition?.kind, numbered.language]).toEqual(['withdrawal', null])
    await expect(
      reader.read({ organisation: 'aoba', policy: 'customers', asOf: '2025-3-3' }),
    ).rejects.toMatchObject({
      name: 'ReadRefused',
      extensions: { code: 'unreadable-parameter', status: 400, parameter: 'asOf' },
    })
  })
  test('policies() and editions() are the lists', async () => {
    const reader = readerAt(noon)
    expect((await reader.policies('aoba')).map(({ slug }) => slug)).toEqual(['club', 'customers'])
    expect(await reader.editions('aoba', 'customers')).toHaveLength(6)
  })
  test('fetch() is the same for a host that speaks Fetch', async () => {
    const url = `https://cms.example.jp${base}/aoba/customers.txt`
    const response = await readerAt(noon).fetch(new Request(url))
    expect(response.status).toBe(200)
    expect(await response.text()).toContain('当社は、個人情報を適正に取得します。')
    const etag = response.headers.get('etag') ?? ''
    const again = await readerAt(noon).fetch(
      new Request(url, { headers: { 'If-None-Match': etag } }),
    )
    expect([again.status, again.body]).toEqual([304, null])
  })
})
