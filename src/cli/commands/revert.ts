import fs from 'node:fs'
import { Command } from 'commander'
import { noPlan, PlanFileRefused } from '../../core/bulk/plan-file.ts'
import { linesOf } from '../../operations/bulk/plan-on-disk.ts'
import { say } from '../language.ts'
import { type PlanOptions, refuseSigning, showPlan, withPlanOptions } from '../reports/show-plan.ts'
import { planThere } from '../there/plan-there.ts'
import { serverAt } from '../there/server.ts'

export function revertCommand(): Command {
  const command = new Command('revert')
    .description(
      say({
        ja: '適用した一括更新を元に戻す計画を、記録の版から作ります。何も書き込みません。',
        en: 'Plans the inverse of a bulk update that was applied, from the versions of records. Writes nothing.',
      }),
    )
    .argument(
      '<plan>',
      say({
        ja: '適用した計画のファイル、または計画の SHA-256',
        en: 'the plan file that was applied, or its SHA-256',
      }),
    )
  return withPlanOptions(command, 'revert.json').action(
    async (plan: string, options: PlanOptions) => {
      refuseSigning(options)
      const name = await nameOf(plan)
      const { server } = options
      if (server !== undefined) {
        const body = JSON.stringify({ plan: name })
        return showPlan(planThere(serverAt(server), body, { at: 'revert' }), options)
      }
      const { atWork, planHere, revertOf } = await import('../workplace.ts')
      await atWork(async (reading) =>
        showPlan(planHere(await revertOf(name, reading), options, reading), options),
      )
    },
  )
}

/** A plan's name stands in its last line. */
async function nameOf(plan: string): Promise<string> {
  if (/^[0-9a-f]{8,64}$/.test(plan) && !fs.existsSync(plan)) return plan
  let last = ''
  for await (const line of linesOf(plan)) last = line
  const name = /"sha256":"([0-9a-f]{64})"\}$/.exec(last)?.[1]
  if (name !== undefined) return name
  throw new PlanFileRefused(1, noPlan)
}
