import {
  type MadeUpData,
  type MadeUpOrganisation,
  madeUpDataProblem,
  madeUpEditions,
  madeUpOrganisations,
} from '../../core/generate/history.ts'
import { parse } from '../../core/parse/index.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { localApi } from '../database/local-api.ts'
import { guardEditions, guardRemedy } from '../editions/edition-guard.ts'
import { importPolicy } from '../importing/import-policy.ts'
import type { Reading } from '../policy/load-policy.ts'
import { publishWithin } from '../publishing/publish-policy.ts'
import { OperationRefused } from '../refused.ts'
import { settingsOf } from '../settings.ts'

/** An organisation that was made up and stored, and the days on which its editions come into force. */
export type Generated = {
  readonly organisation: string
  readonly policy: string
  readonly legalName: string
  readonly days: readonly string[]
}

/**
 * Makes up organisations, stores the policy of each as typed records and publishes its editions as imports, each
 * organisation in a transaction of its own; yields it when it stands. The same request makes the same slugs, texts and
 * days again; ids and hashes are new each time.
 *
 * @throws OperationRefused before anything is stored when an organisation is there already, when more is asked for
 *   than can be, and when editions are not guarded
 */
export async function* generatePolicies(
  request: MadeUpData,
  reading: Reading,
): AsyncGenerator<Generated> {
  const problem = madeUpDataProblem(request)
  if (problem) throw new OperationRefused('bad-request', problem)
  const organisations = madeUpOrganisations(request)
  await refuseThoseThere(organisations, reading)
  if (!(await guardEditions(reading.req.payload)))
    throw new OperationRefused('editions-unguarded', guardRemedy)
  for (const organisation of organisations)
    yield await inTransaction(reading.req, () => generateOne(organisation, request, reading))
}

const POLICY = 'privacy-policy'

async function generateOne(
  made: MadeUpOrganisation,
  request: MadeUpData,
  reading: Reading,
): Promise<Generated> {
  const target = { organisation: made.slug, policy: POLICY }
  const days: string[] = []
  let legalName = ''
  for (const edition of madeUpEditions(made, request)) {
    const isFirst = days.length === 0
    const imported = await importPolicy(
      {
        ...target,
        documents: [parse(edition.text).document],
        ...(isFirst ? { createOrganisation: true } : { intoExisting: true }),
      },
      reading,
    )
    // Somebody else made it since the slugs were looked up.
    if (isFirst && !imported.organisationCreated) throw organisationsThere([made.slug])
    const { effectiveFrom, summary } = edition
    await publishWithin(
      { policy: imported.policy, kind: 'import', effectiveFrom, summary },
      reading,
    )
    legalName = edition.legalName
    days.push(effectiveFrom)
  }
  return { ...target, legalName, days }
}

/** In the trash too: their slugs are taken. */
async function refuseThoseThere(
  organisations: readonly MadeUpOrganisation[],
  { req, overrideAccess }: Reading,
): Promise<void> {
  const { docs } = await localApi(req.payload).find({
    collection: settingsOf(req.payload).slugs.organisations,
    where: { slug: { in: organisations.map(({ slug }) => slug) } },
    trash: true,
    depth: 0,
    joins: false,
    pagination: false,
    req,
    overrideAccess,
  })
  const there = new Set(docs.map(({ slug }) => slug))
  if (there.size)
    throw organisationsThere(organisations.flatMap(({ slug }) => (there.has(slug) ? slug : [])))
}

function organisationsThere(slugs: readonly string[]): OperationRefused {
  const [first = ''] = slugs
  const others = slugs.length - 1
  return new OperationRefused(
    'organisation-exists',
    {
      ja: `事業者「${first}」${others ? `ほか ${others} 件` : ''}がすでにあります。別の --seed か --prefix を指定してください。`,
      en: `There is an organisation \`${first}\`${others ? ` (and ${others} more of those asked for)` : ''} already. Give another --seed or --prefix.`,
    },
    slugs,
  )
}
