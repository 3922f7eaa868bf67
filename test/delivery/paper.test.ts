import { afterEach, describe, expect, test, vi } from 'vitest'
import type { Words } from '../../src/core/words.ts'
import { formats } from '../../src/delivery/formats/formats.ts'
import { PressRefusal } from '../../src/platform/typst/press.ts'
import { base, jsonOfBody, noon, readerAt } from './shelf.ts'

const get = (path: string, headers = {}, method = 'GET') =>
  readerAt(noon).handle(method, base + path, headers)

afterEach(() => void vi.restoreAllMocks())

describe.each([
  ['.pdf', 'application/pdf', '%PDF-1.7'],
  ['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
])('%s', (extension, type, start) => {
  test('is served as a file with a name that says what it is', async () => {
    const { status, headers, body } = await get(`/aoba/customers${extension}`)
    expect(status).toBe(200)
    expect(body.toString('latin1').startsWith(start)).toBe(true)
    expect(headers).toMatchObject({
      'Content-Type': type,
      'Content-Length': String(body.length),
      'Content-Language': 'ja',
      'Policy-Edition': expect.stringContaining('effective="2025-04-01"'),
    })
    const { 'Content-Disposition': disposition = '' } = headers
    expect(disposition).toMatch(/^inline; filename="[\w.-]+"; filename\*=UTF-8''[\w.%-]+$/)
    const [, name = ''] = disposition.split("UTF-8''")
    expect(decodeURIComponent(name)).toMatch(new RegExp(`^[^_]+_[^_]+_2025-04-01\\${extension}$`))
  })

  test('is found by Accept, told by HEAD, and not sent twice', async () => {
    const whole = await get(`/aoba/customers${extension}`)
    expect((await get('/aoba/customers', { accept: type })).body).toEqual(whole.body)
    const head = await get(`/aoba/customers${extension}`, {}, 'HEAD')
    expect([head.headers, head.body.length]).toEqual([whole.headers, 0])
    const again = await get(`/aoba/customers${extension}`, { 'if-none-match': whole.headers.ETag })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  test('is there in each language, for each edition, and after a repeal', async () => {
    const english = await get(`/aoba/customers${extension}?locale=en`)
    expect(english.headers['Content-Language']).toBe('en')
    expect((await get(`/aoba/customers/editions/1${extension}`)).status).toBe(200)
    expect((await get(`/aoba/club${extension}`)).status).toBe(410)
  })
})

test.each([
  ['unavailable', 501],
  ['busy', 503],
  ['failed', 503],
] as const)('a PDF that is %s is a problem of its own: %i', async (reason, status) => {
  const words: Words = { ja: 'PDF を作成できません。', en: 'No PDF here.' }
  vi.spyOn(formats.pdf, 'render').mockRejectedValue(new PressRefusal(reason, words))
  const answer = await get('/aoba/customers/editions/3.pdf?locale=en')
  expect(answer.status).toBe(status)
  expect(answer.headers['Cache-Control']).toBe('no-store')
  expect(jsonOfBody(answer)).toMatchObject({
    detail: 'No PDF here.',
    formats: ['.json', '.html', '.md', '.txt', '.docx'],
  })
  expect((await get('/aoba/customers/editions/3.txt?locale=en')).status).toBe(200)
})
