/** Applies a plan and publishes what it touches, as the command does, in the database of `DATABASE_URL`; prints what that took as JSON. */
import { getPayload } from 'payload'
import config from '../../../payload.config.ts'
import { dutyNames } from '../../../src/core/compare/duties/index.ts'
import { apply } from '../../../src/operations/bulk/index.ts'
import { keepHeapSmall } from '../../../src/platform/heap.mjs'
import { closePayload } from '../../../src/platform/migrations.ts'
import { type Publication, waivers } from './publication.ts'
import { timed } from './timed.ts'

keepHeapSmall()
const payload = await getPayload({ config })
const [, , file = ''] = process.argv
const publish = {
  effectiveFrom: new Date(Date.now() + 30 * 86_400_000).toISOString().slice(0, 10),
  // Copies have editions that are not theirs.
  withUnpublished: true,
  duties: dutyNames.map((key) => ({ key, waived: { reason: '計測のため' } })),
}
let editions = 0
const took = await timed(async () => {
  for await (const outcome of apply({ payload, file }, { publish, waivers })) {
    if (outcome.outcome !== 'written')
      throw new Error(`Expected ${outcome.organisation} to be written`)
    editions += outcome.editions
  }
})
await closePayload(payload)
const publication: Publication = { editions, took }
console.log(JSON.stringify(publication))
