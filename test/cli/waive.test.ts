import { describe, expect, test, vi } from 'vitest'
import { parse } from '../../src/core/parse/index.ts'
import { payloadSource } from '../../src/delivery/sources/payload-source.ts'
import { checkPolicy } from '../../src/operations/checking/check-policy.ts'
import { storedEdition } from '../../src/operations/editions/stored-editions.ts'
import { importPolicy } from '../../src/operations/importing/import-policy.ts'
import { settingsOf } from '../../src/operations/settings.ts'
import { flawed } from '../fixtures/flawed.ts'
import { expectRefusal, terminal } from './terminal.ts'

/* Errors of the check that publishing lets pass, each with its reason. */

vi.setConfig({ testTimeout: 240_000 })

const { payload, reading, run } = await terminal()

describe('publish --waive', async () => {
  const name = 'komorebi-cli/privacy'
  const { policy } = await importPolicy(
    {
      documents: [parse(flawed).document],
      organisation: 'komorebi-cli',
      policy: 'privacy',
      createOrganisation: true,
    },
    reading,
  )
  const editions = () => payloadSource(payload).editions(policy)
  const reason = '会社概要のページに掲載し、本文から案内しているため'

  test('errors are named with their keys, and nothing is published', async () => {
    expectRefusal(await run('ja', ['publish', name]), 'refused', /org-representative/)
    const one = await run('en', ['publish', name, '--waive', `org-address=${reason}`])
    expectRefusal(one, 'refused', /an error.*\[org-representative/)
    expect(one.err).not.toContain('org-address')
    expect(await editions()).toEqual([])
  })

  test.each([
    ['without a reason', 'org-address=', /理由がありません/],
    ['that names no finding', `purpose-vague=${reason}`, /という指摘はありません/],
  ] as const)('a waiver %s is refused', async (_, waiver, words) => {
    expectRefusal(await run('ja', ['publish', name, '--waive', waiver]), 'refused', words)
    expect(await editions()).toEqual([])
  })

  test('what is no waiver at all is told how to be one', async () => {
    const { code, err } = await run('en', ['publish', name, '--waive', 'org-address'])
    expect([code, err]).toEqual([2, expect.stringContaining('KEY=REASON')])
  })

  test('each error waived by key or by rule, it is published; the edition keeps the reasons', async () => {
    const { findings } = await checkPolicy({ policy }, reading)
    const address = findings.find(({ ruleId }) => ruleId === 'org-address')?.key
    // A reason may hold the sign that parts it from its key.
    const other = '登記 = 申請中のため'
    const { code, err } = await run('ja', [
      ...['publish', name, '--waive', `${address}=${reason}`],
      ...['--waive', `org-representative=${other}`],
    ])
    expect([code, err]).toEqual([0, ''])
    const [edition] = await editions()
    const stored = await storedEdition(edition?.id ?? '', reading.req, settingsOf(payload))
    expect(stored.internal.waivers).toMatchObject([
      { key: address, ruleId: 'org-address', reason },
      { ruleId: 'org-representative', reason: other },
    ])
  })
})
