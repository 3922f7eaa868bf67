import { createLocalReq } from 'payload'
import { beforeAll, expect, test } from 'vitest'
import { renamePartner } from '../../src/core/bulk/changes/rename-partner.ts'
import { replaceText } from '../../src/core/bulk/changes/replace-text.ts'
import { defineChange } from '../../src/core/bulk/define-change.ts'
import { rules } from '../../src/core/check/rules/index.ts'
import { dutyNames } from '../../src/core/compare/duties/index.ts'
import type { ApplyOptions, UnitOutcome } from '../../src/operations/bulk/apply.ts'
import type { Plannable } from '../../src/operations/bulk/plan.ts'
import { revertOf } from '../../src/operations/bulk/revert.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { testPayload } from '../payload.ts'
import { applied as applyAs, planned as planAs } from './plan-and-apply.ts'
import { refusalOf } from './refusal-of.ts'
import { type Doc, docsIn, inJapanese } from './stored-docs.ts'

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

const all = docsIn(payload)

beforeAll(async () => {
  const made = generatePolicies({ organisations: 4, editions: 1, seed: 5 }, reading)
  for await (const _ of made);
})

const planned = (change: Plannable) => planAs(change, reading)
const applied = (text: string, options: Partial<ApplyOptions> = {}) =>
  applyAs(text, options, reading)

/** What the newest version of a record holds, as Payload itself reads it. */
async function newestVersion(collection: string, id: string) {
  const { docs } = await payload.findVersions({
    collection: collection as never,
    where: { parent: { equals: id } },
    sort: '-updatedAt',
    limit: 1,
    locale: 'all',
    depth: 0,
  })
  return docs[0]?.version as unknown as Doc
}

/** What was made up has errors of its own, which are not what is tested here. */
const waiveAll = rules.map(({ id }) => ({ finding: id, reason: '架空の文のため' }))

const withoutNulls = (value: unknown) =>
  JSON.parse(JSON.stringify(value), (_, own) => own ?? undefined)

const bare = (value: unknown): unknown => {
  const { id: _, ...rest } = JSON.parse(JSON.stringify(value)) as Record<string, unknown>
  for (const join of ['usedInSections', 'usedInPolicies', 'sections']) delete rest[join]
  return rest
}

test('a plan writes nothing, and says per organisation what changes and which policies it reaches', async () => {
  const before = await all('joint-use-partners')
  const name = inJapanese(before[0]?.name)
  const { units, counts } = await planned(
    renamePartner({ from: name, to: '株式会社新名称', until: '2027-03-31' }),
  )
  expect(await all('joint-use-partners')).toEqual(before)
  expect(counts.records).toBe(
    before.filter((one) => (one.name as { ja: string }).ja === name).length,
  )
  const [unit] = units
  expect(unit?.changes[0]).toMatchObject({
    collection: 'jointUsePartners',
    name,
    after: {
      name: { ja: '株式会社新名称' },
      formerNames: [{ name: { ja: name }, until: '2027-03-31' }],
    },
  })
  expect(unit?.policies).toMatchObject([{ slug: 'privacy-policy', vanished: [] }])
  expect(unit?.read.length).toBeGreaterThan(20)
})

test('applied, records and their versions are as a save leaves them, and history says who and which plan', async () => {
  const [partner] = await all('joint-use-partners')
  const name = inJapanese(partner?.name)
  const { text, sha256 } = await planned(renamePartner({ from: name, to: '株式会社新名称' }))
  const outcomes = await applied(text)
  expect(outcomes.every(({ outcome }) => outcome === 'written')).toBe(true)
  const [own] = await all('joint-use-partners', { id: { equals: partner?.id } })
  expect(own).toMatchObject({
    name: { ja: '株式会社新名称' },
    formerNames: [{ name: { ja: name } }],
    bulkUpdate: expect.stringMatching(new RegExp(`${sha256.slice(0, 12)}、適用者`)),
  })
  expect(bare(await newestVersion('joint-use-partners', partner?.id ?? ''))).toEqual(bare(own))
  const [log] = await all('privacy-policy-bulk-updates', { plan: { equals: sha256 } })
  expect(log).toMatchObject({ appliedBy: '適用者', recordCount: 1, editionCount: 0 })
  const again = await applied(text)
  expect(again.map(({ outcome }) => outcome)).toEqual(outcomes.map(() => 'already'))
  const saved = await payload.update({
    collection: 'joint-use-partners',
    id: partner?.id ?? '',
    data: { url: 'https://example.co.jp/' },
  })
  expect(saved.bulkUpdate).toBeNull()
})

test('every kind of field is written as Payload reads it: bodies, rows, lists, groups, texts in each language', async () => {
  const change = defineChange({
    title: 'すべての種類',
    select: {
      collections: [
        'organisations',
        'policies',
        'policySections',
        'contacts',
        'purposes',
        'exceptionClauses',
        'safetyMeasures',
      ],
    },
    change: (record, { collection }) => {
      const own = record as unknown as Record<string, unknown>
      switch (collection) {
        case 'organisations':
          return {
            representatives: [
              {
                title: { ja: '代表取締役', en: 'President' },
                name: { ja: '試験 太郎', en: 'Taro Shiken' },
              },
            ],
            answersOnRequest: true,
          } as never
        case 'policies':
          return {
            service: { ...(own.service as object), name: { ja: '試験サービス' } },
            prints: {
              dates: 'closing',
              calendar: 'wareki',
              history: true,
              supplement: false,
              earlier: [{ date: '2020-04-01' }],
            },
          } as never
        case 'contacts':
          return {
            roles: ['inquiry', 'complaints'],
            lines: [
              ...(own.lines as never[]),
              { label: { ja: '受付：' }, field: null, joined: false },
            ],
          } as never
        case 'policySections':
          return { heading: { ja: '見出しの変更', en: 'Changed' } } as never
        case 'safetyMeasures':
          return { countries: ['US'] } as never
        default:
          return {
            text: { ...(own.text as object), ja: '文言の変更をした場合', en: 'As reworded' },
          } as never
      }
    },
  })
  const { text, units } = await planned(change)
  const refusal = await refusalOf(applied(text))
  expect(refusal.code).toBe('plan-has-errors')
  expect(refusal.messages.ja).toContain('tp-condition-dropped')
  expect((await applied(text, { concurrency: 2, waivers: waiveAll })).length).toBe(4)
  const slugs = {
    organisations: 'organisations',
    policies: 'policies',
    policySections: 'policy-sections',
    contacts: 'contacts',
    purposes: 'purposes',
    exceptionClauses: 'exception-clauses',
    safetyMeasures: 'safety-measures',
  } as Record<string, string>
  for (const { collection, id, after } of units[0]?.changes ?? []) {
    const [own] = await all(slugs[collection] ?? '', { id: { equals: id } })
    expect(bare(await newestVersion(slugs[collection] ?? '', id)), collection).toEqual(bare(own))
    expect(own, collection).toMatchObject(
      JSON.parse(JSON.stringify(after), (_, value) => (value === null ? undefined : value)),
    )
  }
})

test('bodies: what is derived of them follows, and where-used with it', async () => {
  const [section] = await all('policy-sections', { purposes: { exists: true } })
  const [policy] = await all('policies', { id: { equals: section?.policy } })
  const other = (
    await all('safety-measures', { organisation: { equals: policy?.organisation } })
  )[0]
  const change = defineChange({
    title: '本文',
    select: { collections: ['policySections'] },
    change: (record) =>
      record.id === section?.id
        ? {
            body: {
              ja: {
                root: {
                  type: 'root',
                  version: 1,
                  children: [
                    {
                      type: 'block',
                      version: 2,
                      format: '',
                      fields: {
                        id: 'n1',
                        blockType: 'safetyMeasureList',
                        rows: [{ id: 'n2', record: other?.id, marker: '・' }],
                      },
                    },
                  ],
                } as never,
              },
            },
          }
        : null,
  })
  const { text } = await planned(change)
  await applied(text)
  const [own] = await all('policy-sections', { id: { equals: section?.id } })
  expect(own).toMatchObject({ purposes: [], safetyMeasures: [other?.id] })
  expect(await all('policy-sections', { safetyMeasures: { in: [other?.id] } })).toContainEqual(
    expect.objectContaining({ id: section?.id }),
  )
  expect(bare(await newestVersion('policy-sections', section?.id ?? ''))).toEqual(bare(own))
})

test('what was reverted says what it said, and what somebody changed since is refused by name', async () => {
  const before = (await all('safety-measures')).map(({ text }) => text)
  const plan = await planned(
    replaceText(
      { from: '個人データ', to: 'パーソナルデータ' },
      { collections: ['safetyMeasures'] },
    ),
  )
  await applied(plan.text)
  const after = (await all('safety-measures')).map(({ text }) => text)
  expect(after).not.toEqual(before)
  const { reverts, ...change } = await revertOf(plan.sha256, reading)
  expect(reverts).toBe(plan.sha256)
  const inverse = await planned(change)
  expect(inverse.counts.records).toBe(plan.counts.records)
  await applied(inverse.text)
  expect((await all('safety-measures')).map(({ text }) => text)).toEqual(before)

  await applied(
    (
      await planned(
        replaceText(
          { from: '個人データ', to: '個人のデータ' },
          { collections: ['safetyMeasures'] },
        ),
      )
    ).text,
  )
  const [log] = await all('privacy-policy-bulk-updates', { title: { like: '個人のデータ' } })
  const [changed] = (log?.records ?? []) as { id: string }[]
  await payload.update({
    collection: 'safety-measures',
    id: changed?.id ?? '',
    data: { text: '別の人が書いた措置' },
  })
  const refusal = await refusalOf(revertOf(String(log?.plan), reading).then(planned))
  expect(refusal.code).toBe('plan-drifted')
  expect(refusal.messages.ja).toContain(changed?.id)
})

test('a limit leaves the rest to the next run, and a dry run leaves all', async () => {
  const plan = await planned(
    replaceText({ from: '個人情報', to: 'パーソナル情報' }, { collections: ['policySections'] }),
  )
  const names = (outcomes: readonly UnitOutcome[]) =>
    outcomes.map(({ outcome }) => outcome).toSorted()
  expect(names(await applied(plan.text, { dryRun: true }))).toEqual([
    'planned',
    'planned',
    'planned',
    'planned',
  ])
  expect(names(await applied(plan.text, { limit: 1 }))).toEqual(['written'])
  expect(names(await applied(plan.text))).toEqual(['already', 'written', 'written', 'written'])
})

test('the policies that change are published along with their organisation, or neither is', async () => {
  const plan = await planned(
    replaceText({ from: 'パーソナル情報', to: '個人情報' }, { collections: ['policySections'] }),
  )
  const published = { effectiveFrom: '2099-04-01', summary: { ja: '用語の統一' } }
  const duties = dutyNames.map((key) => ({ key, waived: { reason: '用語だけの変更のため' } }))
  const refusal = await refusalOf(
    applied(plan.text, {
      publish: { ...published, effectiveFrom: '2001-01-01', withUnpublished: true },
    }),
  )
  expect(refusal.code).toBe('not-publishable')
  expect(await all('privacy-policy-bulk-updates', { plan: { equals: plan.sha256 } })).toEqual([])
  const others = await refusalOf(
    applied(plan.text, { publish: { ...published, duties }, waivers: waiveAll }),
  )
  expect(others.messages.ja).toMatch(/made-up-5-.*まだ公表していない変更/)
  const outcomes = await applied(plan.text, {
    publish: { ...published, duties, withUnpublished: true },
    waivers: waiveAll,
  })
  expect(outcomes.map(({ outcome, editions }) => ({ outcome, editions }))).toEqual(
    Array.from({ length: 4 }, () => ({ outcome: 'written', editions: 1 })),
  )
  const editions = await all('policy-editions', { effectiveFrom: { equals: '2099-04-01' } })
  expect(editions).toHaveLength(4)
  expect(editions[0]).toMatchObject({ summary: { ja: '用語の統一' } })
  const logs = await all('privacy-policy-bulk-updates', { plan: { equals: plan.sha256 } })
  expect(logs.map(({ editionCount }) => editionCount)).toEqual([1, 1, 1, 1])
})

test('through hooks the same is written, version and note included', async () => {
  const plan = await planned(
    replaceText(
      { from: '個人情報', to: '個人の情報' },
      { collections: ['policySections', 'purposes'] },
    ),
  )
  const outcomes = await applied(plan.text, { throughHooks: true })
  expect(outcomes.every(({ outcome }) => outcome === 'written')).toBe(true)
  for (const { collection, id, after } of plan.units[0]?.changes ?? []) {
    const slug = collection === 'purposes' ? 'purposes' : 'policy-sections'
    const [own] = await all(slug, { id: { equals: id } })
    expect(own).toMatchObject(withoutNulls(after))
    expect(own?.bulkUpdate).toContain(plan.sha256.slice(0, 12))
  }
  const { reverts: _, ...change } = await revertOf(plan.sha256, reading)
  expect((await planned(change)).counts.records).toBe(plan.counts.records)
})

test('a record of the library comes first, by itself, and reaches the policies that print it', async () => {
  const library = await payload.create({
    collection: 'exception-clauses',
    data: {
      text: '共通の例外にあたる場合',
      basis: 'other',
      appliesTo: 'third-party-provision',
    } as never,
  })
  const [section] = await all('policy-sections', { exceptionClauses: { exists: true } })
  const list = {
    type: 'block',
    version: 2,
    format: '',
    fields: {
      id: 'n1',
      blockType: 'exceptionClauseList',
      rows: [{ id: 'n2', record: library.id, marker: '・' }],
    },
  }
  await payload.update({
    collection: 'policy-sections',
    id: section?.id ?? '',
    data: {
      body: {
        root: {
          type: 'root',
          version: 1,
          direction: null,
          format: '',
          indent: 0,
          children: [list],
        },
      } as never,
    },
  })
  const plan = await planned(
    replaceText({ from: '共通の例外', to: 'すべての例外' }, { collections: ['exceptionClauses'] }),
  )
  expect(
    plan.units.map(({ organisation, changes, policies }) => [
      organisation === null,
      changes.length,
      policies.length,
    ]),
  ).toEqual([
    [true, 1, 0],
    [false, 0, 1],
  ])
  expect(
    (await applied(plan.text)).map(({ organisation, outcome }) => [organisation, outcome]),
  ).toEqual([[null, 'written']])
})

test('two applications of one plan at once write each organisation once', async () => {
  const { text, sha256, units } = await planned(
    defineChange({
      title: '受付時間',
      select: { collections: ['contacts'] },
      change: ({ hours }) => ({ hours: { ...hours, ja: '平日9時から17時まで' } }),
    }),
  )
  expect(units.length).toBeGreaterThan(1)
  const both = await Promise.all([applied(text), applied(text)])
  const byOrganisation = (outcomes: readonly UnitOutcome[]) =>
    new Map(outcomes.map(({ organisation, outcome }) => [organisation, outcome]))
  const [one, other] = both.map(byOrganisation)
  for (const { organisation, changes } of units) {
    const slug = organisation?.slug ?? null
    expect([one?.get(slug), other?.get(slug)].sort()).toEqual(['already', 'written'])
    for (const { id } of changes) {
      const { docs } = await payload.findVersions({
        collection: 'contacts',
        where: { parent: { equals: id }, 'version.bulkUpdate': { like: sha256.slice(0, 12) } },
      })
      expect(docs).toHaveLength(1)
    }
  }
  expect(await all('privacy-policy-bulk-updates', { plan: { equals: sha256 } })).toHaveLength(
    units.length,
  )
})
