import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createLocalReq } from 'payload'
import { afterAll, expect, test } from 'vitest'
import { replaceText } from '../../src/core/bulk/changes/replace-text.ts'
import { planChange } from '../../src/operations/bulk/plan.ts'
import { savePlan } from '../../src/operations/bulk/plan-on-disk.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { testPayload } from '../payload.ts'
import { applying, ended, firstLine, standing } from './bulk-applications.ts'

const organisations = 6
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bulk-interrupted-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

test('Ctrl-C lets what is begun be finished, says that it stopped and how to go on; the same command does the rest', async () => {
  for await (const _ of generatePolicies({ organisations, editions: 1, seed: 12 }, reading));
  const change = replaceText(
    { from: '個人情報', to: 'パーソナル情報' },
    { collections: ['policySections', 'purposes'] },
  )
  const file = path.join(folder, 'plan.json')
  const records = new Map<string, number>()
  const planning = await planChange(change, reading, { madeBy: 'test' })
  const { sha256 } = await savePlan(planning, file, ({ unit }) => {
    if (unit.organisation) records.set(unit.organisation.id, unit.changes.length)
  })
  expect(records.size).toBe(organisations)

  // The slow way, so that there is something left to interrupt.
  const first = applying(file, ['--concurrency', '1', '--through-hooks'], { LANG: 'ja_JP.UTF-8' })
  const said = ended(first)
  await firstLine(first)
  first.kill('SIGINT')
  const stopped = await said
  expect(stopped.out).toContain('中断しました。もう一度実行すると続けます')
  expect(stopped.code).toBe(130)
  const { before, after } = await standing(payload, { sha256, records })
  expect(before + after).toBe(organisations)
  expect(after).toBeGreaterThan(0)
  expect(before).toBeGreaterThan(0)

  const rest = await ended(applying(file))
  expect(rest.err.slice(-500) + rest.code).toMatch(/0$/)
  expect(await standing(payload, { sha256, records })).toEqual({ before: 0, after: organisations })
}, 300_000)
