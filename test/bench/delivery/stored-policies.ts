import { sql } from '@payloadcms/db-postgres'
import { createLocalReq, type Payload } from 'payload'
import { makeUpPolicy } from '../../../src/core/generate/policy-text.ts'
import { parse } from '../../../src/core/parse/index.ts'
import { queryIn } from '../../../src/operations/database/sql.ts'
import { importPolicy } from '../../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../../src/operations/publishing/publish-policy.ts'
import { shortPolicy } from '../../core/edition-chain.ts'
import { byTable, statementsOf } from '../../statements.ts'

/** How many services make a policy of about 105 kB of JSON. */
const SERVICES = 34

/** How many make one of 8,300 characters, somewhat more than the longest real policy that was measured. */
const SERVICES_ON_PAPER = 12

/** Long policies that all differ, for what is made anew for each; one for each connection, so that nobody shares. */
export const COLD = 12
/** Policies of one edition, beside one policy of so many. */
export const DAYS = 300
export const EDITIONS = 10_000
/** Ordinary policies, more than a cache may hold. */
export const DISTINCT = 10_000

/**
 * A policy of about 200 records in two languages, brought in and published as people do. Its English is its Japanese
 * under another name: what publishing costs does not depend on the words.
 */
export async function publishLong(payload: Payload) {
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  const { policy } = await importPolicy(
    { documents: longPolicy(1), organisation: 'bench', policy: 'long', createOrganisation: true },
    reading,
  )
  const records = (
    await Promise.all(
      (
        [
          'purposes',
          'exception-clauses',
          'joint-use-partners',
          'safety-measures',
          'contacts',
          'policy-sections',
        ] as const
      ).map((collection) => payload.count({ collection })),
    )
  ).reduce((sum, { totalDocs }) => sum + totalDocs, 0)
  let publishMs = 0
  const statements = await statementsOf(async () => {
    const began = performance.now()
    await publishPolicy({ policy, kind: 'import', effectiveFrom: '2024-04-01' }, reading)
    publishMs = Math.round(performance.now() - began)
  })
  const publishStatements = statements.length
  const statementsATable = Math.max(...Object.values(byTable(statements)))
  return { policy, records, publishMs, publishStatements, statementsATable }
}

/** What the questions of the bench are asked about, written past everything that writes editions in earnest. */
export async function storeOthers(
  payload: Payload,
  isWanted: (name: string) => boolean,
): Promise<void> {
  const written: readonly (readonly [name: string, services: number])[] = [
    ['cold', SERVICES],
    ['paper', SERVICES_ON_PAPER],
  ]
  for (const [name, services] of written)
    for (let i = 1; i <= COLD; i++) {
      const documents = documentsOf(longPolicy(i, services))
      await storeEditions(payload, { name: `${name}-${i}`, documents })
    }
  const short = { ja: shortPolicy('当社は、個人情報を適正に取得します。') }
  await storeEditions(payload, { name: 'many', editions: EDITIONS, documents: short })
  await storeEditions(payload, { name: 'one', policies: DAYS, documents: short })
  const ordinary = documentsOf(longPolicy(1, 3))
  if (['distinct', 'memory'].some(isWanted))
    await storeEditions(payload, { name: 'distinct', policies: DISTINCT, documents: ordinary })
}

function longPolicy(seed: number, services = SERVICES) {
  const { document } = parse(makeUpPolicy({ seed, services }).text)
  return [document, { ...document, locale: 'en' }] as const
}

const documentsOf = (documents: ReturnType<typeof longPolicy>) =>
  Object.fromEntries(documents.map((document) => [document.locale, document]))

type Stored = {
  readonly name: string
  readonly documents: object
  /** Editions of the one policy of this name, a day after another from 1990 on. */
  readonly editions?: number
  /** Or policies `{name}-1`, `{name}-2` …, of one edition each. */
  readonly policies?: number
}

async function storeEditions(
  payload: Payload,
  { name, documents, editions, policies }: Stored,
): Promise<void> {
  const languages = Object.fromEntries(
    Object.keys(documents).map((language) => [
      language,
      { sha256: '0', title: '個人情報保護方針', organisation: '架空商店' },
    ]),
  )
  const policy = policies === undefined ? sql`${name}::text` : sql`${name}::text || '-' || n`
  const number = policies === undefined ? sql`n` : sql`1`
  await queryIn(
    { payload },
    sql`insert into policy_editions (id, organisation_slug, policy_slug, number, kind, effective_from,
        recorded_at, summary, languages, documents, schema, internal, internal_sha256, sha256, policy, organisation)
      select ${name}::text || '-' || n, 'bench', ${policy}, ${number}, 'import',
        to_char(date '1990-01-01' + ${number}, 'YYYY-MM-DD'), timestamptz '1990-01-01' + n * interval '1 day',
        '{}', ${JSON.stringify(languages)}::jsonb, ${JSON.stringify(documents)}::jsonb, 1, '{}', '0',
        ${name}::text || n, ${policy}, 'bench'
      from generate_series(1, ${policies ?? editions ?? 1}) n`,
  )
}
