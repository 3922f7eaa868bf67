import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'
import { describe, expect, test, vi } from 'vitest'
import { compose } from '../../src/core/compose.ts'
import { nodesOf, type PolicyDocument, textOf } from '../../src/core/document.ts'
import { parse } from '../../src/core/parse/index.ts'
import { render } from '../../src/core/render/index.ts'
import { importPolicy, type PolicyImport } from '../../src/operations/importing/import-policy.ts'
import { loadPolicy } from '../../src/operations/policy/load-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'
import { firstYear, secondYear } from '../fixtures/two-years.ts'
import { testPayload, withoutGate } from '../payload.ts'

// Three imports in one test take their time on a busy machine.
vi.setConfig({ testTimeout: 120_000 })

const payload = await testPayload()
withoutGate(payload)
const { pool } = payload.db as unknown as PostgresAdapter
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

const bring = async (
  organisation: string,
  text: string | PolicyImport['documents'],
  more: Partial<PolicyImport> = { createOrganisation: true },
) => {
  const documents: PolicyImport['documents'] =
    typeof text === 'string' ? [parse(text).document] : text
  const req = await createLocalReq({}, payload)
  return importPolicy(
    { documents, organisation, policy: 'privacy', ...more },
    { req, overrideAccess: true },
  )
}
const intoExisting = { intoExisting: true } as const

async function workingCopy(policy: string, locale = 'ja'): Promise<PolicyDocument> {
  const records = await loadPolicy(policy, reading)
  if (!records) throw new Error('Expected the policy')
  return compose(records, locale)
}

/** Every row that an import writes into, with the instant of its last change. */
async function touched(): Promise<ReadonlyMap<string, string>> {
  const tables = ['policies', 'policy_sections', 'purposes', 'exception_clauses', 'organisations']
  const all = [...tables, 'joint_use_partners', 'safety_measures', 'contacts']
  const rows = await Promise.all(
    all.map(async (table) => {
      const { rows } = await pool.query<{ id: string; count: string }>(
        `select parent_id as id, count(*) from _${table}_v group by 1`,
      )
      return rows.map(({ id, count }) => [`${table} ${id}`, count] as const)
    }),
  )
  return new Map(rows.flat())
}

const idOf = (document: PolicyDocument, heading: string) =>
  nodesOf(document, 'section').find((section) => section.heading === heading)?.id

describe('next year’s text in the policy of last year', async () => {
  const { policy } = await bring('shiomi', firstYear)
  const before = await workingCopy(policy)
  const { edition: first } = await publishPolicy({ policy, kind: 'import' }, reading)
  const versions = await touched()
  const { amended } = await bring('shiomi', secondYear, intoExisting)
  const after = await workingCopy(policy)
  const { edition: second } = await publishPolicy({ policy }, reading)

  test('says what the text says, to the character', () => {
    expect(render(after, 'text')).toBe(render(parse(secondYear).document, 'text'))
    expect(textOf(second.documents.ja as PolicyDocument)).toBe(textOf(after))
  })

  test('keeps the ids of all that stayed, so that anchors go on', () => {
    const kept = nodesOf(before, 'section').filter(({ heading }) => heading !== '（クッキー）')
    for (const { id, heading } of kept) expect(idOf(after, heading)).toBe(id)
    const anchors = (document: unknown) =>
      [...render(document as PolicyDocument, 'html').matchAll(/<section id="([^"]+)"/g)].map(
        ([, id]) => id,
      )
    for (const { id } of kept) {
      expect(anchors(first.documents.ja)).toContain(id)
      expect(anchors(second.documents.ja)).toContain(id)
    }
    for (const type of ['purpose', 'exceptionClause', 'safetyMeasure', 'contact'] as const) {
      const ids = nodesOf(before, type).map(({ id }) => id)
      expect(
        nodesOf(after, type)
          .map(({ id }) => id)
          .slice(0, ids.length),
      ).toEqual(ids)
    }
  })

  test('gives ids of their own to what is new', () => {
    const known = new Set(nodesOf(before, 'section').map(({ id }) => id))
    expect(known.has(idOf(after, '（個人情報の取得）') ?? '')).toBe(false)
    const partners = nodesOf(after, 'jointUsePartner')
    expect(partners).toHaveLength(3)
    expect(partners.slice(0, 2)).toEqual(nodesOf(before, 'jointUsePartner'))
  })

  test('reports what became of everything', () => {
    const names = (ids: readonly string[] = []) => ids.map((id) => amended?.names[id])
    const { sections, purposes, jointUsePartners, exceptionClauses } = amended?.amendment ?? {}
    expect(names(sections?.added)).toEqual(['第2条（個人情報の取得）'])
    expect(names(sections?.removed)).toEqual(['第6条（クッキー）'])
    expect(names(amended?.moved)).toEqual(['第7条（委託）'])
    expect(names(purposes?.changed)).toEqual(['ご注文いただいた商品及びサービスを発送するため'])
    expect(names(purposes?.added)).toEqual(['展示会の開催をメールマガジンで案内するため'])
    expect(names(jointUsePartners?.added)).toEqual(['あかつき倉庫株式会社'])
    expect(exceptionClauses).toMatchObject({ changed: [], added: [], removed: [] })
    expect(amended?.differences).toEqual([])
  })

  test('writes only what says something else', async () => {
    const now = await touched()
    const changed = new Set([
      ...(amended?.amendment.purposes.changed ?? []),
      ...(amended?.amendment.sections.changed ?? []),
      ...(amended?.amendment.sections.removed ?? []),
      ...(amended?.moved ?? []),
      policy,
    ])
    for (const [row, count] of versions) {
      const id = row.split(' ')[1] ?? ''
      expect(Number(now.get(row)), row).toBe(Number(count) + (changed.has(id) ? 1 : 0))
    }
  })

  test('references follow their targets, and one that cites a wrong number stays as printed', () => {
    const followed = nodesOf(after, 'sectionReference').filter(({ follow }) => follow)
    expect(followed.map(({ text, target }) => [text, target])).toEqual([
      ['第3条', idOf(before, '（利用目的）')],
      ['次条', idOf(before, '（お問い合わせ窓口）')],
    ])
    expect(textOf(after)).toContain('第30条にかかわらず')
  })

  test('the same text again changes nothing at all', async () => {
    const now = await touched()
    const { amended: again } = await bring('shiomi', secondYear, intoExisting)
    expect(again?.moved).toEqual([])
    expect(again?.amendment.policyChanged).toBe(false)
    for (const kind of ['sections', 'purposes', 'contacts', 'jointUsePartners'] as const)
      expect(again?.amendment[kind]).toMatchObject({ changed: [], added: [], removed: [] })
    expect(await touched()).toEqual(now)
  })
})

test('without being asked to, an import leaves the policy alone and tells how', async () => {
  await bring('refused', firstYear)
  await expect(bring('refused', secondYear, {})).rejects.toMatchObject({
    code: 'policy-exists',
    messages: {
      ja: expect.stringContaining('--into-existing'),
      en: expect.stringContaining('--into-existing'),
    },
  })
  await expect(
    bring('refused', secondYear, { ...intoExisting, policy: 'another' }),
  ).rejects.toMatchObject({ code: 'policy-missing' })
})

test('a dry run tells the same and writes nothing', async () => {
  const { policy } = await bring('dry', firstYear)
  const before = await touched()
  const { amended } = await bring('dry', secondYear, { ...intoExisting, dryRun: true })
  expect(amended?.amendment.sections.added).toHaveLength(1)
  expect(await touched()).toEqual(before)
  expect(textOf(await workingCopy(policy))).toBe(textOf(parse(firstYear).document))
})

test('a record that other policies print stays with them, whatever this one says now', async () => {
  const one = await bring('shared', firstYear)
  const other = await bring('shared', firstYear, { policy: 'second' })
  const { amended } = await bring('shared', secondYear, intoExisting)
  expect(amended?.parted).toHaveLength(1)
  expect(textOf(await workingCopy(other.policy))).toBe(textOf(parse(firstYear).document))
  expect(textOf(await workingCopy(one.policy))).toBe(textOf(parse(secondYear).document))
})

test('what nothing uses any more goes to the trash, and what is used stays', async () => {
  await bring('trashed', firstYear)
  const less = secondYear.replace('・株式会社いそべ印刷\n', '').replace(/（２）従業者.*\n/u, '')
  const { policy } = await bring('trashed', less, intoExisting)
  expect(textOf(await workingCopy(policy))).toBe(textOf(parse(less).document))
  const { docs } = await payload.find({
    collection: 'joint-use-partners',
    where: { name: { equals: '株式会社いそべ印刷' }, deletedAt: { exists: true } },
    trash: true,
    depth: 0,
  })
  expect(docs).toHaveLength(1)
})

describe('what the text says of the organisation', () => {
  const moved = firstYear.replaceAll('株式会社潮見工房', '株式会社潮見製作所')

  test('is reported and not written, and the text stays what it is', async () => {
    const { organisation } = await bring('differs', firstYear)
    const { policy, amended } = await bring('differs', moved, intoExisting)
    expect(amended?.differences).toEqual([
      {
        field: 'legalName',
        locale: 'ja',
        stored: '株式会社潮見工房',
        stated: '株式会社潮見製作所',
      },
    ])
    const stored = await payload.findByID({ collection: 'organisations', id: organisation })
    expect(stored.legalName).toBe('株式会社潮見工房')
    expect(textOf(await workingCopy(policy))).toBe(textOf(parse(moved).document))
  })

  test('is written where that was asked for', async () => {
    const { organisation } = await bring('renamed', firstYear)
    const { policy } = await bring('renamed', moved, { ...intoExisting, updateOrganisation: true })
    const stored = await payload.findByID({ collection: 'organisations', id: organisation })
    expect(stored.legalName).toBe('株式会社潮見製作所')
    expect(textOf(await workingCopy(policy))).toBe(textOf(parse(moved).document))
  })
})

test('texts in other languages stay as they are', async () => {
  const { policy } = await bring('languages', [tsumugiJa, tsumugiEn])
  const english = await workingCopy(policy, 'en')
  const [purpose] = nodesOf(tsumugiJa, 'purpose')
  const reworded = JSON.parse(
    JSON.stringify(tsumugiJa).replaceAll(
      JSON.stringify(purpose?.text).slice(1, -1),
      `${purpose?.text.slice(0, -2)}等のため`,
    ),
  ) as PolicyDocument
  const { amended } = await bring('languages', [reworded], intoExisting)
  expect(amended?.amendment.purposes.changed).toHaveLength(1)
  expect(textOf(await workingCopy(policy))).toBe(textOf(reworded))
  expect(await workingCopy(policy, 'en')).toEqual(english)
})

test('a database that fails on the way leaves the policy as it was', async () => {
  const { policy } = await bring('interrupted', firstYear)
  const before = await touched()
  const { updateOne } = payload.db
  payload.db.updateOne = ((args) => {
    if (args.collection === 'policy-sections') throw new Error('Connection terminated unexpectedly')
    return updateOne.call(payload.db, args)
  }) as typeof updateOne
  try {
    await expect(bring('interrupted', secondYear, intoExisting)).rejects.toThrow('terminated')
  } finally {
    payload.db.updateOne = updateOne
  }
  expect(await touched()).toEqual(before)
  expect(textOf(await workingCopy(policy))).toBe(textOf(parse(firstYear).document))
})
