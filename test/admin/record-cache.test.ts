import { expect, test, vi } from 'vitest'
import {
  type LoadRecords,
  type Place,
  recordCache,
} from '../../src/admin/components/record-cache.ts'

const japanese: Place = { slug: 'purposes', locale: 'ja' }
const english: Place = { slug: 'purposes', locale: 'en' }

function cacheOf(records: { readonly [id: string]: string }) {
  const load = vi.fn<LoadRecords>(async (_, ids) => {
    const found = ids.flatMap((id) => (id in records ? [[id, { text: records[id] }] as const] : []))
    return new Map(found)
  })
  let time = 1_000_000
  const cache = recordCache(load, () => time)
  const wait = (milliseconds: number) => {
    time += milliseconds
  }
  const loaded = () => new Promise<void>((resolve) => cache.subscribe(resolve))
  return { cache, load, wait, loaded }
}

test('what many places ask for at once is one request a collection and language', async () => {
  const { cache, load, loaded } = cacheOf({ a: '連絡のため', b: '発送のため' })
  for (const id of ['a', 'b', 'a', 'c']) cache.want(japanese, id)
  cache.want(english, 'a')
  await loaded()
  expect(load.mock.calls).toEqual([
    [japanese, ['a', 'b', 'c']],
    [english, ['a']],
  ])
  expect(cache.get(japanese, 'b')).toEqual({ text: '発送のため' })
  expect(cache.get(japanese, 'c')).toBeNull()
})

test('a record is not asked for again while it is fresh, and shown while it is', async () => {
  const { cache, load, wait, loaded } = cacheOf({ a: '連絡のため' })
  cache.want(japanese, 'a')
  await loaded()
  cache.want(japanese, 'a')
  expect(load).toHaveBeenCalledTimes(1)
  wait(60_000)
  cache.want(japanese, 'a')
  expect(cache.get(japanese, 'a')).toEqual({ text: '連絡のため' })
  await loaded()
  expect(load).toHaveBeenCalledTimes(2)
})

test('a record that was changed is read anew in every language', async () => {
  const records: { [id: string]: string } = { a: '連絡のため' }
  const { cache, loaded } = cacheOf(records)
  cache.want(japanese, 'a')
  await loaded()
  records.a = '発送のため'
  cache.changed('purposes', 'a')
  cache.want(japanese, 'a')
  await loaded()
  expect(cache.get(japanese, 'a')).toEqual({ text: '発送のため' })
})

test('a failed request is not taken for a missing record, and is made again', async () => {
  const { cache, load, loaded } = cacheOf({ a: '連絡のため' })
  load.mockRejectedValueOnce(new Error('offline'))
  cache.want(japanese, 'a')
  await loaded()
  expect(cache.get(japanese, 'a')).toBeUndefined()
  cache.want(japanese, 'a')
  await loaded()
  expect(cache.get(japanese, 'a')).toEqual({ text: '連絡のため' })
})
