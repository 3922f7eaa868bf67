import fs from 'node:fs/promises'
import { Command, Option } from 'commander'
import { isCalendarDay, jstDay } from '../../core/calendar.ts'
import { applyFixes } from '../../core/check/apply-fixes.ts'
import { type CheckOptions, check } from '../../core/check/index.ts'
import { replaceInSource, type SourceMap, sourceMap } from '../../core/check/source-map.ts'
import type { PolicyDocument } from '../../core/document.ts'
import { law } from '../../core/law/index.ts'
import { printed } from '../../core/render/printed.ts'
import type { CheckAnswer } from '../../operations/checking/check-policy.ts'
import type { FixCounts } from '../../operations/checking/fix-policy.ts'
import { unreadableDay } from '../../operations/publishing/unreadable-day.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { exitCodes } from '../exit-codes.ts'
import { say } from '../language.ts'
import { type OnlyOption, onlyOption } from '../list-changes.ts'
import { effectiveFromOption } from '../options/edition-options.ts'
import { readFile } from '../read-file.ts'
import { type Checking, namedIn, reports } from '../reports/check-reports.ts'
import { policyPath, type ServerOption, serverAt, serverOption } from '../there/server.ts'

type Options = ServerOption &
  OnlyOption & {
    readonly format: keyof typeof reports
    readonly fix?: boolean
    readonly effectiveFrom?: string
  }

export function checkCommand(): Command {
  return new Command('check')
    .description(
      say({
        ja: 'ポリシーの問題を、根拠となる条文と直し方とともに示します。エラーがあれば終了コードは1です。',
        en: 'Says what is wrong with a policy, by which law, and what to do. Exits with 1 if there are errors.',
      }),
    )
    .argument(
      '<policy>',
      say({
        ja: 'ファイル（テキスト・Markdown・HTML・DOCX・PDF、「-」は標準入力）または 事業者/ポリシー',
        en: 'a file (plain text, Markdown, HTML, DOCX or PDF; - for standard input) or ORGANISATION/POLICY',
      }),
    )
    .addOption(
      new Option('--format <format>', say({ ja: '出力形式', en: 'what to print' }))
        .choices(Object.keys(reports))
        .default('text'),
    )
    .option(
      '--fix',
      say({
        ja: '安全に直せるものを直す（事業者/ポリシーは作業中の版に書き込み、テキストファイルは直した全文を標準出力に表示する）',
        en: 'mend what can safely be mended: in the working copy of ORGANISATION/POLICY; of a text file, print the mended text',
      }),
    )
    .addOption(effectiveFromOption())
    .addOption(onlyOption())
    .addOption(serverOption())
    .action(async (name: string, options: Options) => {
      if (options.fix && options.only) throw fixedWhole
      if (options.server !== undefined)
        return tell(await checkThere(name, options, options.server), options)
      const isFile = name === '-' || (await exists(name))
      if (isFile && options.only) throw ofNoWorkingCopy(name)
      if (isFile && options.fix) return printFixed(name, options)
      tell(isFile ? [await checkFile(name, options)] : await checkStored(name, options), options)
    })
}

function tell(checked: readonly Checking[], { format }: Options): void {
  console.log(reports[format](checked))
  const isWrong = checked.some(({ findings }) =>
    findings.some(({ severity }) => severity === 'error'),
  )
  if (isWrong) process.exitCode = exitCodes.errorsFound
}

const exists = async (file: string) =>
  fs.stat(file).then(
    () => true,
    // What is no policy's name is a file that is not there.
    () => !/^[a-z0-9-]+(?:\/[a-z0-9-]+)?$/u.test(file),
  )

function asOf({ effectiveFrom }: Options): CheckOptions {
  if (effectiveFrom !== undefined && !isCalendarDay(effectiveFrom))
    throw unreadableDay(effectiveFrom)
  return { law, today: jstDay(new Date()), ...(effectiveFrom !== undefined && { effectiveFrom }) }
}

async function checkFile(file: string, options: Options): Promise<Checking> {
  const days = asOf(options)
  const { document, linked } = await readFile(file)
  const source = file === '-' ? null : await sourceOf(file, document)
  return {
    name: file,
    ...namedIn(document),
    file,
    source: source?.map ?? null,
    ...check(document, { ...days, linked }),
  }
}

async function sourceOf(
  file: string,
  document: PolicyDocument,
): Promise<{ readonly text: string; readonly map: SourceMap } | null> {
  const text = await fs.readFile(file, 'utf8')
  const map = sourceMap(printed(document).text, text)
  return map && { text, map }
}

/** The text of the file with its safe fixes on standard output, and what is left to do on standard error. */
async function printFixed(file: string, options: Options): Promise<void> {
  const days = asOf(options)
  const { document } = await readFile(file)
  const source = file === '-' ? null : await sourceOf(file, document)
  if (!source)
    throw new OperationRefused('bad-request', {
      ja: `「${file}」は --fix で直せません。直せるのはプレーンテキストのファイルです。ほかの形式は import で取り込んでから、privacy-policy check 事業者/ポリシー --fix を使ってください。`,
      en: `--fix cannot mend ${file}: it mends plain text files. Import other formats first, then use privacy-policy check ORGANISATION/POLICY --fix.`,
    })
  const { findings, suppressed } = check(document, days)
  const { applied, document: fixed } = applyFixes(document, findings)
  const edits = applied.flatMap(({ fix }) => fix?.edits ?? [])
  process.stdout.write(replaceInSource(source.text, source.map, edits))
  const left = { name: file, ...namedIn(fixed), file, source: null, suppressed }
  console.error(reports.text([{ ...left, findings: check(fixed, days).findings }]))
}

async function checkStored(
  name: string,
  { fix, only, effectiveFrom }: Options,
): Promise<readonly Checking[]> {
  const { atWork, checkPolicy, findPolicy, fixPolicy } = await import('../workplace.ts')
  const { fixed, checked } = await atWork(async (reading) => {
    const { policy } = await findPolicy(name, reading)
    return {
      fixed: fix ? await fixPolicy(policy, reading) : null,
      checked: await checkPolicy(
        { policy, only: only ?? null, effectiveFrom: effectiveFrom ?? null },
        reading,
      ),
    }
  })
  if (fixed) tellFixed(name, { applied: fixed.applied.length, parted: fixed.parted.length })
  tellIncomplete(checked)
  return Object.entries(checked.documents).map(([language, document]) => ({
    name: `${name} (${language})`,
    ...namedIn(document),
    findings: checked.findings.filter((finding) => finding.language === language),
    suppressed: checked.suppressed.filter(({ finding }) => finding.language === language),
    file: null,
    source: null,
  }))
}

function tellFixed(name: string, { applied, parted }: FixCounts): void {
  console.error(
    say({
      ja: `${name}: ${applied}件を作業中の版で直しました。${parted ? `ほかのポリシーも使っている記録 ${parted} 件は変更せず、このポリシーの記録を作りました。` : ''}`,
      en: `${name}: ${applied} findings were mended in the working copy.${parted ? ` ${parted} records that other policies use were left as they are; this policy has its own now.` : ''}`,
    }),
  )
}

/** The same of the working copy that a server has. */
async function checkThere(
  name: string,
  { fix, only = [], effectiveFrom }: Options,
  address: string,
): Promise<readonly Checking[]> {
  const server = serverAt(address)
  if (fix) tellFixed(name, (await server.post(`${policyPath(name)}/fix`, {})).answer as FixCounts)
  const query = new URLSearchParams(effectiveFrom === undefined ? {} : { effectiveFrom })
  for (const key of only) query.append('only', key)
  const checked = (await server.get(`${policyPath(name)}/check?${query}`)) as CheckAnswer
  tellIncomplete(checked)
  const languages = [...new Set(checked.findings.map(({ language }) => language))]
  return (languages.length ? languages : ['']).map((language) => ({
    name: language ? `${name} (${language})` : name,
    title: '',
    headings: new Map(Object.entries(checked.headings)),
    findings: checked.findings.filter((finding) => finding.language === language),
    suppressed: checked.suppressed.filter(
      ({ finding }) => language === '' || finding.language === language,
    ),
    file: null,
    source: null,
  }))
}

function tellIncomplete({ incomplete }: Pick<CheckAnswer, 'incomplete'>): void {
  for (const [language, problems] of Object.entries(incomplete))
    console.error(
      say({
        ja: `言語 ${language} はまだ完成していないため、検査していません: ${problems[0]?.message.ja}`,
        en: `The language ${language} is not whole yet and was not checked. ${problems[0]?.message.en}`,
      }),
    )
}

const fixedWhole = new OperationRefused('bad-request', {
  ja: '--fix は作業中の版の全体を直します。--only と一緒には指定できません。',
  en: '--fix mends the whole working copy. Leave out --only.',
})

const ofNoWorkingCopy = (file: string) =>
  new OperationRefused('bad-request', {
    ja: `--only は、事業者/ポリシーの作業中の版の変更を選びます。ファイル「${file}」には指定できません。`,
    en: `--only picks changes of the working copy of ORGANISATION/POLICY; the file ${file} has none.`,
  })
