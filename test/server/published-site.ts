import { createLocalReq } from 'payload'
import { nodesOf } from '../../src/core/document.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { publishPolicy } from '../../src/operations/publishing/publish-policy.ts'
import { hidamari, tsumugiEn, tsumugiJa } from '../fixtures/policies/index.ts'
import { testPayload, withoutDuties } from '../payload.ts'
import { serve } from './site.ts'

export const inDays = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
/** What no. 1 of tsumugi/memo says, and in its place no. 2. */
export const oldPurpose = nodesOf(tsumugiJa, 'purpose')[0]?.text ?? ''
export const newPurpose = `${oldPurpose}（改定後）`

/**
 * A site for the top level of a test file, with two policies.
 * tsumugi/memo in Japanese and English: no. 1 of April 2024, no. 2 of today with a purpose reworded, no. 3 to come.
 * hidamari/table: no. 1 of April 2024, ended today by no. 2.
 */
export async function publishedSite() {
  const payload = await testPayload()
  withoutDuties(payload)
  const reading = { req: await createLocalReq({}, payload), overrideAccess: true }
  const target = { createOrganisation: true }
  const memo = await importPolicy(
    { documents: [tsumugiJa, tsumugiEn], organisation: 'tsumugi', policy: 'memo', ...target },
    reading,
  )
  const first = await publishPolicy(
    { policy: memo.policy, kind: 'import', effectiveFrom: '2024-04-01' },
    reading,
  )
  const { docs } = await payload.find({
    collection: 'purposes',
    where: { text: { equals: oldPurpose } },
  })
  await payload.update({
    collection: 'purposes',
    id: docs[0]?.id as string,
    data: { text: newPurpose },
  })
  const summary = { ja: '利用目的を改めた。', en: 'A purpose reworded.' }
  await publishPolicy({ policy: memo.policy, summary }, reading)
  await publishPolicy({ policy: memo.policy, effectiveFrom: inDays(40) }, reading)
  const table = await importPolicy(
    { documents: [hidamari], organisation: 'hidamari', policy: 'table', ...target },
    reading,
  )
  await publishPolicy(
    { policy: table.policy, kind: 'import', effectiveFrom: '2024-04-01' },
    reading,
  )
  await publishPolicy({ policy: table.policy, kind: 'repeal' }, reading)
  return { ...(await serve(payload)), first: first.edition }
}
