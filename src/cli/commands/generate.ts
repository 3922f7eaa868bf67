import readline from 'node:readline'
import { Command } from 'commander'
import { type MadeUpData, madeUpDataProblem, madeUpDefaults } from '../../core/generate/history.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { say } from '../language.ts'

type Options = { readonly [K in Exclude<keyof MadeUpData, 'prefix'>]: string } & {
  readonly prefix: string
}

export function generateCommand(): Command {
  return new Command('generate')
    .description(
      say({
        ja: '架空の事業者とその公表済みのポリシーを、試験や計測のために作成します。',
        en: 'Makes up organisations with published policies, to try things out and to measure.',
      }),
    )
    .requiredOption('--organisations <number>', say({ ja: '事業者の数', en: 'how many' }))
    .option('--editions <number>', say({ ja: '各ポリシーの版の数', en: 'editions of each' }), '1')
    .option(
      '--seed <number>',
      say({ ja: '同じ値からは同じ本文・名前・施行日ができる', en: 'the same seed, the same data' }),
      '1',
    )
    .option(
      '--size <kilobytes>',
      say({ ja: '版の大きさの目安（JSONでのkB）', en: 'about how many kB of JSON an edition has' }),
      String(madeUpDefaults.size),
    )
    .option(
      '--prefix <slug>',
      say({ ja: '事業者の名前の始まり', en: 'what the slugs of organisations begin with' }),
      madeUpDefaults.prefix,
    )
    .action(async (options: Options) => {
      const request: MadeUpData = {
        organisations: readNumber(options.organisations),
        editions: readNumber(options.editions),
        seed: readNumber(options.seed),
        size: readNumber(options.size),
        prefix: options.prefix,
      }
      const problem = madeUpDataProblem(request)
      if (problem) throw new OperationRefused('bad-request', problem)
      const { atWork, generatePolicies } = await import('../workplace.ts')
      await atWork(async (reading) => {
        let made = 0
        for await (const { organisation, policy, legalName, days } of generatePolicies(
          request,
          reading,
        ))
          show(`${organisation}/${policy} ${legalName} ${period(days)}`, ++made, request)
      })
      console.log(
        say({
          ja: `事業者 ${request.organisations}、版 ${request.organisations * request.editions} を作成しました。`,
          en: `Made ${request.organisations} organisations with ${request.organisations * request.editions} editions.`,
        }),
      )
    })
}

/** Digits only: what `Number` reads besides (`1e3`, ` 5`, nothing) is asked for again. */
const readNumber = (text: string): number => (/^\d+$/.test(text) ? Number(text) : Number.NaN)

const period = (days: readonly string[]): string => [...new Set([days[0], days.at(-1)])].join(' – ')

/** A line for each organisation; at a terminal, one line that counts them. */
function show(line: string, made: number, { organisations }: MadeUpData): void {
  if (!process.stdout.isTTY) {
    console.log(line)
    return
  }
  readline.clearLine(process.stdout, 0)
  readline.cursorTo(process.stdout, 0)
  process.stdout.write(`${made} / ${organisations}${made === organisations ? '\n' : ''}`)
}
