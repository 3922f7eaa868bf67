import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalJson,
  type EditionRow,
  readReceipt,
  verifyExport,
  writeReceipt,
} from '../../src/core/edition/index.ts'
import { chain, shortPolicy } from './edition-chain.ts'

const rows = chain(
  { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
  {
    effectiveFrom: '2025-04-01',
    recordedAt: '2025-02-01T00:00:00.123456Z',
    summary: { ja: '取得の条を改めた。\u000f' },
    documents: {
      ja: shortPolicy('当社は、個人情報を適正に取得します。'),
      en: shortPolicy('The Company collects personal information lawfully.', 'en'),
    },
  },
  { kind: 'repeal', effectiveFrom: '2025-05-01', recordedAt: '2025-03-01T00:00:00.000Z' },
  { effectiveFrom: '2025-06-01', recordedAt: '2025-05-20T00:00:00.000Z' },
)
const lines = rows.map(({ internal, ...open }) => `${canonicalJson(open)}\n`)
const whole = Buffer.from(lines.join(''))
const newest = rows[3] as EditionRow

async function* inPieces(bytes: Uint8Array, size: number) {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size)
}
const verify = (bytes: Uint8Array | string, receipt?: string, size = 4096) =>
  verifyExport(inPieces(Buffer.from(bytes), size), receipt ? readReceipt(receipt) : null)

describe('an export', () => {
  test('holds, in whatever pieces it comes', async () => {
    const verdict = {
      ok: true,
      policy: 'policy-customers',
      editions: 4,
      sha256: newest.sha256,
      receipt: null,
    }
    for (const size of [1, 7, whole.length]) expect(await verify(whole, '', size)).toEqual(verdict)
    expect(await verify(whole.subarray(0, -1))).toEqual(verdict)
  })
  test('any byte that was changed is found, in the line where it stands or the next', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 2),
        fc.integer({ min: 1, max: 255 }),
        async (place, by) => {
          const altered = Buffer.from(whole)
          altered[place] = ((whole[place] ?? 0) + by) % 256
          const verdict = await verify(altered)
          const line = whole.subarray(0, place).toString('latin1').split('\n').length
          expect(verdict).toMatchObject({ ok: false })
          expect(!verdict.ok && [line, line + 1]).toContain(!verdict.ok && verdict.line)
        },
      ),
      { numRuns: 500 },
    )
  })
  test('any byte that was put in or taken out is found', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 2),
        fc.option(fc.integer({ min: 0, max: 255 })),
        async (place, added) => {
          const altered = Buffer.concat([
            whole.subarray(0, place),
            added === null ? Buffer.alloc(0) : Buffer.from([added]),
            whole.subarray(added === null ? place + 1 : place),
          ])
          expect((await verify(altered)).ok).toBe(altered.equals(whole))
        },
      ),
      { numRuns: 500 },
    )
  })
  test('editions left out, doubled or in another order are found; a shorter export says so by its hash', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(3), { minLength: 1, maxLength: 6 }).map((order) => ({
          order,
          isStart: order.every((place, index) => place === index),
        })),
        async ({ order, isStart }) => {
          const verdict = await verify(order.map((place) => lines[place]).join(''))
          expect(verdict.ok).toBe(isStart)
          if (verdict.ok) expect(verdict.sha256).toBe(rows[order.length - 1]?.sha256)
        },
      ),
    )
  })
  test('says what is wrong, and where', async () => {
    const second = lines[1] ?? ''
    const told = async (line: string) => verify([lines[0], line, lines[2], lines[3]].join(''))
    expect(await told(second.replace('lawfully', 'at will'))).toMatchObject({
      line: 2,
      edition: 2,
      editions: 1,
      code: 'language-hash',
      why: { en: 'Its text in `en` does not match its hash: it was changed after publication.' },
    })
    expect(await verify([lines[0], lines[2]].join(''))).toMatchObject({
      line: 2,
      edition: 3,
      code: 'number-missing',
      why: { en: 'Edition 2, which comes before it, is missing.' },
    })
    const [forged] = chain({ effectiveFrom: '2024-05-01', recordedAt: '2024-03-01T00:00:00.000Z' })
    const { internal: _, ...other } = forged as EditionRow
    expect(await verify([`${canonicalJson(other)}\n`, ...lines.slice(1)].join(''))).toMatchObject({
      edition: 2,
      code: 'chain-broken',
      why: { en: expect.stringContaining('broken between 1 and 2') },
    })
    expect(await told('{"number":\n')).toMatchObject({
      line: 2,
      edition: null,
      code: 'line-unreadable',
    })
    expect(await told('\n')).toMatchObject({ line: 2, code: 'line-unreadable' })
    expect(await told('{"number":2}\n')).toMatchObject({ line: 2, code: 'line-no-edition' })
    expect(await told(second.replace('{', '{ '))).toMatchObject({ code: 'line-not-canonical' })
    expect(await told(second.replace('"number":2', '"number":9,"number":2'))).toMatchObject({
      code: 'line-not-canonical',
    })
    expect(await told(`${'['.repeat(200_000)}${']'.repeat(200_000)}\n`)).toMatchObject({ line: 2 })
  })
  test('a line without end is not waited for', async () => {
    async function* endless() {
      for (;;) yield Buffer.alloc(1000, 'x')
    }
    expect(await verifyExport(endless(), null, 100_000)).toMatchObject({
      line: 1,
      code: 'line-too-long',
    })
  })
})

describe('a receipt', () => {
  const receipt = writeReceipt(rows[1] as EditionRow, 'en')

  test('is an item of structured fields, and reads back as what it was', () => {
    expect(receipt).toBe(
      `"policy-customers-edition-2";sha256="${rows[1]?.sha256}";lang="en";effective="2025-04-01"`,
    )
    const text = fc.string({ unit: 'grapheme-ascii', minLength: 1 })
    fc.assert(
      fc.property(text, text, (id, language) => {
        const written = writeReceipt({ ...newest, id }, language)
        const { sha256, effectiveFrom } = newest
        expect(readReceipt(written)).toEqual({ id, sha256, language, effectiveFrom })
      }),
    )
  })
  test('may be written otherwise within the rules of RFC 9651', () => {
    const [id, sha256, lang, effective] = receipt.split(';')
    const read = readReceipt(receipt)
    expect(readReceipt(` ${id};  ${effective}; ${lang}; n=1.5; x;${sha256} `)).toEqual(read)
    expect(readReceipt(`${id};${sha256};lang=en;${effective};lang="ja"`)).toMatchObject({
      language: 'ja',
    })
  })
  test('what is none is not read', () => {
    for (const text of [
      '',
      'policy-customers-edition-2',
      receipt.replace('"policy', 'policy'),
      receipt.replace(/sha256="../, 'sha256="'),
      receipt.replace('2025-04-01', '2025-02-30'),
      receipt.replace(';lang="en"', ''),
      `${receipt};`,
      `${receipt}, ${receipt}`,
      `${receipt};A=1`,
    ])
      expect(readReceipt(text)).toBeNull()
  })
  test('stands in the chain, or it is said why not', async () => {
    expect((await verify(whole, receipt)).receipt).toEqual({ ok: true, edition: 2 })
    const told = async (altered: string) => (await verify(whole, altered)).receipt
    expect(await told(receipt.replace('edition-2', 'edition-9'))).toMatchObject({
      code: 'receipt-unknown',
    })
    expect(await told(receipt.replace(rows[1]?.sha256 ?? '', rows[0]?.sha256 ?? ''))).toMatchObject(
      { code: 'receipt-hash' },
    )
    expect(await told(receipt.replace('"en"', '"toString"'))).toMatchObject({
      code: 'receipt-language',
    })
    expect(await told(receipt.replace('04-01', '04-02'))).toMatchObject({
      code: 'receipt-effective-date',
    })
  })
  test('an edition that does not hold proves nothing', async () => {
    const altered = whole.toString().replace('lawfully', 'at will')
    expect(await verify(altered, receipt)).toMatchObject({
      ok: false,
      receipt: { code: 'receipt-unknown' },
    })
  })
})
