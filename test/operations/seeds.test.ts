import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createLocalReq } from 'payload'
import pg from 'pg'
import { describe, expect, test } from 'vitest'
import { nodesOf, type PolicyDocument, textOf } from '../../src/core/document.ts'
import { verifyChain } from '../../src/core/edition/index.ts'
import { parse } from '../../src/core/parse/index.ts'
import { createReader } from '../../src/delivery/reader.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { testPayload } from '../payload.ts'

/** Real policies, with labels made by hand; they are not part of this repository. */
const folder = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))
const present = existsSync(folder)
const names = present
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.txt'))
      .map((name) => name.replace('.txt', ''))
  : ['-']

/** One of them comes out of a PDF with its lines broken in the middle of sentences. */
const wrapped = new Set(['000'])

type Labels = {
  readonly purposes: readonly unknown[]
  readonly exceptions: readonly unknown[]
  readonly jointUse: { readonly partners: readonly unknown[] } | null
  readonly safetyMeasures: readonly unknown[]
  readonly contacts: readonly unknown[]
}

const bare = (text: string) => text.replace(/\s+/gu, '')
const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

describe.skipIf(!present)('real policies (skipped where ../shared/seeds is absent)', async () => {
  if (!present) return
  const payload = await testPayload()
  const reader = createReader({ source: payloadSource(payload) })
  const get = async (path: string) =>
    (await reader.handle('GET', `/api/privacy-policies/${path}`, {})).body.toString('utf8')

  /** What a program of somebody else's finds in the database. */
  async function storedDocument(organisation: string): Promise<PolicyDocument> {
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL })
    await client.connect()
    try {
      const { rows } = await client.query<{ document: PolicyDocument }>(
        `select documents->'ja' as document from policy_editions where organisation_slug = $1`,
        [organisation],
      )
      expect(rows).toHaveLength(1)
      return (rows[0] as { document: PolicyDocument }).document
    } finally {
      await client.end()
    }
  }

  describe.each(names)('%s', async (name) => {
    const organisation = `seed-${name}`
    const source = readFileSync(`${folder}${name}.txt`, 'utf8')
    const labels = JSON.parse(readFileSync(`${folder}labels/${name}.json`, 'utf8')) as Labels
    const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
    const imported = await importPolicy(
      {
        documents: [parse(source).document],
        organisation,
        policy: 'privacy-policy',
        createOrganisation: true,
      },
      reading,
    )
    const { edition } = await publishPolicy(
      { policy: imported.policy, kind: 'import', effectiveFrom: '2024-04-01' },
      reading,
    )

    test('comes out of the reader as it went in', async () => {
      const text = await get(`${organisation}/privacy-policy.txt`)
      expect(bare(text)).toBe(bare(source))
      if (!wrapped.has(name)) expect(linesOf(text)).toEqual(linesOf(source))
    })

    test('stands in the database as it went in', async () => {
      const document = await storedDocument(organisation)
      expect(bare(textOf(document))).toBe(bare(source))
      expect(document).toEqual(edition.documents.ja)
    })

    test('has typed records of every kind that a reader finds in it', async () => {
      const { document } = JSON.parse(await get(`${organisation}/privacy-policy.json`)) as {
        document: PolicyDocument
      }
      const found = {
        purposes: nodesOf(document, 'purpose'),
        exceptions: nodesOf(document, 'exceptionClause'),
        partners: nodesOf(document, 'jointUsePartner'),
        measures: nodesOf(document, 'safetyMeasure'),
        contacts: nodesOf(document, 'contact'),
      }
      const labelled = {
        purposes: labels.purposes,
        exceptions: labels.exceptions,
        partners: labels.jointUse?.partners ?? [],
        measures: labels.safetyMeasures,
        contacts: labels.contacts,
      }
      const kinds = (of: { readonly [kind: string]: readonly unknown[] }) =>
        Object.keys(of).filter((kind) => of[kind]?.length)
      expect(kinds(found)).toEqual(kinds(labelled))
    })

    test('each record of the working copy is one row, however often it is printed', async () => {
      const collections = {
        purposes: 'purpose',
        'exception-clauses': 'exceptionClause',
        'joint-use-partners': 'jointUsePartner',
        'safety-measures': 'safetyMeasure',
        contacts: 'contact',
      } as const
      const document = await storedDocument(organisation)
      for (const [collection, type] of Object.entries(collections)) {
        const { docs } = await payload.find({
          collection: collection as keyof typeof collections,
          where: { organisation: { equals: imported.organisation } },
          depth: 0,
          pagination: false,
        })
        const printed = new Set(nodesOf(document, type).map((node) => node.id))
        expect(new Set(docs.map((doc) => doc.id)), collection).toEqual(printed)
      }
    })

    test('its chain verifies from what the database gives back', async () => {
      const rows = await payloadSource(payload).editions(imported.policy)
      expect(verifyChain(rows)).toEqual({ ok: true, editions: 1, sha256: edition.sha256 })
    })
  })
})
