import { describe, expect, test } from 'vitest'
import { compose } from '../../src/core/compose.ts'
import { headingOf, nodesOf, type PolicyDocument, textOf } from '../../src/core/document.ts'
import { extract } from '../../src/core/extract.ts'
import { mergeOrder } from '../../src/core/merge/merge-order.ts'
import { mergeRecords } from '../../src/core/merge/merge-records.ts'
import { placeName } from '../../src/core/merge/place-name.ts'
import type { PolicyRecords } from '../../src/core/records.ts'
import { follow, p, policy, purpose, purposes, rows, section } from '../build.ts'
import { fixturePolicies, tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'

/** A policy of articles: their ids, each with its heading and the sentence of its body. */
type Articles = readonly (readonly [id: string, heading: string, text: string])[]
const articles: Articles = [
  ['a', '利用目的', '次の目的で利用します。'],
  ['b', '第三者提供', '提供しません。'],
  ['c', '窓口', '窓口へご連絡ください。'],
]
const written = (list: Articles): PolicyDocument =>
  policy(
    {},
    ...list.map(([id, heading, text], i) =>
      section([id, 'other', `第${i + 1}条　`, heading], p(text)),
    ),
  )
const merged = (base: Articles, ours: Articles, theirs: Articles) =>
  mergeRecords({
    base: extract(written(base)),
    ours: extract(written(ours)),
    theirs: extract(written(theirs)),
  })
const lines = (records: PolicyRecords) =>
  nodesOf(compose(records, 'ja'), 'section').map((one) => headingOf(one))
const changed = (id: string, text: string): Articles =>
  articles.map((one) => (one[0] === id ? [id, one[1], text] : one))

describe('two policies made from one are one again', () => {
  test.each(fixturePolicies)('$name: what nobody changed stays as it is', ({ documents }) => {
    const records = extract(...documents)
    const { records: same, conflicts } = mergeRecords({
      base: records,
      ours: records,
      theirs: records,
    })
    expect(conflicts).toEqual([])
    for (const document of documents) expect(compose(same, document.locale)).toEqual(document)
  })

  test('what one changed and the other left alone is changed, whichever of the two it was', () => {
    const ours = changed('a', '配送の目的で利用します。')
    const theirs = changed('c', '次の窓口へお申し出ください。')
    for (const [one, other] of [
      [ours, theirs],
      [theirs, ours],
    ] as const) {
      const { records, conflicts } = merged(articles, one, other)
      expect(conflicts).toEqual([])
      const text = textOf(compose(records, 'ja'))
      expect(text).toContain('配送の目的で利用します。')
      expect(text).toContain('次の窓口へお申し出ください。')
    }
  })

  test('an article that either added has its place and all are numbered anew', () => {
    const ours: Articles = [
      ...articles.slice(0, 1),
      ['x', '共同利用', '共同利用します。'],
      ...articles.slice(1),
    ]
    const theirs: Articles = [...articles, ['y', '改定', '改定することがあります。']]
    const { records, conflicts } = merged(articles, ours, theirs)
    expect(conflicts).toEqual([])
    expect(lines(records)).toEqual([
      '第1条　利用目的',
      '第2条　共同利用',
      '第3条　第三者提供',
      '第4条　窓口',
      '第5条　改定',
    ])
  })

  test('an article that one took out is gone, if the other left it alone', () => {
    const { records, conflicts } = merged(articles, articles.slice(1), changed('c', '窓口です。'))
    expect(conflicts).toEqual([])
    expect(lines(records)).toEqual(['第1条　第三者提供', '第2条　窓口'])
  })

  test('a record says what either made it say, at every place that prints it', () => {
    const print = (text: string, more: string) =>
      policy(
        {},
        section(
          ['a', 'purposes', '第1条　', '利用目的'],
          purposes(...rows('・', purpose('p1', text))),
        ),
        section(['b', 'other', '第2条　', 'その他'], p(more)),
      )
    const { records, conflicts } = mergeRecords({
      base: extract(print('配送のため', '以下同じ。')),
      ours: extract(print('商品の配送のため', '以下同じ。')),
      theirs: extract(print('配送のため', '別に定める。')),
    })
    expect(conflicts).toEqual([])
    expect(textOf(compose(records, 'ja'))).toContain('商品の配送のため')
    expect(textOf(compose(records, 'ja'))).toContain('別に定める。')
  })

  test('a reference that follows its target is no change of the article that it stands in', () => {
    const print = (list: readonly (readonly [string, string])[], more: string) => {
      const place = list.findIndex(([id]) => id === 'c') + 1
      return policy(
        {},
        ...list.map(([id, heading], i) =>
          section(
            [id, 'other', `第${i + 1}条　`, heading],
            id === 'a' ? p(follow('c', 'number', `第${place}条`), 'のとおり。') : p(more),
          ),
        ),
      )
    }
    const plain = [
      ['a', '甲'],
      ['b', '乙'],
      ['c', '丙'],
    ] as const
    const longer = [
      ['a', '甲'],
      ['x', '新'],
      ['b', '乙'],
      ['c', '丙'],
    ] as const
    const { records, conflicts } = mergeRecords({
      base: extract(print(plain, '文。')),
      ours: extract(print(plain, '新しい文。')),
      theirs: extract(print(longer, '文。')),
    })
    expect(conflicts).toEqual([])
    expect(textOf(compose(records, 'ja'))).toContain('第4条のとおり。')
  })

  test('each language is taken by itself', () => {
    const base = extract(tsumugiJa, tsumugiEn)
    const [first] = base.sections
    const heading = (words: object): PolicyRecords => ({
      ...base,
      sections: base.sections.map((one) =>
        one === first ? { ...one, heading: { ...one.heading, ...words } } : one,
      ),
    })
    const { records, conflicts } = mergeRecords({
      base,
      ours: heading({ ja: '新しい見出し' }),
      theirs: heading({ en: 'A new heading' }),
    })
    expect(conflicts).toEqual([])
    expect(records.sections.find(({ id }) => id === first?.id)?.heading).toEqual({
      ja: '新しい見出し',
      en: 'A new heading',
    })
  })
})

describe('what both changed is a conflict, and has a name', () => {
  test('a body', () => {
    const { conflicts } = merged(
      articles,
      changed('b', '原則として提供しません。'),
      changed('b', '一切提供しません。'),
    )
    expect(conflicts).toEqual([{ collection: 'sections', id: 'b', field: 'body.ja' }])
    expect(conflicts.map((one) => placeName(one, [written(articles)]).ja)).toEqual([
      '条項「第2条　第三者提供」',
    ])
  })
  test('but not when both changed it to the same', () => {
    const same = changed('b', '一切提供しません。')
    expect(merged(articles, same, same).conflicts).toEqual([])
  })
  test('an article that one changed and the other took out', () => {
    const without = articles.filter(([id]) => id !== 'b')
    const conflict = [{ collection: 'sections', id: 'b', field: 'id' }]
    expect(merged(articles, changed('b', '原則。'), without).conflicts).toEqual(conflict)
    expect(merged(articles, without, changed('b', '原則。')).conflicts).toEqual(conflict)
  })
  test('the order, when both moved the articles', () => {
    const [a, b, c] = articles as [Articles[0], Articles[0], Articles[0]]
    expect(merged(articles, [b, a, c], [a, c, b]).conflicts).toMatchObject([{ field: 'order' }])
    expect(lines(merged(articles, [b, a, c], articles).records)[0]).toBe('第1条　第三者提供')
  })
  test('the name of the organisation', () => {
    const named = (legalName: string) => {
      const { organisation } = written(articles)
      return extract(policy({ organisation: { ...organisation, legalName } }, p('文。')))
    }
    const { conflicts } = mergeRecords({
      base: named('株式会社青葉'),
      ours: named('株式会社若葉'),
      theirs: named('株式会社紅葉'),
    })
    expect(conflicts).toMatchObject([{ collection: 'organisation', field: 'legalName.ja' }])
  })
})

test('two orders are one where one side moved nothing', () => {
  const base = ['1', '2', '3']
  expect(mergeOrder({ base, ours: base, theirs: ['3', '1', '2'] })).toEqual(['3', '1', '2'])
  expect(mergeOrder({ base, ours: ['1', 'x', '2', '3'], theirs: ['3', '1', '2'] })).toEqual([
    '3',
    '1',
    'x',
    '2',
  ])
  expect(mergeOrder({ base, ours: ['x', '1', '3'], theirs: ['1', '3', 'y'] })).toEqual([
    'x',
    '1',
    '3',
    'y',
  ])
  expect(mergeOrder({ base, ours: ['2', '1', '3'], theirs: ['1', '3', '2'] })).toBeNull()
})
