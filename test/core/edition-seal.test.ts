import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  canonicalJson,
  compareInstants,
  type EditionRow,
  readInstant,
  seal,
  sha256Of,
  verifyChain,
} from '../../src/core/edition/index.ts'
import { chain, shortPolicy } from './edition-chain.ts'

const three = () =>
  chain(
    { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' },
    {
      effectiveFrom: '2025-04-01',
      recordedAt: '2025-02-01T00:00:00.123456Z',
      summary: { ja: '取得の条を改めた。', en: 'Collection reworded.' },
      documents: {
        ja: shortPolicy('当社は、個人情報を適正に取得します。'),
        en: shortPolicy('The Company collects personal information lawfully.', 'en'),
      },
    },
    {
      kind: 'withdrawal',
      withdraws: 2,
      effectiveFrom: '2025-03-01',
      recordedAt: '2025-03-01T00:00:00.000Z',
    },
  )
/** As the public reads it, after a journey as JSON. */
const exported = (row: EditionRow) => {
  const { internal, ...open } = JSON.parse(JSON.stringify(row)) as EditionRow
  return open
}

describe('canonical JSON', () => {
  test('is the spelling of RFC 8785', () => {
    // 3.2.2, 3.2.3: properties by UTF-16 code units, shortest numbers, minimal escapes.
    const value = {
      '€': 1e30,
      '\r': 4.5,
      '1': 2e-3,
      '😂': 'A"\\\n\u000f/é',
      '\ufb33': [null, true],
    }
    expect(canonicalJson(value)).toBe(
      '{"\\r":4.5,"1":0.002,"€":1e+30,"😂":"A\\"\\\\\\n\\u000f/é","\ufb33":[null,true]}',
    )
  })
  test('is the same whatever order properties were written in', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).reverse())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      }),
    )
  })
  test('reads back as the value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
  test('refuses what JSON cannot carry', () => {
    expect(() => canonicalJson({ text: '\ud842' })).toThrow('lone surrogate U+d842')
    expect(() => canonicalJson(undefined)).toThrow(TypeError)
    expect(() => canonicalJson(Number.NaN)).toThrow()
    expect(canonicalJson('\\ud842 𠮷')).toBe('"\\\\ud842 𠮷"')
  })
})

describe('instants', () => {
  test('have one spelling', () => {
    expect(readInstant('2025-03-03T10:00:00+09:00')).toBe('2025-03-03T01:00:00.000Z')
    expect(readInstant('2025-03-03 01:00:00.123456Z')).toBe('2025-03-03T01:00:00.123456Z')
    expect(readInstant('2025-03-03T01:00:00.123000Z')).toBe('2025-03-03T01:00:00.123Z')
    expect(readInstant('2025-03-03T01:00Z')).toBe('2025-03-03T01:00:00.000Z')
  })
  test('what names none is not read', () => {
    for (const text of [
      '2025-03-03',
      '2025-03-03T10:00:00',
      '2025-02-30T00:00:00Z',
      '2025-03-03T25:00Z',
      'now',
      '9999-12-31T23:00:00-05:00',
    ])
      expect(readInstant(text)).toBeNull()
  })
  test('sort by time, whatever their decimals', () => {
    const micros = fc.nat(5_000_000_000)
    const spelt = (n: number) =>
      readInstant(
        `${new Date(Math.floor(n / 1000)).toISOString().slice(0, 23)}${String(n % 1000).padStart(3, '0')}Z`,
      ) ?? ''
    fc.assert(
      fc.property(micros, micros, (a, b) => {
        expect(Math.sign(compareInstants(spelt(a), spelt(b)))).toBe(Math.sign(a - b))
      }),
    )
  })
})

describe('sealing', () => {
  test('the hash is that of the public row without the hash, so that anyone can work it out', () => {
    for (const row of three()) {
      const { sha256, ...hashed } = exported(row)
      expect(createHash('sha256').update(canonicalJson(hashed)).digest('hex')).toBe(sha256)
    }
  })
  test('each edition holds the hash of the one before', () => {
    const [first, second, third] = three()
    expect(first?.previousSha256).toBeNull()
    expect(second?.previousSha256).toBe(first?.sha256)
    expect(third?.previousSha256).toBe(second?.sha256)
  })
  test('each language has a hash of its own document', () => {
    const second = three()[1]
    expect(Object.keys(second?.languages ?? {})).toEqual(['ja', 'en'])
    expect(second?.languages.en).toEqual({
      sha256: sha256Of(second?.documents.en),
      title: 'Privacy Policy',
      organisation: 'Aoba Shoten Co., Ltd.',
    })
  })
  test('who published it is sealed without being told', () => {
    const [row] = three()
    if (!row) throw new Error('Expected an edition')
    const other = seal(
      { ...row, internal: { ...row.internal, publishedBy: { id: 'user-1', name: '山田花子' } } },
      null,
    )
    expect(other.sha256).not.toBe(row.sha256)
    expect(JSON.stringify(exported(other))).not.toContain('山田花子')
    expect(verifyChain([exported(other)]).ok).toBe(true)
  })
  test('a date that could be spelt otherwise is refused', () => {
    const draft = { effectiveFrom: '2024-04-01', recordedAt: '2024-03-01T00:00:00.000Z' }
    expect(() => chain({ ...draft, effectiveFrom: '2024-4-1' })).toThrow('`2024-4-1`')
    expect(() => chain({ ...draft, effectiveFrom: '2023-02-29' })).toThrow(RangeError)
    expect(() => chain({ ...draft, recordedAt: '2024-03-01T09:00:00+09:00' })).toThrow(RangeError)
  })
})

describe('verifying', () => {
  test('a chain holds, in whatever order and whether or not the internal record is there', () => {
    const rows = three()
    const verdict = { ok: true, editions: 3, sha256: rows[2]?.sha256 }
    expect(verifyChain(rows)).toEqual(verdict)
    expect(verifyChain(rows.map(exported).reverse())).toEqual(verdict)
    expect(verifyChain([])).toEqual({ ok: true, editions: 0, sha256: null })
  })

  /** The verdict after one edition (1, 2 …) was changed by hand. */
  const changed = (number: number, change: (row: EditionRow) => object) =>
    verifyChain(three().map((row) => (row.number === number ? { ...row, ...change(row) } : row)))

  test.each<[string, number, (row: EditionRow) => object, RegExp]>([
    [
      'a text',
      2,
      ({ documents }) => ({ documents: { ...documents, en: shortPolicy('Else.', 'en') } }),
      /text/,
    ],
    ['a language left out', 2, ({ documents }) => ({ documents: { ja: documents.ja } }), /text/],
    ['the effective date', 2, () => ({ effectiveFrom: '2025-03-31' }), /particulars/],
    ['the summary', 2, () => ({ summary: { ja: '字句の修正' } }), /particulars/],
    ['what it withdraws', 3, () => ({ withdraws: 1 }), /particulars/],
    [
      'who published it',
      1,
      ({ internal }) => ({ internal: { ...internal, publishedBy: { id: 'x', name: 'x' } } }),
      /internal/,
    ],
    [
      'the recording date, set back',
      2,
      () => ({ recordedAt: '2024-01-01T00:00:00.000Z' }),
      /not recorded after/,
    ],
    ['the hash of the one before', 2, () => ({ previousSha256: null }), /replaced/],
    ['the policy', 2, () => ({ policy: 'policy-applicants' }), /another policy/],
    ['a property added', 2, () => ({ note: 'x' }), /particulars/],
  ])('names the first edition that does not hold: %s', (_, number, change, why) => {
    const verdict = changed(number, change)
    expect(verdict).toMatchObject({ ok: false, edition: number })
    expect(!verdict.ok && verdict.why.en).toMatch(why)
    expect(!verdict.ok && verdict.why.ja).toMatch(/。$/)
  })
  test('an edition sealed anew does not fit what follows it', () => {
    const rows = three()
    const [first, , third] = rows
    if (!rows[1] || !first || !third) throw new Error('Expected three editions')
    const forged = seal({ ...rows[1], effectiveFrom: '2025-03-31' }, first.sha256)
    expect(verifyChain([first, forged, third])).toMatchObject({ ok: false, edition: 3 })
  })
  test('a missing and a doubled edition are noticed', () => {
    const [first, second, third] = three()
    if (!first || !second || !third) throw new Error('Expected three editions')
    expect(verifyChain([first, third])).toMatchObject({
      ok: false,
      edition: 3,
      why: { ja: '第2版がありません。' },
    })
    expect(verifyChain([second, third])).toMatchObject({ ok: false, edition: 2 })
    expect(verifyChain([first, second, second, third])).toMatchObject({ ok: false, edition: 2 })
  })
})
