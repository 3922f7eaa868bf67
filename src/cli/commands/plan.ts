import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Command } from 'commander'
import type { Selection } from '../../core/bulk/define-change.ts'
import type { ChangeRequest } from '../../operations/bulk/asked-change.ts'
import type { Plannable } from '../../operations/bulk/plan.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { say } from '../language.ts'
import {
  type SelectionOptions,
  selectionOf,
  withSelectionOptions,
} from '../options/selection-options.ts'
import {
  type PlanOptions,
  refuseSigning,
  type ShownPlan,
  showPlan,
  withPlanOptions,
} from '../reports/show-plan.ts'
import { planLinesThere, planScriptThere, planThere } from '../there/plan-there.ts'
import { type Server, serverAt } from '../there/server.ts'

type Shared = SelectionOptions & PlanOptions

/** Where a change comes from: one of the common ones, or a file of the user's. */
type Asked =
  | { readonly request: ChangeRequest }
  | { readonly lines: string }
  | { readonly script: string; readonly select: Partial<Selection> }

export function planCommand(): Command {
  const plan = new Command('plan').description(
    say({
      ja: '一括更新を計画します。何も書き込まず、変更・新旧対照表・指摘を示し、計画をファイルに保存します。',
      en: 'Plans a bulk update: writes nothing, shows changes, 新旧対照表 and findings, and saves the plan as a file.',
    }),
  )
  const add = <O extends object>(
    usage: string,
    words: { readonly ja: string; readonly en: string },
    options: (command: Command) => Command,
    asked: (options: O & Shared, ...args: string[]) => Asked,
    isDefault = false,
  ) => {
    const command = options(shared(new Command(usage.split(' ')[0]).description(say(words))))
    for (const argument of usage.split(' ').slice(1)) command.argument(argument)
    command.action(async (...args: unknown[]) => {
      const [given, own] = [args.slice(0, -2), args.at(-2)] as [unknown[], O & Shared]
      await planAsked(asked(own, ...(given.flat() as string[])), own)
    })
    plan.addCommand(command, { isDefault })
  }
  const none = (command: Command) => command

  add<object>(
    'script <file>',
    {
      ja: '変更のスクリプト（export default defineChange …）',
      en: 'a change script: export default defineChange …',
    },
    none,
    (options, script = '') => ({ script, select: selectionOf(options) }),
    true,
  )
  add<{ until?: string }>(
    'rename-partner <from> <to>',
    { ja: '共同利用者の名称の変更', en: 'a joint-use partner is renamed' },
    (command) =>
      command.option(
        '--until <date>',
        say({ ja: '旧名称の最後の日', en: 'last day of the old name' }),
      ),
    (options, from = '', to = '') => ({
      request: {
        change: 'rename-partner',
        ...{ from, to },
        ...(options.until !== undefined && { until: options.until }),
        select: selectionOf(options),
      },
    }),
  )
  add<object>(
    'set <assignments...>',
    {
      ja: '事業者の項目の変更（事業者.項目=値）',
      en: 'fields of organisations: ORGANISATION.FIELD=VALUE',
    },
    none,
    (_, ...assignments) => ({ request: { change: 'set', assignments } }),
  )
  add<{ from?: string; basis?: string; language?: string }>(
    'replace-clause <text>',
    { ja: '条項の文言の変更', en: 'a clause is worded anew' },
    (command) =>
      command
        .option('--from <text>', say({ ja: '今の文言の全文', en: 'its whole text as it stands' }))
        .option(
          '--basis <basis>',
          say({
            ja: '例外の根拠（appi-27-1-1 など）',
            en: 'or the ground of exceptions: appi-27-1-1',
          }),
        )
        .option(
          '--language <language>',
          say({ ja: '言語（既定は基本の言語）', en: 'language (the base language)' }),
        ),
    ({ from, basis, language, ...options }, to = '') => ({
      request: {
        change: 'replace-clause',
        to,
        ...(from !== undefined && { from }),
        ...(basis !== undefined && { basis }),
        ...(language !== undefined && { language }),
        select: selectionOf(options),
      },
    }),
  )
  add<{ regex?: true; wholeWord?: true }>(
    'replace-text <from> <to>',
    { ja: '文言の置換え', en: 'text is replaced by other text' },
    (command) =>
      command
        .option('--regex', say({ ja: '正規表現として探す', en: 'look for a regular expression' }))
        .option(
          '--whole-word',
          say({ ja: '語の一部には一致させない', en: 'not inside a longer word' }),
        ),
    ({ regex = false, wholeWord = false, ...options }, from = '', to = '') => ({
      request: {
        change: 'replace-text',
        ...{ from, to, regularExpression: regex, wholeWord },
        select: selectionOf(options),
      },
    }),
  )
  add<object>(
    'update-law-citations',
    {
      ja: '法令の引用の更新（点検の安全な修正）',
      en: 'citations of the law, by the safe fixes of the check',
    },
    none,
    (options) => ({ request: { change: 'update-law-citations', select: selectionOf(options) } }),
  )
  add<object>(
    'apply <file>',
    {
      ja: 'JSON Lines による変更（1行に {"collection","id","set"}）',
      en: 'changes by JSON lines, each {"collection","id","set"}',
    },
    none,
    (_, lines = '') => ({ lines }),
  )
  return plan
}

function shared(command: Command): Command {
  return withPlanOptions(withSelectionOptions(command), 'plan.json')
}

async function planAsked(asked: Asked, options: Shared): Promise<void> {
  refuseSigning(options)
  const { server } = options
  if (server !== undefined) return showPlan(thereAsked(asked, serverAt(server)), options)
  const { atWork, changeAsked, changeOfFile, planHere, settingsOf } = await import(
    '../workplace.ts'
  )
  await atWork(async (reading) => {
    const change =
      'request' in asked
        ? changeAsked(asked.request, settingsOf(reading.req.payload))
        : 'lines' in asked
          ? await changeOfFile(asked.lines)
          : await scriptIn(asked.script, asked.select)
    await showPlan(planHere(change, options, reading), options)
  })
}

function thereAsked(asked: Asked, server: Server): Promise<ShownPlan> {
  if ('request' in asked) return planThere(server, JSON.stringify(asked.request))
  if ('lines' in asked) return planLinesThere(server, asked.lines)
  return planScriptThere(server, scriptIn(asked.script, asked.select))
}

type Exported = { readonly default?: unknown }

async function scriptIn(file: string, select: Partial<Selection>): Promise<Plannable> {
  const module: Exported = await import(pathToFileURL(path.resolve(file)).href)
  // A file of no package, or of one without "type": "module", is loaded as CommonJS: its default is one deeper.
  for (const found of [module.default, (module.default as Exported | undefined)?.default]) {
    const change = found as Partial<Plannable> | undefined
    if (typeof change?.change === 'function' && change.select && typeof change.title === 'string')
      return { ...(change as Plannable), select: { ...change.select, ...select } }
  }
  throw new OperationRefused('bad-request', {
    ja: `「${file}」は変更のスクリプトではありません。export default defineChange({ title, select, change }) と書いてください。`,
    en: `${file} is no change script. Write export default defineChange({ title, select, change }).`,
  })
}
