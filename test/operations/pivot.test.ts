import { createLocalReq } from 'payload'
import { describe, expect, test } from 'vitest'
import { compose } from '../../src/core/compose.ts'
import { type PolicyDocument, textOf } from '../../src/core/document.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { loadPolicy } from '../../src/operations/policy/load-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { fixturePolicies } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'

const payload = await testPayload()
const req = await createLocalReq({}, payload)
const reading = { req, overrideAccess: true }

describe.each(fixturePolicies)('$name, through the database', async ({ name, documents }) => {
  const { policy } = await importPolicy(
    { documents, organisation: name, policy: 'privacy', createOrganisation: true },
    reading,
  )

  test.each(documents.map((document) => [document.locale, document] as const))(
    'records make the same document again in %s',
    async (locale, document) => {
      const records = await loadPolicy(policy, reading)
      expect(records).not.toBeNull()
      const composed = compose(records as NonNullable<typeof records>, locale)
      expect(withPlainIds(composed)).toEqual(withPlainIds(document))
    },
  )

  test('its edition prints every line of it, in all its languages', async () => {
    const { edition, incomplete } = await publishPolicy({ policy }, reading)
    expect(incomplete).toEqual({})
    expect(Object.keys(edition.documents)).toEqual(documents.map((document) => document.locale))
    for (const document of documents)
      expect(textOf(edition.documents[document.locale] as PolicyDocument)).toBe(textOf(document))
  })
})

/** The tree with its ids renamed in the order in which they first stand, since the database gives its own. */
function withPlainIds(document: PolicyDocument): unknown {
  const names = new Map<string, string>()
  const rename = (id: string) => {
    const name = names.get(id) ?? `#${names.size + 1}`
    names.set(id, name)
    return name
  }
  const idKeys = new Set(['id', 'record', 'target'])
  const walk = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return idKeys.has(key) ? rename(value) : value
    if (Array.isArray(value)) return value.map((item) => walk(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value)
        .toSorted(([a], [b]) => (a < b ? -1 : 1))
        .map(([name, inner]) => [name, walk(inner, name)]),
    )
  }
  return walk(document)
}
