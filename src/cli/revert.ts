import fs from 'node:fs'
import { Command, Option } from 'commander'
import { say } from './language.ts'
import { showPlan } from './plan.ts'
import { planReports } from './plan-reports.ts'

type Options = {
  readonly to: string
  readonly format: keyof typeof planReports
  readonly by?: string
}

export function revertCommand(): Command {
  return new Command('revert')
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
    .option(
      '--to <file>',
      say({ ja: '計画を保存するファイル', en: 'where to save the plan' }),
      'revert.json',
    )
    .addOption(
      new Option('--format <format>', say({ ja: '出力形式', en: 'what to print' }))
        .choices(Object.keys(planReports))
        .default('text'),
    )
    .option('--by <name>', say({ ja: '計画した人', en: 'who plans it' }))
    .action(async (plan: string, options: Options) => {
      const name = await nameOf(plan)
      await showPlan(
        async (_: never, __, reading) => (await import('./workplace.ts')).revertOf(name, reading),
        options,
      )
    })
}

/** A plan's name stands in its last line. */
async function nameOf(plan: string): Promise<string> {
  if (/^[0-9a-f]{8,64}$/.test(plan) && !fs.existsSync(plan)) return plan
  const { linesOf } = await import('./workplace.ts')
  let last = ''
  for await (const line of linesOf(plan)) last = line
  return /"sha256":"([0-9a-f]{64})"\}$/.exec(last)?.[1] ?? ''
}
