import { Command, InvalidArgumentError } from 'commander'
import type { Applying, ApplyRequest, UnitOutcome } from '../../operations/bulk/apply.ts'
import { linesOf } from '../../operations/bulk/plan-on-disk.ts'
import type { Waiving } from '../../operations/bulk/publish-reached.ts'
import { exitCodes } from '../exit-codes.ts'
import { say } from '../language.ts'
import { type DutyOptions, dutyRecords, withDutyOptions } from '../options/duty-options.ts'
import { type EditionOptions, withEditionOptions } from '../options/edition-options.ts'
import { keyAndReason } from '../options/key-and-reason.ts'
import { progressOf } from '../reports/progress.ts'
import { refuseSigning } from '../reports/show-plan.ts'
import { applyThere } from '../there/apply-there.ts'
import { type ServerOption, serverAt, serverOption } from '../there/server.ts'

type Options = DutyOptions &
  EditionOptions &
  ServerOption & {
    readonly by?: string
    readonly waive: readonly Waiving[]
    readonly publish?: string
    readonly withUnpublished?: true
    readonly throughHooks?: true
    readonly concurrency?: number
    readonly limit?: number
    readonly dryRun?: true
  }

export function applyCommand(): Command {
  const command = new Command('apply')
    .description(
      say({
        ja: '計画を適用します。事業者ごとにすべてか無かで書き込み、途中で止めても、もう一度実行すれば残りを行います。',
        en: 'Applies a plan, each organisation all or nothing. Broken off, it goes on when it is run again.',
      }),
    )
    .argument('<plan>', say({ ja: '計画のファイル', en: 'the plan file' }))
    .option(
      '--by <name>',
      say({ ja: '適用する人（履歴に残ります）', en: 'who applies it; kept in the history' }),
    )
    .option(
      '--waive <finding=reason>',
      say({
        ja: '生じる点検のエラーを理由を付けて認める（規則のIDか鍵。繰り返せます）',
        en: 'let an error pass that arises: its rule or key, and why; repeatable',
      }),
      (text: string, before: readonly Waiving[]) => {
        const { key, reason } = keyAndReason(text, {
          ja: 'org-address=会社概要に掲載しているため',
          en: 'org-address="it stands in the company profile"',
        })
        return [...before, { finding: key, reason }]
      },
      [],
    )
    .option(
      '--publish <date>',
      say({
        ja: '変わるポリシー（公表したことのあるもの）を、この施行日で同時に公表する',
        en: 'publish the policies that change and were published before, from this day on',
      }),
    )
    .option(
      '--with-unpublished',
      say({
        ja: 'まだ公表していないほかの変更があるポリシーも、それを含めて公表する',
        en: 'publish policies with other unpublished changes too, these along with it',
      }),
    )
    .option(
      '--through-hooks',
      say({
        ja: 'Payload のフックを通して書き込む（遅い）',
        en: 'write through Payload’s hooks: slow',
      }),
    )
    .option(
      '--concurrency <number>',
      say({ ja: '同時に書き込む事業者の数', en: 'organisations at once' }),
      wholeNumber,
    )
    .option(
      '--limit <number>',
      say({
        ja: '今回書き込む事業者の数の上限',
        en: 'no more organisations than this in this run',
      }),
      wholeNumber,
    )
    .option(
      '--dry-run',
      say({ ja: '確かめるだけで書き込まない', en: 'look at everything and write nothing' }),
    )
  return withEditionOptions(withDutyOptions(command)).addOption(serverOption()).action(applyFile)
}

async function applyFile(file: string, options: Options): Promise<void> {
  refuseSigning(options)
  const { server } = options
  const asked = askedOf(options)
  const stop = new AbortController()
  // The first Ctrl-C lets what is begun be finished; the second ends the process, which is as safe.
  process.once('SIGINT', () => stop.abort())
  if (server !== undefined) {
    const applying = await applyThere(serverAt(server), file, asked, stop.signal)
    if (applying) return follow(applying, options.limit, stop.signal)
    process.exitCode = exitCodes.interrupted
    return
  }
  const { applyPlan, atWork } = await import('../workplace.ts')
  await atWork(async (reading) => {
    const appliedBy = options.by ?? process.env.USER ?? ''
    const given = { ...asked, appliedBy, signal: stop.signal }
    const applying = await applyPlan(() => linesOf(file), given, reading)
    await follow(applying, options.limit, stop.signal)
  })
}

function askedOf(options: Options): ApplyRequest {
  return {
    waivers: options.waive,
    throughHooks: options.throughHooks ?? false,
    dryRun: options.dryRun ?? false,
    ...(options.concurrency !== undefined && { concurrency: options.concurrency }),
    ...(options.limit !== undefined && { limit: options.limit }),
    ...(options.publish !== undefined && {
      publish: {
        effectiveFrom: options.publish,
        duties: dutyRecords(options),
        withUnpublished: options.withUnpublished ?? false,
        summary: {
          ...(options.summary && { ja: options.summary }),
          ...(options.summaryEn && { en: options.summaryEn }),
        },
        ...(options.pending && { pendingDecision: options.pending }),
      },
    }),
  }
}

async function follow(
  { left, outcomes: each }: Pick<Applying, 'left' | 'outcomes'>,
  limit: number | undefined,
  signal: AbortSignal,
): Promise<void> {
  const progress = progressOf(Math.min(left, limit ?? left))
  const outcomes: UnitOutcome[] = []
  for await (const outcome of each) {
    // Those of earlier runs are told as one number.
    outcomes.push(outcome)
    if (outcome.outcome !== 'already')
      progress(outcome.organisation ?? say({ ja: '共通の文例', en: 'library' }))
  }
  tell(outcomes, left, signal.aborted)
}

function tell(outcomes: readonly UnitOutcome[], left: number, isStopped: boolean): void {
  const count = (outcome: UnitOutcome['outcome']) =>
    outcomes.filter((one) => one.outcome === outcome).length
  const [written, already, drifted, planned] = [
    count('written'),
    count('already'),
    count('drifted'),
    count('planned'),
  ]
  const sum = (of: 'records' | 'editions') =>
    outcomes
      .filter(({ outcome }) => outcome === 'written' || outcome === 'planned')
      .reduce((total, one) => total + one[of], 0)
  const rest = left - written - drifted - planned
  console.log(
    say({
      ja: `書込み ${written}${planned ? `、書き込める ${planned}` : ''}（記録 ${sum('records')}、公表した版 ${sum('editions')}）、以前に済み ${already}、変更があり見送り ${drifted}、残り ${rest}${isStopped ? '（中断しました。もう一度実行すると続けます）' : ''}`,
      en: `Written ${written}${planned ? `, would be written ${planned}` : ''} (${sum('records')} records, ${sum('editions')} editions), done before ${already}, left alone because they changed ${drifted}, left to do ${rest}${isStopped ? '. Stopped; run it again to go on' : ''}`,
    }),
  )
  for (const { organisation, outcome, drifted: records } of outcomes)
    if (outcome === 'drifted')
      console.error(
        `${organisation}: ${records.map(({ collection, name }) => `[${collection}] ${name}`).join(', ')}`,
      )
  if (drifted) process.exitCode = exitCodes.conflict
  else if (isStopped && rest > 0) process.exitCode = exitCodes.interrupted
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new InvalidArgumentError('1, 2, 3 …')
  return Number(text)
}
