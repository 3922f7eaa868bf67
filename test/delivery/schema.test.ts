import { Ajv2020 } from 'ajv/dist/2020.js'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Node, type NodeType, nodesOf, type PolicyDocument } from '../../src/core/document.ts'
import { schemaJson } from '../../src/delivery/lists/schema.ts'
import { arbitraryDocument } from '../core/arbitrary-document.ts'
import { everyNode, nodeTypes } from '../core/every-node.ts'
import { fixturePolicies } from '../fixtures/policies/index.ts'
import { base, customers, get, jsonOfBody } from './shelf.ts'

const id = 'https://policies.example.jp/api/privacy-policies/schema.json'
const ajv = new Ajv2020({ validateFormats: false, strictTuples: false })
const isDocument = ajv.compile(schemaJson(id))
const isReading = ajv.compile({ $ref: `${id}#/$defs/reading` })
const problems = (document: unknown) => {
  isDocument(document)
  return isDocument.errors ?? []
}

describe('the schema of the tree', () => {
  test('is served where the JSON says', async () => {
    const served = jsonOfBody(await get('/schema.json'))
    expect(served).toEqual(JSON.parse(JSON.stringify(schemaJson(`${base}/schema.json`))))
    expect((await get('/schema.json')).headers['Content-Type']).toBe(
      'application/schema+json; charset=utf-8',
    )
  })
  test('has a definition for every type of node', () => {
    expect(Object.keys(schemaJson(id).$defs as object)).toEqual(expect.arrayContaining(nodeTypes))
  })
  test('holds for every type of node, and for whole policies', () => {
    for (const locale of ['ja', 'en'] as const) expect(problems(everyNode(locale))).toEqual([])
    for (const { documents } of fixturePolicies)
      for (const document of documents) expect(problems(document)).toEqual([])
  })
  test('holds for any document', () => {
    fc.assert(
      fc.property(arbitraryDocument, (document) => {
        expect(problems(document)).toEqual([])
      }),
    )
  })

  /** A copy of the document in which the first node of a type is changed. */
  function changed(
    type: NodeType,
    change: (node: Record<string, unknown>) => void,
  ): PolicyDocument {
    const copy: PolicyDocument = structuredClone(everyNode('ja'))
    const [node] = nodesOf(copy, type) as Node[]
    change(node as unknown as Record<string, unknown>)
    return copy
  }
  test.each(nodeTypes)('refuses a %s with what it must not have', (type) => {
    expect(problems(changed(type, (node) => Object.assign(node, { colour: 'red' })))).not.toEqual(
      [],
    )
  })
  test.each(nodeTypes.filter((type) => type !== 'break'))(
    'refuses a %s without its text or children',
    (type) => {
      const says = ['children', 'value', 'text', 'term', 'lines', 'name']
      const mute = changed(type, (node) => {
        const own = says.find((name) => name in node)
        if (own) delete node[own]
      })
      expect(problems(mute)).not.toEqual([])
    },
  )
})

test('the schema of a reading holds for what is served', async () => {
  for (const number of customers.map((edition) => edition.number)) {
    isReading(jsonOfBody(await get(`/aoba/customers/editions/${number}.json`)))
    expect([number, isReading.errors]).toEqual([number, null])
  }
  isReading({ ...jsonOfBody(await get('/aoba/customers.json')), more: 1 })
  expect(isReading.errors).not.toBeNull()
})
