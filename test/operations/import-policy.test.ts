import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq } from 'payload'
import { describe, expect, test } from 'vitest'
import { compose } from '../../src/core/compose.ts'
import { nodesOf, textOf } from '../../src/core/document.ts'
import { parse } from '../../src/core/parse/index.ts'
import { importPolicy, type PolicyImport } from '../../src/operations/importing/import-policy.ts'
import { loadPolicy } from '../../src/operations/policy/load-policy.ts'
import { OperationRefused } from '../../src/operations/refused.ts'
import { contact, line, p, partner, policy, purpose, purposes, row, section } from '../build.ts'
import { hidamari, kazahana, tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'
import { testPayload } from '../payload.ts'

const payload = await testPayload()
const { pool } = payload.db as unknown as PostgresAdapter

const bring = async (
  organisation: string,
  documents: PolicyImport['documents'],
  more: Partial<PolicyImport> = { createOrganisation: true },
) =>
  importPolicy(
    { documents, organisation, policy: 'privacy', ...more },
    { req: await createLocalReq({}, payload), overrideAccess: true },
  )

const load = async (id: string) => {
  const records = await loadPolicy(id, {
    req: await createLocalReq({}, payload),
    overrideAccess: true,
  })
  if (!records) throw new Error('Expected the policy')
  return records
}

/** The number of rows of every table. */
async function rowCounts(): Promise<{ readonly [table: string]: number }> {
  const { rows: tables } = await pool.query<{ name: string }>(
    `select quote_ident(tablename) as name from pg_tables where schemaname = 'public' order by 1`,
  )
  const counts: { [table: string]: number } = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ count: number }>(`select count(*)::int from ${name}`)
    counts[name] = rows[0]?.count ?? -1
  }
  return counts
}

/** What the work was refused with; and that it left every table as it was. */
async function refusedWithoutTrace(work: () => Promise<unknown>): Promise<unknown> {
  const before = await rowCounts()
  const reason = await work().then(
    () => Promise.reject(new Error('Expected a refusal')),
    (error: unknown) => error,
  )
  expect(await rowCounts()).toEqual(before)
  return reason
}

describe('an import is refused', () => {
  test('for an organisation that is not there, and tells how to create it', async () => {
    const reason = await refusedWithoutTrace(() => bring('nowhere', [hidamari], {}))
    expect(reason).toBeInstanceOf(OperationRefused)
    expect(reason).toMatchObject({
      code: 'organisation-missing',
      messages: {
        ja: '事業者「nowhere」がありません。--create-organisation を付けるか、先に事業者を作成してください。',
        en: 'There is no organisation `nowhere`. Add --create-organisation, or create it first.',
      },
    })
  })

  test('for a policy that is there already, and tells to name another', async () => {
    await bring('taken', [hidamari])
    const reason = await refusedWithoutTrace(() => bring('taken', [hidamari]))
    expect(reason).toMatchObject({
      code: 'policy-exists',
      messages: { en: expect.stringContaining('--policy') },
    })
  })

  test.each([
    ['an address that is no slug', 'Not A Slug', [hidamari], {}],
    ['a policy whose address is no slug', 'slugs', [hidamari], { policy: '../etc' }],
    [
      'an e-mail that is none',
      'bad-mail',
      [
        policy(
          {},
          section(
            ['s1', 'contact', '第1条　', '窓口'],
            contact(
              'c1',
              ['inquiry'],
              line('', 'name', '相談係'),
              line('電子メール ', 'email', 'なし'),
            ),
          ),
        ),
      ],
      {},
    ],
  ] as [string, string, PolicyImport['documents'], Partial<PolicyImport>][])(
    'for %s',
    async (_, organisation, documents, more) => {
      const reason = await refusedWithoutTrace(() =>
        bring(organisation, documents, { createOrganisation: true, ...more }),
      )
      expect(reason).toMatchObject({ name: 'ValidationError' })
    },
  )
})

test.each([
  ['organisations', 1],
  ['contacts', 1],
  ['policies', 1],
  ['policy-sections', 3],
])('a database that fails while %s are written keeps nothing of it', async (collection, turn) => {
  const { create } = payload.db
  let written = 0
  payload.db.create = ((args) => {
    if (args.collection === collection && ++written === turn)
      throw new Error('Connection terminated unexpectedly')
    return create.call(payload.db, args)
  }) as typeof create
  try {
    const reason = await refusedWithoutTrace(() => bring('interrupted', [kazahana]))
    expect(reason).toMatchObject({ message: 'Connection terminated unexpectedly' })
  } finally {
    payload.db.create = create
  }
})

describe('records that say the same', () => {
  const twice = `プライバシーポリシー

株式会社例示商会（以下「当社」といいます。）は、個人情報を次のとおり取り扱います。

第1条（お客様の個人情報の利用目的）
当社は、お客様の個人情報を次の目的で利用します。
・商品を発送するため
・お問い合わせに回答するため

第2条（お取引先の個人情報の利用目的）
当社は、お取引先の個人情報を次の目的で利用します。
・お問い合わせに回答するため
・契約を履行するため
`

  test('are one, printed wherever the text prints them', async () => {
    const { document } = parse(twice)
    const imported = await bring('twice', [document])
    expect(nodesOf(document, 'purpose')).toHaveLength(4)
    expect(imported.created.purposes).toBe(3)
    const composed = compose(await load(imported.policy), 'ja')
    expect(textOf(composed)).toBe(textOf(document))
    const ids = nodesOf(composed, 'purpose').map(({ id }) => id)
    expect(ids[1]).toBe(ids[2])
    expect(new Set(ids).size).toBe(3)
  })

  test('are used again by the organisation’s next policy, and by no other organisation’s', async () => {
    const first = await bring('again', [hidamari])
    const second = await bring('again', [hidamari], { policy: 'privacy-second' })
    expect(second.organisationCreated).toBe(false)
    expect(second.organisation).toBe(first.organisation)
    expect(Object.values(second.created)).toEqual([0, 0, 0, 0, 0])
    const [one, other] = [await load(first.policy), await load(second.policy)]
    for (const kind of ['purposes', 'exceptionClauses', 'safetyMeasures', 'contacts'] as const)
      expect(new Set(other[kind].map(({ id }) => id))).toEqual(
        new Set(one[kind].map(({ id }) => id)),
      )
    expect(textOf(compose(other, 'ja'))).toBe(textOf(hidamari))

    const elsewhere = await bring('again-elsewhere', [hidamari])
    expect(elsewhere.created).toEqual(first.created)
  })

  test('are told apart by a single character', async () => {
    const stating = (text: string) =>
      policy(
        {},
        section(
          ['s1', 'purposes', '第1条　', '利用目的'],
          purposes(row('・', purpose('p1', text))),
          p('', partner('j1', '例示物流株式会社'), 'と共同して利用します。'),
        ),
      )
    await bring('character', [stating('商品を発送するため')])
    const { created } = await bring('character', [stating('商品を発送するため。')], {
      policy: 'second',
    })
    expect(created).toMatchObject({ purposes: 1, jointUsePartners: 0 })
  })
})

test('a policy in two languages is one set of records that speak both', async () => {
  const { policy: id } = await bring('two-languages', [tsumugiJa, tsumugiEn])
  const records = await load(id)
  expect(textOf(compose(records, 'ja'))).toBe(textOf(tsumugiJa))
  expect(textOf(compose(records, 'en', 'ja'))).toBe(textOf(tsumugiEn))
  expect(records.purposes.length).toBeGreaterThan(0)
  for (const { text } of records.purposes) expect(text).toEqual(everyLanguage)
  expect(records.organisation.legalName).toEqual(everyLanguage)
})
const everyLanguage = { ja: expect.stringMatching(/\S/), en: expect.stringMatching(/[A-Za-z]/) }

test('the organisation that is created says what the policy says of it', async () => {
  const { organisation } = await bring('created', [hidamari])
  const stored = await payload.findByID({ collection: 'organisations', id: organisation, depth: 0 })
  const { legalName, selfTerm, address, representatives } = hidamari.organisation
  expect(stored).toMatchObject({ slug: 'created', legalName, selfTerm, address })
  expect(stored.representatives).toMatchObject(representatives)
})

test('an organisation that is there is left as it is', async () => {
  const known = await payload.create({
    collection: 'organisations',
    data: { slug: 'known', legalName: '株式会社既存', selfTerm: '弊社' } as never,
  })
  await bring('known', [hidamari], {}).catch(() => undefined)
  const stored = await payload.findByID({ collection: 'organisations', id: known.id, depth: 0 })
  expect(stored).toMatchObject({ legalName: '株式会社既存', selfTerm: '弊社' })
})
