import { createLocalReq } from 'payload'
import { beforeAll, describe, expect, test } from 'vitest'
import type { PolicyDocument } from '../../src/core/document.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { measure, measures, p, policy, purpose, purposes, row, section } from '../build.ts'
import { testPayload } from '../payload.ts'
import { byTable, statementsOf } from '../statements.ts'

const payload = await testPayload()
const system = { req: await createLocalReq({}, payload), overrideAccess: true }

/** A policy in two languages that prints so many records, half of them purposes, in sections of ten. */
function documents(records: number): readonly [PolicyDocument, PolicyDocument] {
  const sections = Array.from({ length: records / 20 }, (_, i) => i)
  const inOf = (locale: 'ja' | 'en') => {
    const word = (ja: string, en: string) => (locale === 'ja' ? ja : en)
    const list = <T>(i: number, make: (id: string, n: number) => T) =>
      Array.from({ length: 10 }, (_, j) => make(`${i}-${j}`, i * 10 + j))
    return policy(
      { locale, title: { text: word('プライバシーポリシー', 'Privacy Policy'), printed: true } },
      ...sections.map((i) =>
        section(
          [`s${i}`, 'other', word(`第${i + 1}条　`, `Article ${i + 1} `), word('内容', 'Contents')],
          p(word('次のとおりです。', 'As follows.')),
          purposes(
            ...list(i, (id, n) =>
              row('・', purpose(`p${id}`, word(`目的${n}のため`, `For the purpose ${n}`))),
            ),
          ),
          measures(
            ...list(i, (id, n) =>
              row('・', measure(`m${id}`, 'technical', word(`対策${n}を講じます`, `Measure ${n}`))),
            ),
          ),
        ),
      ),
    )
  }
  return [inOf('ja'), inOf('en')]
}

const policies: { [records: number]: string } = {}
beforeAll(async () => {
  for (const records of [20, 200]) {
    const imported = await importPolicy(
      {
        documents: documents(records),
        organisation: `org-${records}`,
        policy: 'privacy',
        createOrganisation: true,
      },
      system,
    )
    policies[records] = imported.policy
  }
  const { docs } = await payload.find({ collection: 'organisations', limit: 10 })
  await payload.create({
    collection: 'users',
    data: {
      name: 'publisher',
      email: 'publisher@example.com',
      password: 'a long enough password',
      policyRole: 'publisher',
      policyOrganisations: docs.map(({ id }) => id),
    },
  })
})

async function publishing(records: number, overrideAccess: boolean) {
  const { docs } = await payload.find({ collection: 'users', limit: 1 })
  const user = { ...docs[0], collection: 'users' } as never
  const req = overrideAccess ? system.req : await createLocalReq({ user }, payload)
  const request = { policy: policies[records] as string }
  let languages: readonly string[] = []
  const statements = await statementsOf(async () => {
    const { edition } = await publishPolicy(request, { req, overrideAccess })
    languages = Object.keys(edition.languages)
  })
  expect(languages).toEqual(['ja', 'en'])
  return statements
}

describe.each([
  ['the system', true],
  ['a publisher, by his rights', false],
])('publishing as %s', (_, overrideAccess) => {
  test('sends at most two statements a collection, whatever the number of records', async () => {
    await publishing(20, overrideAccess)
    const few = byTable(await publishing(20, overrideAccess))
    const many = byTable(await publishing(200, overrideAccess))
    expect(many).toEqual(few)
    for (const [table, count] of Object.entries(many))
      expect([table, count <= 2]).toEqual([table, true])
  })
})
