import { type Command, Option } from 'commander'
import type { PlanHead } from '../../core/bulk/plan.ts'
import { savePlan } from '../../operations/bulk/plan-on-disk.ts'
import type { ShownUnit } from '../../operations/bulk/shown-plan.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { say } from '../language.ts'
import { type ServerOption, serverOption } from '../there/server.ts'
import { planReports } from './plan-reports.ts'

/** What every command is told that makes a plan. */
export type PlanOptions = ServerOption & {
  readonly to: string
  readonly format: keyof typeof planReports
  readonly by?: string
}

export function withPlanOptions(command: Command, file: string): Command {
  return command
    .option(
      '--to <file>',
      say({ ja: '計画を保存するファイル', en: 'where to save the plan' }),
      file,
    )
    .addOption(
      new Option('--format <format>', say({ ja: '出力形式', en: 'what to print' }))
        .choices(Object.keys(planReports))
        .default('text'),
    )
    .option('--by <name>', say({ ja: '計画した人', en: 'who plans it' }))
    .addOption(serverOption())
}

/** A plan that is being worked out, at the database or at a server. */
export type ShownPlan = {
  readonly head: PlanHead
  readonly units: AsyncGenerator<ShownUnit>
}

/** Shows a plan as it comes, and saves it. */
export async function showPlan(plan: Promise<ShownPlan>, options: PlanOptions): Promise<void> {
  const report = planReports[options.format]
  const { head, units } = await plan
  process.stdout.write(report.begin(head.title))
  let isFirst = true
  const { counts, sha256 } = await savePlan({ head, units }, options.to, (shown) => {
    process.stdout.write(report.unit(shown, isFirst))
    isFirst = false
  })
  process.stdout.write(report.end(counts, sha256))
  console.error(
    say({
      ja: `計画を ${options.to} に保存しました。何も書き込んでいません。適用: privacy-policy apply ${options.to}`,
      en: `The plan is in ${options.to}; nothing was written. To apply it: privacy-policy apply ${options.to}`,
    }),
  )
}

/** Through a server, who does it is the user of the key. */
export function refuseSigning({ by, server }: { readonly by?: string } & ServerOption): void {
  if (by === undefined || server === undefined) return
  throw new OperationRefused('bad-request', {
    ja: 'サーバー越しでは、APIキーのユーザーが実行者になります。--by を外してください。',
    en: 'Through a server it is the user of the API key who does it. Leave out --by.',
  })
}
