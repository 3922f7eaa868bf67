/**
 * `npm run bench:bulk`: what a partner's new name costs in 1, 10, 100 and 1,000 organisations, planned, applied and
 * published, beside Payload's own ways of writing it. `--organisations` is the most there are, `--publish` how many
 * policies are published. On a PostgreSQL of its own; only ratios within a run mean anything.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import os from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { createLocalReq, getPayload, type Payload } from 'payload'
import { renamePartner } from '../../src/core/bulk/changes/rename-partner.ts'
import { apply, plan } from '../../src/operations/bulk/index.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { closePayload, migrate } from '../../src/platform/migrations.ts'
import { cloneOrganisations } from './bulk/clone-organisations.ts'
import { type Publication, waivers } from './bulk/publication.ts'
import { type Cost, timed } from './bulk/timed.ts'
import { openBenchDatabase } from './delivery/bench-database.ts'

const { values: options } = parseArgs({
  options: {
    organisations: { type: 'string', default: '1000' },
    publish: { type: 'string', default: '1000' },
  },
})
const most = Number(options.organisations)
/** Organisations at which the peers write the same. */
const PEERS = 100

const database = await openBenchDatabase()
const file = path.join(database.directory, 'plan.json')
let names: readonly [string, string] = ['', '株式会社あらたな名称']
let missed = 0

async function main(payload: Payload): Promise<void> {
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  for await (const _ of generatePolicies({ organisations: 1, editions: 1, seed: 1 }, reading));
  const { docs } = await payload.find({ collection: 'joint-use-partners', limit: 1, depth: 0 })
  names = [String(docs[0]?.name), names[1]]
  console.log(
    `Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model}; ${await recordsIn(payload)} records an organisation\n`,
  )
  let there = 1
  const planCosts: number[] = []
  let applyCost = 0
  for (const organisations of [1, 10, 100, 1000].filter((size) => size <= most)) {
    await cloneOrganisations(payload, there, organisations)
    there = organisations
    await timed(() => renamed(payload, organisations > 1 ? 0 : 1))
    const planned = await timed(async () => {
      const { records, policies } = (await renamed(payload, 0)).counts
      if (records !== organisations || policies !== organisations)
        throw new Error(
          `Expected ${organisations} partners and policies, not ${records}, ${policies}`,
        )
    })
    planCosts.push(planned.ms / organisations)
    const applied = await timed(() => applied_(payload))
    applyCost = applied.ms / organisations
    console.log(
      `${String(organisations).padStart(5)} organisations: plan ${per(planned, organisations)}, apply ${per(applied, organisations)}; memory ${planned.mb.toFixed(0)}, ${applied.mb.toFixed(0)} MB`,
    )
    for (const { mb } of [planned, applied])
      hold('memory', mb <= 600, `${mb.toFixed(0)} MB, at most 600`)
    names = [names[1], names[0]]
  }
  hold(
    'plan an organisation',
    (planCosts.at(-1) ?? 0) <= 60,
    `${planCosts.at(-1)?.toFixed(1)} ms, at most 60`,
  )
  if (most >= PEERS) await peers(payload, applyCost)
  if (Number(options.publish)) await published(payload, Math.min(there, Number(options.publish)))
  await imported(there)
  console.log(missed ? `\n${missed} bars missed` : '\nall bars hold')
}

/** What importing as many organisations costs, in a process of its own, as the command is. */
async function imported(organisations: number): Promise<void> {
  const program = path.join(import.meta.dirname, 'import.ts')
  const child = spawn(process.execPath, ['--conditions=production', '--import', 'tsx', program], {
    env: { ...process.env, ORGANISATIONS: String(organisations) },
    stdio: 'inherit',
  })
  const [code] = await once(child, 'exit')
  hold('import', code === 0, 'as above')
}

async function renamed(payload: Payload, limit: number) {
  const change = renamePartner(
    { from: names[0], to: names[1] },
    limit ? { organisations: ['made-up-1-1'] } : {},
  )
  return plan(change, { payload, file })
}

async function applied_(payload: Payload): Promise<void> {
  for await (const { outcome, organisation } of apply({ payload, file }, { waivers }))
    if (outcome !== 'written') throw new Error(`Expected ${organisation} to be written`)
}

/** How often what is compared is written by each way in turn. */
const ROUNDS = 3

/**
 * What Payload's own ways take a record beside ours in as many organisations as there are, and what the database does
 * without any of it. Beside that, ours in as many as theirs, by turns, so that a minute in which the machine is slow is
 * nobody's own: there the first statements of each connection weigh.
 */
async function peers(payload: Payload, applyCost: number): Promise<void> {
  const slugs = firstOrganisations(PEERS)
  const change = (to: string) => renamePartner({ from: names[0], to }, { organisations: slugs })
  const { docs } = await payload.find({
    collection: 'joint-use-partners',
    where: {
      name: { equals: names[0] },
      'organisation.slug': { in: slugs },
    },
    pagination: false,
    depth: 0,
  })
  const ids = docs.map(({ id }) => id)
  if (ids.length !== PEERS) throw new Error(`Expected ${PEERS} partners, not ${ids.length}`)
  const byWhere = (name: string) =>
    payload.update({
      collection: 'joint-use-partners',
      where: { id: { in: ids } },
      data: { name },
      depth: 0,
    })
  const inTurn = async (name: string, some = ids) => {
    for (const id of some)
      await payload.update({ collection: 'joint-use-partners', id, data: { name }, depth: 0 })
  }
  const { pool } = payload.db as unknown as {
    pool: { query: (text: string, values: unknown[]) => Promise<unknown> }
  }
  const raw = await timed(async () => {
    await pool.query(`update joint_use_partners_locales set name = $2 where _parent_id = any($1)`, [
      ids,
      '生のSQL',
    ])
    await pool.query(
      `with v as (insert into _joint_use_partners_v (id, parent_id, version_corporate_number, version_url, version_valid_from, version_valid_to, version_organisation_id, version_updated_at, version_created_at, created_at, updated_at)
         select gen_random_uuid(), id, corporate_number, url, valid_from, valid_to, organisation_id, now(), created_at, now(), now() from joint_use_partners where id = any($1) returning id, parent_id)
       insert into _joint_use_partners_v_locales (version_name, _locale, _parent_id)
         select l.name, l._locale, v.id from joint_use_partners_locales l join v on v.parent_id = l._parent_id`,
      [ids],
    )
  })
  await byWhere(names[0])
  await inTurn(names[0], ids.slice(0, 5))
  const took = { ours: 0, sequential: 0, bulk: 0 }
  for (let round = 0; round < ROUNDS; round++) {
    await plan(change(`計測${round}`), { payload, file })
    took.ours += (await timed(() => applied_(payload))).ms
    took.sequential += (await timed(() => inTurn('順に'))).ms
    took.bulk += (await timed(() => byWhere(names[0]))).ms
  }
  const each = ids.length * ROUNDS
  const [ours, a, b] = [took.ours / each, took.sequential / each, took.bulk / each]
  console.log(
    `\na record, at ${ids.length} organisations, ${ROUNDS} times by turns: ours ${ours.toFixed(2)} ms (a transaction each); sequential payload.update ${a.toFixed(2)}, Payload’s update by where ${b.toFixed(2)}; raw SQL in one statement for all ${(raw.ms / ids.length).toFixed(2)} ms`,
  )
  const times = (peer: number, own: number) => `${(peer / own).toFixed(1)} ×`
  console.log(`  by turns: ${times(a, ours)} and ${times(b, ours)}`)
  hold(
    'beside sequential payload.update',
    a / applyCost >= 10,
    `${times(a, applyCost)}, at least 10`,
  )
  hold('beside Payload’s bulk update', b / applyCost >= 5, `${times(b, applyCost)}, at least 5`)
}

/** What publishing the touched policies costs along with a plan, in a process of its own, as the command is. */
async function published(payload: Payload, policies: number): Promise<void> {
  const change = renamePartner(
    { from: names[0], to: '株式会社公表後の名称' },
    { organisations: firstOrganisations(policies) },
  )
  const { counts } = await plan(change, { payload, file })
  const program = path.join(import.meta.dirname, 'bulk/publish.ts')
  const args = ['--conditions=production', '--import', 'tsx', program, file]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const { editions, took } = JSON.parse(await text(child.stdout)) as Publication
  if (counts.policies !== policies || editions !== policies)
    throw new Error(`Expected ${policies} editions, not ${editions} of ${counts.policies}`)
  const rate = (editions * 1000) / took.ms
  console.log(
    `\n${editions} of ${counts.policies} policies published along with it; memory ${took.mb.toFixed(0)} MB`,
  )
  hold('publish', rate >= 25, `${rate.toFixed(1)} a second, at least 25`)
  hold('memory', took.mb <= 600, `${took.mb.toFixed(0)} MB, at most 600`)
}

const firstOrganisations = (count: number) =>
  Array.from({ length: count }, (_, i) => (i ? `copy-${i}` : 'made-up-1-1'))

async function recordsIn(payload: Payload): Promise<number> {
  const { pool } = payload.db as unknown as {
    pool: { query: (text: string) => Promise<{ rows: { count: number }[] }> }
  }
  const tables = [
    'organisations',
    'policies',
    'policy_sections',
    'purposes',
    'exception_clauses',
    'joint_use_partners',
    'safety_measures',
    'contacts',
  ]
  const { rows } = await pool.query(
    `select (${tables.map((table) => `(select count(*) from ${table})`).join(' + ')})::int as count`,
  )
  return rows[0]?.count ?? 0
}

const per = ({ ms, cpu }: Cost, organisations: number) =>
  `${(ms / organisations).toFixed(2)} ms each (${(cpu / organisations).toFixed(2)} of processor)`

function hold(name: string, holds: boolean, words: string): void {
  if (!holds) missed++
  console.log(`  ${name}: ${words}${holds ? '' : '  MISSED'}`)
}

try {
  process.env.DATABASE_URL = database.url
  process.env.PAYLOAD_SECRET = 'bench'
  const { default: config } = await import('../../payload.config.ts')
  const payload = await getPayload({ config })
  await migrate(payload)
  try {
    await main(payload)
  } finally {
    await closePayload(payload)
  }
} finally {
  await database.close()
}
process.exitCode = missed ? 1 : 0
