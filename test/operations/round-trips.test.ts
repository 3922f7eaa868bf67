import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { createLocalReq } from 'payload'
import { generateKeyBetween } from 'payload/shared'
import { describe, expect, test } from 'vitest'
import { compose } from '../../src/core/compose.ts'
import { nodesOf, textOf } from '../../src/core/document.ts'
import { parse } from '../../src/core/parse/index.ts'
import { sectionOrderField } from '../../src/core/slugs.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { loadPolicy } from '../../src/operations/policy/load-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { articles, marks } from '../core/parse-texts.ts'
import { bare } from '../core/whole-way.ts'
import { firstYear } from '../fixtures/two-years.ts'
import { testPayload } from '../payload.ts'

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

async function bring(organisation: string, text: string): Promise<string> {
  const { policy } = await importPolicy(
    {
      documents: [parse(text).document],
      organisation,
      policy: 'privacy',
      createOrganisation: true,
    },
    { req: await createLocalReq({}, payload), overrideAccess: true },
  )
  return policy
}

async function workingCopy(policy: string) {
  const records = await loadPolicy(policy, reading)
  if (!records) throw new Error('Expected the policy')
  return compose(records, 'ja')
}

const linesOf = (text: string) =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)

/** What another process reads of what is published, knowing nothing but the database. */
async function readElsewhere(organisation: string): Promise<string> {
  const program = path.resolve(import.meta.dirname, '../read-stored.ts')
  const command = ['--conditions=production', '--import', 'tsx', program]
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...command, String(process.env.DATABASE_URL), organisation],
    { timeout: 110_000 },
  )
  return stdout
}

test.each([
  ['articles', articles],
  ['marks', marks],
  ['shiomi', firstYear],
])(
  '%s: imported, published and read by another process, it is line for line what went in',
  async (name, text) => {
    const policy = await bring(`line-${name}`, text)
    await publishPolicy({ policy, kind: 'import' }, reading)
    const read = await readElsewhere(`line-${name}`)
    expect(bare(read)).toBe(bare(text))
    expect(linesOf(read)).toEqual(linesOf(text))
  },
  120_000,
)

test('one purpose edited through Payload changes that purpose alone', async () => {
  const policy = await bring('one-purpose', firstYear)
  const before = await workingCopy(policy)
  const purpose = nodesOf(before, 'purpose')[1]
  await payload.update({
    collection: 'purposes',
    id: String(purpose?.id),
    data: { text: 'お問い合わせに迅速に回答するため' },
  })
  const after = await workingCopy(policy)
  expect(after).toEqual(
    JSON.parse(
      JSON.stringify(before).replace(String(purpose?.text), 'お問い合わせに迅速に回答するため'),
    ),
  )
})

describe('a section inserted in the admin’s collections', async () => {
  const policy = await bring('inserted', firstYear)
  const before = await workingCopy(policy)
  const records = await loadPolicy(policy, reading)
  const [first, second] = (records?.sections ?? []).toSorted((a, b) => (a.order < b.order ? -1 : 1))
  await payload.create({
    collection: 'policy-sections',
    data: {
      policy,
      kind: 'acquisition',
      numbered: 'style',
      heading: '（適正な取得）',
      [sectionOrderField({ policySections: 'policy-sections' })]: generateKeyBetween(
        first?.order ?? null,
        second?.order ?? null,
      ),
    } as never,
  })
  const after = await workingCopy(policy)

  test('renumbers all that come after it, and keeps their ids', () => {
    const articles = nodesOf(after, 'section').filter(({ level }) => level === 1)
    expect(articles.map(({ number }) => number.trim())).toEqual(
      Array.from({ length: 10 }, (_, i) => `第${i + 1}条`),
    )
    const known = nodesOf(before, 'section').map(({ id }) => id)
    expect(
      nodesOf(after, 'section')
        .map(({ id }) => id)
        .filter((id) => known.includes(id)),
    ).toEqual(known)
  })

  test('every reference that followed follows, and one that cited a wrong number stays as printed', () => {
    const references = (document: typeof after) =>
      nodesOf(document, 'sectionReference').map(({ text, target }) => [text, target])
    const renumbered = new Map([['第2条', '第3条']])
    expect(references(after)).toEqual(
      references(before).map(([text, target]) => [renumbered.get(String(text)) ?? text, target]),
    )
    expect(textOf(after)).toContain('第3条に定める利用目的')
    expect(textOf(after)).toContain('次条の窓口')
    expect(textOf(after)).toContain('第30条にかかわらず')
  })
})
