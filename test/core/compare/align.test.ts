import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Alignment, align } from '../../../src/core/compare/align.ts'
import { withIds } from '../../../src/core/compare/with-ids.ts'
import {
  type Node,
  nodesOf,
  type PolicyDocument,
  type Section,
} from '../../../src/core/document.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { fixturePolicies } from '../../fixtures/policies/index.ts'
import { policyTexts } from '../policy-texts.ts'

const documents: readonly PolicyDocument[] = [
  ...fixturePolicies.map(({ documents: [document] }) => document),
  ...policyTexts.map((text) => parse(text).document),
]
const someDocument = fc.constantFrom(...documents)

const types = {
  sections: 'section',
  purposes: 'purpose',
  exceptionClauses: 'exceptionClause',
  jointUsePartners: 'jointUsePartner',
  safetyMeasures: 'safetyMeasure',
  contacts: 'contact',
} as const
const kinds = Object.keys(types) as (keyof typeof types)[]
const idsIn = (document: PolicyDocument, kind: keyof typeof types) => [
  ...new Set((nodesOf(document, types[kind]) as { id: string }[]).map(({ id }) => id)),
]

/** The same text under ids that say nothing. */
const strange = (document: PolicyDocument) => withIds(document, (id) => `new ${id}`)

function expectOneToOne(alignment: Alignment): void {
  for (const pairs of Object.values(alignment))
    expect(new Set(pairs.values()).size).toBe(pairs.size)
}

/** Every node of a tree through a function, children first. */
function mapped<N extends Node>(node: N, change: (node: Node) => Node): N {
  const children = 'children' in node ? node.children.map((child) => mapped(child, change)) : null
  return change({ ...node, ...(children && { children }) } as Node) as N
}

describe('align', () => {
  test('a document with itself is the identity', () => {
    for (const document of documents) {
      const alignment = align(document, strange(document))
      for (const kind of kinds)
        expect(alignment[kind]).toEqual(
          new Map(idsIn(document, kind).map((id) => [`new ${id}`, id])),
        )
    }
  })

  test('any two documents: nothing is paired twice, and nothing that is not there', () => {
    fc.assert(
      fc.property(someDocument, someDocument, (before, after) => {
        const alignment = align(before, strange(after))
        expectOneToOne(alignment)
        for (const kind of kinds) {
          const [own, other] = [new Set(idsIn(before, kind)), new Set(idsIn(after, kind))]
          for (const [a, b] of alignment[kind])
            expect([other.has(a.slice('new '.length)), own.has(b)]).toEqual([true, true])
        }
      }),
      { numRuns: 60 },
    )
  })

  test('sections in any other order keep their ids, each its own', () => {
    fc.assert(
      fc.property(someDocument, fc.infiniteStream(fc.nat()), (document, numbers) => {
        const shuffled = mapped(document, (node) => {
          if (!('children' in node) || !node.children.some(({ type }) => type === 'section'))
            return node
          const sections = node.children.filter(({ type }) => type === 'section')
          const order = sections.map((section) => ({ section, at: numbers.next().value ?? 0 }))
          const moved = order.toSorted((a, b) => a.at - b.at).map(({ section }) => section)
          const children = node.children.map((child) =>
            child.type === 'section' ? (moved.shift() as Section) : child,
          )
          return { ...node, children } as Node
        })
        const alignment = align(document, strange(shuffled))
        for (const kind of kinds)
          expect(alignment[kind]).toEqual(
            new Map(idsIn(shuffled, kind).map((id) => [`new ${id}`, id])),
          )
      }),
      { numRuns: 40 },
    )
  })

  test('a record in which a word changes keeps its id, and so do all others', () => {
    fc.assert(
      fc.property(someDocument, fc.nat(), fc.nat(), (document, which, where) => {
        const texts = (['purpose', 'exceptionClause', 'safetyMeasure'] as const).flatMap((type) =>
          nodesOf(document, type).filter(({ text }) => text.length >= 12),
        )
        const one = texts[which % texts.length]
        if (!one) return
        const at = where % (one.text.length - 2)
        const text = `${one.text.slice(0, at)}変更${one.text.slice(at + 2)}`
        const changed = mapped(document, (node) =>
          'id' in node && node.id === one.id && node.type === one.type
            ? ({ ...node, text } as Node)
            : node,
        )
        const alignment = align(document, strange(changed))
        for (const kind of kinds)
          expect(alignment[kind]).toEqual(
            new Map(idsIn(document, kind).map((id) => [`new ${id}`, id])),
          )
      }),
      { numRuns: 60 },
    )
  })

  test('what is new gets no id of what is there', () => {
    fc.assert(
      fc.property(someDocument, fc.nat(), (document, where) => {
        const lists = nodesOf(document, 'purposeList')
        const list = lists[where % lists.length]
        if (!list) return
        const fresh = { type: 'purpose', id: 'fresh', text: 'ドローンによる測量図面を納品するため' }
        const grown = mapped(document, (node) =>
          node.type === 'purposeList' && node.children[0]?.id === list.children[0]?.id
            ? ({ ...node, children: [...node.children, fresh] } as Node)
            : node,
        )
        const { purposes } = align(document, strange(grown))
        expect(purposes.has('new fresh')).toBe(false)
        expect(purposes.size).toBe(idsIn(document, 'purposes').length)
      }),
      { numRuns: 40 },
    )
  })
})
