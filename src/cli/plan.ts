import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { Command, Option } from 'commander'
import { renamePartner } from '../core/bulk/changes/rename-partner.ts'
import { clauseCollections, replaceClause } from '../core/bulk/changes/replace-clause.ts'
import { replaceText } from '../core/bulk/changes/replace-text.ts'
import { readAssignment, setFields } from '../core/bulk/changes/set-fields.ts'
import { bulkCollections } from '../core/bulk/records.ts'
import type { Plannable } from '../operations/bulk/plan.ts'
import type { Reading } from '../operations/load-policy.ts'
import { OperationRefused } from '../operations/refused.ts'
import type { Settings } from '../operations/settings.ts'
import { say } from './language.ts'
import { planReports } from './plan-reports.ts'
import { type SelectionOptions, selectionOf, withSelectionOptions } from './selection-options.ts'

type Shared = SelectionOptions & {
  readonly to: string
  readonly format: keyof typeof planReports
  readonly by?: string
}

/** Where a change comes from, once the options and the settings of the database are known. */
type Making<O> = (options: O, settings: Settings, reading: Reading) => Planning | Promise<Planning>
type Planning = Plannable & { readonly reverts?: string }

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
    making: (...args: string[]) => Making<O & Shared>,
    isDefault = false,
  ) => {
    const command = options(shared(new Command(usage.split(' ')[0]).description(say(words))))
    for (const argument of usage.split(' ').slice(1)) command.argument(argument)
    command.action(async (...args: unknown[]) => {
      const [given, own] = [args.slice(0, -2), args.at(-2)] as [unknown[], O & Shared]
      await showPlan(making(...(given.flat() as string[])), own)
    })
    plan.addCommand(command, { isDefault })
  }

  add<object>(
    'script <file>',
    {
      ja: '変更のスクリプト（export default defineChange …）',
      en: 'a change script: export default defineChange …',
    },
    (command) => command,
    (file = '') =>
      async (options) => {
        const change = await scriptIn(file)
        return { ...change, select: { ...change.select, ...selectionOf(options) } }
      },
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
    (from = '', to = '') =>
      (options) =>
        renamePartner({ from, to, until: options.until ?? null }, selectionOf(options)),
  )
  add<object>(
    'set <assignments...>',
    {
      ja: '事業者の項目の変更（事業者.項目=値）',
      en: 'fields of organisations: ORGANISATION.FIELD=VALUE',
    },
    (command) => command,
    (...assignments) =>
      (_, { locales }) =>
        setFields(assignments.map(assignmentIn), Object.keys(locales)),
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
    (to = '') =>
      (options, { locales }) => {
        const { from, basis } = options
        if ((from === undefined) === (basis === undefined)) throw oneOf
        const { collections, ...select } = selectionOf(options)
        const clauses = clauseCollections.filter((one) => collections?.includes(one))
        return replaceClause(
          {
            from: from === undefined ? { basis: basis ?? '' } : { text: from },
            to,
            language: options.language ?? Object.keys(locales)[0] ?? 'ja',
          },
          { ...select, ...(collections && { collections: clauses }) },
        )
      },
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
    (from = '', to = '') =>
      (options) =>
        replaceText(
          {
            from,
            to,
            regularExpression: options.regex ?? false,
            wholeWord: options.wholeWord ?? false,
          },
          { collections: bulkCollections, ...selectionOf(options) },
        ),
  )
  add<object>(
    'update-law-citations',
    {
      ja: '法令の引用の更新（点検の安全な修正）',
      en: 'citations of the law, by the safe fixes of the check',
    },
    (command) => command,
    () => async (options, settings) =>
      (await import('./workplace.ts')).updateLawCitations(settings, selectionOf(options)),
  )
  add<object>(
    'apply <file>',
    {
      ja: 'JSON Lines による変更（1行に {"collection","id","set"}）',
      en: 'changes by JSON lines, each {"collection","id","set"}',
    },
    (command) => command,
    (file = '') =>
      async () =>
        (await import('./workplace.ts')).changeOfFile(file),
  )
  return plan
}

function shared(command: Command): Command {
  return withSelectionOptions(command)
    .option(
      '--to <file>',
      say({ ja: '計画を保存するファイル', en: 'where to save the plan' }),
      'plan.json',
    )
    .addOption(
      new Option('--format <format>', say({ ja: '出力形式', en: 'what to print' }))
        .choices(Object.keys(planReports))
        .default('text'),
    )
    .option('--by <name>', say({ ja: '計画した人', en: 'who plans it' }))
}

function assignmentIn(text: string) {
  const assignment = readAssignment(text)
  if (assignment) return assignment
  throw new OperationRefused('bad-request', {
    ja: `「${text}」を読み取れません。事業者.項目=値 の形で指定してください（例: aoba.address=東京都…）。`,
    en: `Cannot read \`${text}\`. Write it like ORGANISATION.FIELD=VALUE.`,
  })
}

type Exported = { readonly default?: unknown }

async function scriptIn(file: string): Promise<Plannable> {
  const module: Exported = await import(pathToFileURL(path.resolve(file)).href)
  // A file of no package, or of one without "type": "module", is loaded as CommonJS: its default is one deeper.
  for (const found of [module.default, (module.default as Exported | undefined)?.default]) {
    const change = found as Partial<Plannable> | undefined
    if (typeof change?.change === 'function' && change.select && typeof change.title === 'string')
      return change as Plannable
  }
  throw new OperationRefused('bad-request', {
    ja: `「${file}」は変更のスクリプトではありません。export default defineChange({ title, select, change }) と書いてください。`,
    en: `${file} is no change script. Write export default defineChange({ title, select, change }).`,
  })
}

/** Works a plan out, shows it as it comes, and saves it. */
export async function showPlan(
  making: Making<never>,
  options: Pick<Shared, 'to' | 'format' | 'by'>,
): Promise<void> {
  const { atWork, planChange, savePlan, settingsOf } = await import('./workplace.ts')
  const report = planReports[options.format]
  await atWork(async (reading) => {
    const settings = settingsOf(reading.req.payload)
    const change = await (making as Making<unknown>)(options, settings, reading)
    const planning = await planChange(change, reading, {
      madeBy: options.by ?? process.env.USER ?? '',
      reverts: change.reverts ?? null,
    })
    process.stdout.write(report.begin(planning.head.title))
    let isFirst = true
    const { counts, sha256 } = await savePlan(planning, options.to, (planned) => {
      process.stdout.write(report.unit(planned, isFirst))
      isFirst = false
    })
    process.stdout.write(report.end(counts, sha256))
    console.error(
      say({
        ja: `計画を ${options.to} に保存しました。何も書き込んでいません。適用: privacy-policy apply ${options.to}`,
        en: `The plan is in ${options.to}; nothing was written. To apply it: privacy-policy apply ${options.to}`,
      }),
    )
  })
}

const oneOf = new OperationRefused('bad-request', {
  ja: '--from（今の全文）か --basis（例外の根拠）のどちらか一方を指定してください。',
  en: 'Give either --from, the whole text, or --basis, the ground of exceptions.',
})
