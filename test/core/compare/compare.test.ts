import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Change, compare } from '../../../src/core/compare/index.ts'
import { apply } from '../../../src/core/compare/patch.ts'
import { printed } from '../../../src/core/compare/units.ts'
import { wordsOf } from '../../../src/core/compare/words.ts'
import { type PolicyDocument, type Section, textOf } from '../../../src/core/document.ts'
import { squash } from '../../../src/core/fold.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { fixturePolicies } from '../../fixtures/policies/index.ts'
import { firstYear, secondYear } from '../../fixtures/two-years.ts'
import { arbitraryDocument } from '../arbitrary-document.ts'
import { policyTexts } from '../policy-texts.ts'

const read = (text: string): PolicyDocument => parse(text).document
const documents: readonly PolicyDocument[] = [
  ...fixturePolicies.map(({ documents: [document] }) => document),
  ...policyTexts.map(read),
]
const someDocument = fc.constantFrom(...documents)
const ids = fc.constantFrom('permanent' as const, 'strange' as const)

/** A policy after amendments that an editor may make, one after the other. */
const amended = someDocument.chain((document) =>
  fc
    .array(fc.tuple(fc.constantFrom(...amendments), fc.nat(), fc.nat()), { maxLength: 5 })
    .map((steps) => ({
      before: document,
      after: steps.reduce((text, [amend, one, other]) => amend(text, one, other), document),
    })),
)

/** The same value, its fields the other way round. */
function reordered<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(reordered) as T
  const fields = Object.entries(value).reverse()
  return Object.fromEntries(fields.map(([name, inner]) => [name, reordered(inner)])) as T
}

type Amend = (document: PolicyDocument, one: number, other: number) => PolicyDocument
const sectionsOf = ({ children }: PolicyDocument) =>
  children.filter((child): child is Section => child.type === 'section')
const withSections = (document: PolicyDocument, sections: readonly Section[]): PolicyDocument => {
  const before = document.children.findIndex(({ type }) => type === 'section')
  const rest = document.children.filter(({ type }) => type !== 'section')
  const at = Math.max(before, 0)
  return { ...document, children: [...rest.slice(0, at), ...sections, ...rest.slice(at)] }
}
const move: Amend = (document, one, other) => {
  const sections = sectionsOf(document)
  const [moved] = sections.splice(one % Math.max(sections.length, 1), 1)
  if (moved) sections.splice(other % (sections.length + 1), 0, moved)
  return withSections(document, sections)
}
const drop: Amend = (document, one) => {
  const sections = sectionsOf(document)
  sections.splice(one % Math.max(sections.length, 1), 1)
  return withSections(document, sections)
}
const add: Amend = (document, one, other) => {
  const sections = sectionsOf(document)
  sections.splice(one % (sections.length + 1), 0, {
    type: 'section',
    id: `new ${one} ${other}`,
    kind: 'other',
    level: 1,
    number: '',
    heading: `その他の事項${other % 10}`,
    children: [{ type: 'paragraph', children: [{ type: 'text', value: '別に定めます。' }] }],
  })
  return withSections(document, sections)
}
/** Another word in the place of one, wherever it stands first. */
const reword: Amend = (document, one, other) => {
  const words = ['利用', '個人', '提供', '当社', '場合', '本人', 'ため', '目的']
  const [from, to] = [words[one % words.length] as string, words[other % words.length] as string]
  const text = JSON.stringify(document.children)
  const at = text.indexOf(from, (one * 37) % text.length)
  if (at < 0 || !/value|text|heading/.test(text.slice(Math.max(0, at - 200), at))) return document
  return {
    ...document,
    children: JSON.parse(text.slice(0, at) + to + text.slice(at + from.length)),
  }
}
const amendments: readonly Amend[] = [move, drop, add, reword, reword]

const opposite: { readonly [how: string]: string } = {
  added: 'removed',
  removed: 'added',
  widened: 'narrowed',
  narrowed: 'widened',
  split: 'merged',
  merged: 'split',
}
const counted = (changes: readonly Change[], name: (how: string) => string) =>
  changes.map(({ of, how }) => `${of} ${name(how)}`).sort()

describe('compare', () => {
  test('the patch makes the one text of the other, to the character: any two trees', () => {
    fc.assert(
      fc.property(arbitraryDocument, arbitraryDocument, ids, (before, after, kind) => {
        const { patch } = compare(before, after, { ids: kind })
        expect(apply(before, JSON.parse(JSON.stringify(patch)))).toEqual(after)
      }),
      { numRuns: 150 },
    )
  })

  test('the patch makes the one text of the other: any amendment of a policy', () => {
    fc.assert(
      fc.property(amended, ids, ({ before, after }, kind) => {
        const { patch } = compare(before, after, { ids: kind })
        expect(apply(before, JSON.parse(JSON.stringify(patch)))).toEqual(after)
      }),
      { numRuns: 60 },
    )
  })

  test('a text and itself, as a database gives it back, with its fields in another order: nothing', () => {
    fc.assert(
      fc.property(fc.oneof(someDocument, arbitraryDocument), ids, (document, kind) => {
        const { changes, patch } = compare(document, reordered(document), { ids: kind })
        expect(changes).toEqual([])
        expect(patch).toEqual({ keep: '' })
      }),
      { numRuns: 60 },
    )
  })

  test('from the other side, what was added is removed, and there is as much of it', () => {
    fc.assert(
      fc.property(amended, ids, ({ before, after }, kind) => {
        const there = compare(before, after, { ids: kind }).changes
        const back = compare(after, before, { ids: kind }).changes
        expect(counted(back, (how) => opposite[how] ?? how)).toEqual(counted(there, (how) => how))
      }),
      { numRuns: 60 },
    )
  })

  test('both columns, put together, are both texts', () => {
    fc.assert(
      fc.property(amended, ids, ({ before, after }, kind) => {
        const { parts } = compare(before, after, { ids: kind }).matching
        const column = (side: 'before' | 'after') =>
          parts.flatMap(({ rows }) => rows.flatMap((row) => row[side].map(printed))).join('')
        expect(signs(column('after'))).toEqual(signs(textOf(after)))
        expect(signs(column('before'))).toEqual(signs(textOf(before)))
      }),
      { numRuns: 40 },
    )
  })

  test('a moved section is a move, and neither a removal nor an addition', () => {
    fc.assert(
      fc.property(someDocument, fc.nat(), fc.nat(), ids, (document, one, other, kind) => {
        const after = move(document, one, other)
        const { changes } = compare(document, after, { ids: kind })
        const isMoved = JSON.stringify(sectionsOf(document)) !== JSON.stringify(sectionsOf(after))
        expect(changes.map(({ of, how }) => `${of} ${how}`)).toEqual(
          isMoved ? ['section moved'] : [],
        )
      }),
      { numRuns: 60 },
    )
  })
})

/** The same signs, in whatever order: what moved stands where it stands in one of both. */
const signs = (text: string) => [...squash(text)].sort().join('')

describe('typed changes', () => {
  const changes = compare(read(firstYear), read(secondYear), { ids: 'strange' }).changes
  const said = changes.map(({ of, how, before, after }) => [of, how, before, after])

  test('of an amendment as firms make them every year', () => {
    expect(said).toMatchInlineSnapshot(`
      [
        [
          "section",
          "added",
          null,
          "第2条（個人情報の取得）",
        ],
        [
          "section",
          "renumbered",
          "第2条（利用目的）",
          "第3条（利用目的）",
        ],
        [
          "section",
          "renumbered",
          "第3条（第三者提供）",
          "第4条（第三者提供）",
        ],
        [
          "section",
          "removed",
          "第6条（クッキー）",
          null,
        ],
        [
          "section",
          "renumbered",
          "第7条（安全管理措置）",
          "第6条（安全管理措置）",
        ],
        [
          "section",
          "moved",
          "第4条（委託）",
          "第7条（委託）",
        ],
        [
          "section",
          "renumbered",
          "第4条（委託）",
          "第7条（委託）",
        ],
        [
          "purpose",
          "changed",
          "ご注文いただいた商品を発送するため",
          "ご注文いただいた商品及びサービスを発送するため",
        ],
        [
          "purpose",
          "added",
          null,
          "展示会の開催をメールマガジンで案内するため",
        ],
        [
          "partner",
          "added",
          null,
          "あかつき倉庫株式会社",
        ],
        [
          "date",
          "changed",
          "2024年4月1日",
          "2025年4月1日",
        ],
        [
          "text",
          "changed",
          "当社は、第2条に定める利用目的の達成に必要な範囲内で、個人データの取扱いを外部に委託することがあります。",
          "当社は、第3条に定める利用目的の達成に必要な範囲内で、個人データの取扱いを外部に委託することがあります。",
        ],
      ]
    `)
  })
})

describe('words', () => {
  const marked = (before: string, after: string) => {
    const words = wordsOf(before, after)
    return [words.before, words.after].map((side) =>
      side.map(({ text, changed }) => (changed ? `[${text}]` : text)).join(''),
    )
  }
  test.each([
    ['これを提供し、', 'これを提供いたし、', 'これを[提供し]、', 'これを[提供いたし]、'],
    ['第3条の目的で', '第4条の目的で', '[第3条]の目的で', '[第4条]の目的で'],
    ['商品を発送する', '商品及び見本を発送する', '商品を発送する', '商品[及び見本]を発送する'],
    ['電話：03-0000-0100', '電話：03-0000-0199', '電話：[03-0000-0100]', '電話：[03-0000-0199]'],
    ['We may sell it.', 'We shall not sell it.', 'We [may] sell it.', 'We [shall not] sell it.'],
    ['当社 及び', '当社及び', '当社[ ]及び', '当社及び'],
  ])('%s → %s', (before, after, left, right) => {
    expect(marked(before, after)).toEqual([left, right])
  })

  test('each side, put together, is its text', () => {
    const line = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.constantFrom(...documents.flatMap((document) => textOf(document).split('\n'))),
    )
    fc.assert(
      fc.property(line, line, (before, after) => {
        const words = wordsOf(before, after)
        const whole = (side: readonly { readonly text: string }[]) =>
          side.map(({ text }) => text).join('')
        expect([whole(words.before), whole(words.after)]).toEqual([before, after])
      }),
    )
  })
})
