/**
 * `npm run bench:import`: made-up organisations imported from lines of JSON, beside a loop of `payload.create`
 * (`ORGANISATIONS=` for fewer than 1,000), on a PostgreSQL of its own. Only ratios within a run mean anything.
 */
import os from 'node:os'
import { createLocalReq, getPayload } from 'payload'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { closePayload, migrate } from '../../src/platform/migrations.ts'
import { importCost } from './bulk/import.ts'
import { openBenchDatabase } from './delivery/bench-database.ts'

const most = Number(process.env.ORGANISATIONS || 1000)
const database = await openBenchDatabase()
process.env.DATABASE_URL = database.url
process.env.PAYLOAD_SECRET = 'bench'
const { default: config } = await import('../../payload.config.ts')
const payload = await getPayload({ config })
try {
  await migrate(payload)
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  for await (const _ of generatePolicies({ organisations: 1, editions: 1, seed: 1 }, reading));
  console.log(`Node ${process.version}, ${os.cpus().length} × ${os.cpus()[0]?.model}`)
  const cost = await importCost(payload, {
    template: 'made-up-1-1',
    organisations: most,
    folder: database.directory,
  })
  const times = cost.msPerCreate / cost.msPerRecord
  console.log(
    `${cost.organisations} organisations, ${cost.records} records: ${cost.msPerRecord.toFixed(2)} ms a record; payload.create ${cost.msPerCreate.toFixed(2)} ms: ${times.toFixed(1)} times, at least 15; memory ${cost.peakMB.toFixed(0)} MB, at most 600`,
  )
  if (times < 15 || cost.peakMB > 600) process.exitCode = 1
} finally {
  await closePayload(payload)
  await database.close()
}
