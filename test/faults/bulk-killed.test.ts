import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { createLocalReq } from 'payload'
import { afterAll, expect, test } from 'vitest'
import { replaceText } from '../../src/core/bulk/changes/replace-text.ts'
import { planChange } from '../../src/operations/bulk/plan.ts'
import { savePlan } from '../../src/operations/bulk/plan-on-disk.ts'
import { generatePolicies } from '../../src/operations/made-up/generate-policies.ts'
import { testPayload } from '../payload.ts'
import { applying, ended, firstLine, standing } from './bulk-applications.ts'

/** A few in every run of the tests; all by `npm run test:faults`, and 100 by `FAULTS=100`. */
const kills = Number(process.env.FAULTS ?? 3)
const organisations = kills > 10 ? 50 : 6
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'bulk-killed-'))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const payload = await testPayload()
const reading = { req: await createLocalReq({}, payload), overrideAccess: true }

test(
  `after ${kills} × kill -9 of an application every organisation is wholly before or wholly after, and another run completes it`,
  async () => {
    const made = generatePolicies({ organisations, editions: 1, seed: 11 }, reading)
    for await (const _ of made);
    let [from, to] = ['個人情報', 'パーソナル情報']
    let plan = await planned(from, to)
    const seen = { none: 0, some: 0, all: 0 }
    for (let i = 0; i < kills; i++) {
      const child = applying(plan.file)
      const end = ended(child)
      // One in four dies before it has written anything; the others somewhere between the first organisation and the last.
      if (i % 4 === 3) await sleep(500 + 2_500 * ((i * 7) % 10) * 0.1)
      else await Promise.race([firstLine(child), end])
      await sleep(((i * 37) % 100) * (organisations / 50))
      child.kill('SIGKILL')
      await end
      const { before, after } = await standing(payload, plan)
      expect(before + after).toBe(organisations)
      seen[after === 0 ? 'none' : before === 0 ? 'all' : 'some']++
      if (before > 0) continue
      ;[from, to] = [to, from]
      plan = await planned(from, to)
    }
    const { code, err } = await ended(applying(plan.file))
    expect(err.slice(-500) + code).toMatch(/0$/)
    expect(await standing(payload, plan)).toEqual({ before: 0, after: organisations })
    console.log(`killed with none, some, all of ${organisations} written:`, seen)
  },
  240_000 + kills * 30_000,
)

async function planned(from: string, to: string) {
  const change = replaceText(
    { from, to },
    {
      collections: ['policySections', 'purposes', 'exceptionClauses', 'safetyMeasures', 'policies'],
    },
  )
  const file = path.join(folder, 'plan.json')
  const records = new Map<string, number>()
  const planning = await planChange(change, reading, { madeBy: 'test' })
  const { sha256 } = await savePlan(planning, file, ({ unit }) => {
    if (unit.organisation) records.set(unit.organisation.id, unit.changes.length)
  })
  return { file, sha256, records }
}
