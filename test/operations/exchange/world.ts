import { randomBytes } from 'node:crypto'
import type { PostgresAdapter } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload } from 'payload'
import { v7 as uuidv7 } from 'uuid'
import { seal } from '../../../src/core/edition/index.ts'
import { storeEditions } from '../../../src/operations/editions/store-editions.ts'
import { storedEditions } from '../../../src/operations/editions/stored-editions.ts'
import { generatePolicies } from '../../../src/operations/made-up/generate-policies.ts'
import type { Reading } from '../../../src/operations/policy/load-policy.ts'
import { publishPolicy } from '../../../src/operations/publishing/publish-policy.ts'
import { withoutGate } from '../../payload.ts'

/*
 * A database that has something of everything that an export must carry: organisations of several editions, errata,
 * withdrawals, English, a shared library, suppressions, things in the trash, and what is internal to editions.
 */

type Doc = { readonly id: string; readonly [field: string]: unknown }

export async function readingOf(payload: Payload): Promise<Reading> {
  return { req: await createLocalReq({}, payload), overrideAccess: true }
}

const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

export async function makeWorld(
  payload: Payload,
  { organisations, seed }: { readonly organisations: number; readonly seed: number },
): Promise<void> {
  withoutGate(payload)
  const reading = await readingOf(payload)
  for await (const _ of generatePolicies({ organisations, editions: 2, seed }, reading));
  const find = async (collection: string, where: object = {}) =>
    (
      await payload.find({
        collection: collection as never,
        where: where as never,
        limit: 0,
        depth: 0,
      })
    ).docs as unknown as Doc[]
  const create = (collection: string, data: object) =>
    payload.create({
      collection: collection as never,
      data: data as never,
    }) as unknown as Promise<Doc>
  const update = (collection: string, id: string, data: object, locale?: 'en') =>
    payload.update({
      collection: collection as never,
      id,
      data: data as never,
      ...(locale && { locale: locale as never }),
    })

  const clause = await create('exception-clauses', {
    text: '法令に基づく場合\nその他',
    basis: 'appi-27-1-1',
    appliesTo: 'third-party-provision',
  })
  await update('exception-clauses', clause.id, { text: 'Where required by law' }, 'en')
  await create('safety-measures', {
    text: '外国にある事業者に取扱いを委託しています。',
    category: 'cloud',
    countries: ['US', 'SG'],
  })
  const [first] = await find('organisations', { slug: { like: '-1' } })
  const [policy] = await find('policies', { organisation: { equals: first?.id } })
  if (!first || !policy) throw new Error('Expected a generated organisation')
  const own = { organisation: first.id }
  await update('organisations', first.id, {
    entityKind: 'kabushikiKaisha',
    answersOnRequest: true,
    formerNames: [{ name: '株式会社旧称', until: '2019-03-31' }, { name: '有限会社旧称' }],
    representatives: [{ title: '代表取締役', name: '青葉 太郎' }],
  })
  const { formerNames, representatives } = (await payload.findByID({
    collection: 'organisations',
    id: first.id,
  })) as unknown as { formerNames: Doc[]; representatives: Doc[] }
  await update(
    'organisations',
    first.id,
    {
      legalName: 'Former Ltd. “quoted” \\ and \t tab',
      formerNames: formerNames.map(({ id }, i) => ({ id, name: `Old name ${i}` })),
      representatives: representatives.map(({ id }) => ({ id, title: 'President', name: 'Taro' })),
    },
    'en',
  )
  await create('joint-use-partners', { ...own, name: '株式会社共同', validFrom: '2020-04-01' })
  await create('contacts', {
    ...own,
    name: '個人情報相談窓口',
    roles: ['inquiry', 'complaints'],
    tel: '03-1234-5678',
    lines: [
      { label: '電話：', field: 'tel' },
      { label: '平日のみ', joined: true },
    ],
  })
  await update('policies', policy.id, {
    suppressions: [{ rule: 'org-address', reason: '会社概要に掲載しているため。' }],
    prints: { dates: 'closing', history: true, earlier: [{ date: '2016-04-01' }] },
  })
  const [section] = await find('policy-sections', { policy: { equals: policy.id } })
  if (section) {
    const body = {
      root: {
        type: 'root',
        ...{ format: '', indent: 0, version: 1, direction: null },
        children: [
          {
            type: 'block',
            ...{ version: 2, format: '' },
            fields: {
              id: 'b1',
              blockType: 'exceptionClauseList',
              rows: [{ id: 'r1', record: clause.id, marker: '(1) ' }],
            },
          },
        ],
      },
    }
    await update('policy-sections', section.id, { heading: 'Exceptions', body }, 'en')
  }
  const purpose = await create('purposes', {
    ...own,
    text: 'ごみ箱に移した利用目的',
    source: 'both',
  })
  await update('purposes', purpose.id, { deletedAt: '2026-01-02T03:04:05.678Z' })
  const trashed = await create('policies', { ...own, slug: 'con', title: '廃止した方針' })
  await update('policies', trashed.id, { deletedAt: '2026-01-02T03:04:05.678Z' })

  const publish = (request: object) => publishPolicy({ policy: policy.id, ...request }, reading)
  await publish({ summary: { ja: '第3版', en: 'Third' }, idempotencyKey: 'release-3' })
  await publish({ kind: 'erratum', corrects: 3 })
  await publish({ effectiveFrom: day(40) })
  await publish({ kind: 'withdrawal', withdraws: 5, effectiveFrom: day(40) })
  await appendWithDuties(policy.id, first, String(policy.slug), reading)
}

/** As a plan with duties would record one. */
async function appendWithDuties(
  policy: string,
  organisation: Doc,
  policySlug: string,
  { req }: Reading,
): Promise<void> {
  const heads = (await storedEditions(policy, req)).map(({ head }) => head)
  const last = heads.at(-1)
  if (!last) throw new Error('Expected editions')
  const edition = seal(
    {
      id: uuidv7(),
      policy,
      organisationSlug: String(organisation.slug),
      policySlug,
      number: last.number + 1,
      kind: 'repeal',
      effectiveFrom: day(90),
      recordedAt: new Date(Date.parse(last.recordedAt) + 5).toISOString(),
      corrects: null,
      withdraws: null,
      summary: { ja: 'サービスの終了' },
      documents: {},
      schema: 1,
      internal: {
        publishedBy: { id: uuidv7(), name: '公表 花子' },
        waivers: [],
        duties: [
          {
            ...{ key: 'purposes-notified:1', name: 'purposes-notified', when: 'before' },
            ...{ articles: [], asks: [], changes: [], reason: { ja: '通知', en: 'Notice' } },
            met: { where: 'トップページ', when: '2026-04-01', leadDays: 30 },
          } as never,
        ],
        salt: randomBytes(16).toString('hex'),
      },
    },
    last.sha256,
  )
  const beside = { organisation: organisation.id, idempotencyKey: null }
  await storeEditions([edition], () => beside, req)
}

const poolOf = (payload: Payload) => (payload.db as unknown as PostgresAdapter).pool

/** Takes away what an export carries; users stay. As nobody can who is not the database's superuser. */
export async function wipe(payload: Payload): Promise<void> {
  await poolOf(payload).query(`
    alter table policy_editions disable trigger all;
    truncate organisations, policies, policy_sections, purposes, exception_clauses,
      joint_use_partners, safety_measures, contacts, policy_editions, _organisations_v, _policies_v,
      _policy_sections_v, _purposes_v, _exception_clauses_v, _joint_use_partners_v,
      _safety_measures_v, _contacts_v cascade;
    alter table policy_editions enable always trigger privacy_policy_edition_rows_frozen;
    alter table policy_editions enable always trigger privacy_policy_edition_table_frozen;`)
}

/** Every row of every table of records, but for the versions and for numbers that the database gives out itself. */
export async function rowsOf(payload: Payload): Promise<{ readonly [table: string]: unknown[] }> {
  const pool = poolOf(payload)
  const { rows: tables } = await pool.query<{ name: string }>(
    `select tablename as name from pg_tables where schemaname = 'public' and
       tablename ~ '^(organisations|policies|policy_|purposes|exception_|joint_|safety_|contacts)'
     order by 1`,
  )
  const all: { [table: string]: unknown[] } = {}
  for (const { name } of tables) {
    const { rows } = await pool.query<{ row: { [column: string]: unknown } }>(
      `select to_jsonb(t) as row from ${name} t`,
    )
    const isChild = /_(locales|rels|texts|roles|countries)$/.test(name)
    all[name] = rows
      .map(({ row }) => {
        const { id, ...rest } = row
        return isChild ? rest : { id, ...rest }
      })
      .filter((row) => !name.endsWith('_locales') || saysSomething(row))
      .map((row) => JSON.stringify(row))
      .sort()
  }
  return all
}

/** Payload leaves a row for a language in which nothing is said. */
const saysSomething = ({ _locale, _parent_id, ...rest }: { readonly [c: string]: unknown }) =>
  Object.values(rest).some((value) => value !== null)
