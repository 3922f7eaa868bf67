import { Command, Option } from 'commander'
import { jstDay } from '../core/calendar.ts'
import { type Checked, check } from '../core/check/index.ts'
import { law } from '../core/law/index.ts'
import { reports } from './check-reports.ts'
import { say } from './language.ts'
import { fileArgument, readFile } from './read-file.ts'

type Options = { readonly format: keyof typeof reports }

export function checkCommand(): Command {
  return new Command('check')
    .description(
      say({
        ja: '法令・ガイドライン・文面の問題を、根拠条文と直し方とともに示します。エラーがあれば終了コードは1です。',
        en: 'Says what is wrong with a policy, by which law, and what to do. Exits with 1 when there are errors.',
      }),
    )
    .argument('<policy>', fileArgument)
    .addOption(
      new Option('--format <format>', say({ ja: '出力形式', en: 'what to print' }))
        .choices(Object.keys(reports))
        .default('text'),
    )
    .action(async (name: string, options: Options) => {
      const { document } = await readFile(name)
      const checked: Checked = check(document, { law, today: jstDay(new Date()) })
      console.log(reports[options.format]({ name, document, checked }))
      if (checked.findings.some(({ severity }) => severity === 'error')) process.exitCode = 1
    })
}
