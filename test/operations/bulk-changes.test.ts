import { createLocalReq } from 'payload'
import { beforeAll, expect, test, vi } from 'vitest'
import { replaceClause } from '../../src/core/bulk/changes/replace-clause.ts'
import { replaceText } from '../../src/core/bulk/changes/replace-text.ts'
import { bulkCollections } from '../../src/core/bulk/records.ts'
import { parse } from '../../src/core/parse/index.ts'
import { updateLawCitations } from '../../src/operations/bulk/law-citations.ts'
import { checkPolicy } from '../../src/operations/checking/check-policy.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { loadPolicy } from '../../src/operations/policy/load-policy.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { wholePolicy } from '../core/check/whole-policy.ts'
import { testPayload } from '../payload.ts'
import { applied, planned } from './plan-and-apply.ts'

vi.setConfig({ testTimeout: 60_000 })

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

/** Cites the Act by the numbers that it had before 2022, in the policy, in a section and in a record that it prints. */
const stale = wholePolicy()
  .replace(
    'お客様の個人情報を次のとおり取り扱います。',
    '個人情報保護法第18条第1項に基づき、利用目的を公表します。',
  )
  .replace('個人情報保護法に基づき、利用目的の通知、開示', '個人情報保護法第28条に基づき、開示')
  .replace(
    '個人データの取扱規程を策定しています（規律の整備）。',
    '個人情報保護法第20条に基づき、個人データの安全管理措置の規程を定めています。',
  )

const policies = { old: '', new: '' }
beforeAll(async () => {
  const store = async (organisation: string, text: string) => {
    const target = { organisation, policy: 'privacy-policy', createOrganisation: true }
    return (await importPolicy({ documents: [parse(text).document], ...target }, reading)).policy
  }
  policies.old = await store('mizuumi', stale)
  policies.new = await store('minamo', wholePolicy())
})

const load = async (policy: string) => {
  const records = await loadPolicy(policy, reading)
  if (!records) throw new Error('Expected the policy')
  return records
}
const staleIn = async (policy: string) =>
  (await checkPolicy({ policy }, reading)).findings.filter(
    ({ ruleId }) => ruleId === 'cite-stale-article',
  )

test('selected by a finding, only the records that it stands on change', async () => {
  const found = await staleIn(policies.old)
  expect(found).toHaveLength(3)
  const { units } = await planned(
    replaceText(
      { from: '、', to: '，' },
      { collections: bulkCollections, findings: ['cite-stale-article'] },
    ),
    reading,
  )
  expect(units.map(({ organisation }) => organisation?.slug)).toEqual(['mizuumi'])
  expect(units[0]?.changes.map(({ id }) => id).toSorted()).toEqual(
    found.map(({ opens }) => opens.id).toSorted(),
  )
})

test('citations are brought up to date wherever they are printed from, and nowhere else', async () => {
  const before = await load(policies.new)
  const { units, text } = await planned(updateLawCitations(settingsOf(payload)), reading)
  expect(units.map(({ organisation }) => organisation?.slug)).toEqual(['mizuumi'])
  expect(units[0]?.changes.map(({ collection }) => collection).toSorted()).toEqual([
    'policies',
    'policySections',
    'safetyMeasures',
  ])
  const [reached] = units[0]?.policies ?? []
  expect(reached?.appeared).toEqual([])
  expect(reached?.vanished.filter(({ ruleId }) => ruleId === 'cite-stale-article')).toHaveLength(3)

  expect(await applied(text, {}, reading)).toMatchObject([{ outcome: 'written', records: 3 }])
  const after = await load(policies.old)
  expect(JSON.stringify(after.policy)).toContain('個人情報保護法第21条第1項')
  expect(JSON.stringify(after.sections)).toContain('個人情報保護法第33条')
  expect(after.safetyMeasures.map((measure) => measure.text.ja)).toContain(
    '個人情報保護法第23条に基づき、個人データの安全管理措置の規程を定めています。',
  )
  expect(await staleIn(policies.old)).toEqual([])
  expect(await load(policies.new)).toEqual(before)
  expect((await planned(updateLawCitations(settingsOf(payload)), reading)).units).toEqual([])
})

test('a clause is worded anew wherever it stands letter for letter, in the language meant', async () => {
  const to = '文具の販売、発送及びこれらに付随する業務のため'
  const change = replaceClause({
    from: { text: '文具の販売及び発送のため' },
    to,
    language: 'ja',
  })
  const { units, text } = await planned(change, reading)
  expect(units.flatMap(({ changes }) => changes.map(({ collection }) => collection))).toEqual([
    'purposes',
    'purposes',
  ])
  await applied(text, {}, reading)
  for (const policy of Object.values(policies)) {
    const { purposes } = await load(policy)
    expect(purposes.map((purpose) => purpose.text.ja)).toEqual(
      expect.arrayContaining([to, '代金の請求及び収納のため']),
    )
  }
})

test('or by its ground in the statute, in one organisation alone', async () => {
  const before = await load(policies.new)
  const change = replaceClause(
    { from: { basis: 'appi-27-1-1' }, to: '法令に基づいて提供する場合', language: 'ja' },
    { organisations: ['mizuumi'] },
  )
  const { units, text } = await planned(change, reading)
  expect(units.map(({ changes }) => changes.map(({ name }) => name))).toEqual([
    ['法令に基づく場合'],
  ])
  await applied(text, {}, reading)
  const { exceptionClauses } = await load(policies.old)
  const own = exceptionClauses.filter(({ basis }) => basis === 'appi-27-1-1')
  expect(own.map((clause) => clause.text.ja)).toEqual(['法令に基づいて提供する場合'])
  expect(await load(policies.new)).toEqual(before)
})
