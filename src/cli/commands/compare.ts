import fs from 'node:fs'
import { Command, Option } from 'commander'
import { type Duty, dutiesDisclaimer, dutiesOf } from '../../core/compare/duties/index.ts'
import { articleName, askedWords, dutyWhenWords } from '../../core/compare/duties/words.ts'
import { type Change, type Comparison, compare } from '../../core/compare/index.ts'
import {
  type ComparisonTable,
  type Layout,
  layouts,
  tableOf,
} from '../../core/compare/table/index.ts'
import type { PolicyDocument } from '../../core/document.ts'
import { shortened } from '../../core/shortened.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { say } from '../language.ts'
import { readFile } from '../read-file.ts'
import { policyPath, type ServerOption, serverAt, serverOption } from '../there/server.ts'

const formats = ['text', 'json', 'html', 'md', 'docx', 'pdf'] as const
type Format = (typeof formats)[number]
type Options = ServerOption & {
  readonly format: Format
  readonly layout: Layout
  readonly locale?: string
  readonly output?: string
}

/** What is printed. Duties have changes in their own words, and a key that `publish` takes. */
type Shown = {
  readonly comparison: Comparison
  readonly table: ComparisonTable
  readonly duties: readonly (Omit<Duty, 'changes'> & {
    readonly key: string
    readonly changes: readonly Pick<Change, 'before' | 'after'>[]
  })[]
}

/** A text to compare. Ids are permanent within the policy that it belongs to; null for a file's. */
type Given = {
  readonly document: PolicyDocument
  readonly policy: string | null
  readonly edition?: number
  readonly effectiveFrom?: string
}

export function compareCommand(): Command {
  const argument = say({
    ja: 'ファイル、事業者/ポリシー（作業中の版）、または 事業者/ポリシー@版番号',
    en: 'a file, ORGANISATION/POLICY (its working copy), or ORGANISATION/POLICY@EDITION',
  })
  return new Command('compare')
    .description(
      say({
        ja: '2つの本文を比べ、新旧対照表と、法令上確認する事項を示します。',
        en: 'Compares two texts: a 新旧対照表, and what the law may ask for.',
      }),
    )
    .argument('<before>', argument)
    .argument(
      '[after]',
      say({
        ja: '比べる相手。省くと、事業者/ポリシーの作業中の版を、施行中の版と比べる',
        en: 'the other; without it, the working copy of ORGANISATION/POLICY beside the edition in force',
      }),
    )
    .addOption(
      new Option('--format <format>', say({ ja: '出力形式', en: 'what to print' }))
        .choices(formats)
        .default('text'),
    )
    .addOption(
      new Option(
        '--layout <layout>',
        say({ ja: '改正後を左（amended）か、旧を左（old-new）か', en: 'which text comes first' }),
      )
        .choices(layouts)
        .default('amended'),
    )
    .option('--locale <language>', say({ ja: '版の言語', en: 'language of the editions' }))
    .option('--output <file>', say({ ja: '書き出すファイル', en: 'file to write to' }))
    .addOption(serverOption())
    .action(async (first: string, second: string | undefined, options: Options) => {
      if (options.server !== undefined)
        return write(await comparedThere(first, second, options, options.server), options)
      const shown =
        second === undefined
          ? await besideItsEdition(first, options)
          : await sideBySide([first, second], options)
      await write(await printed(shown, options.format), options)
    })
}

async function sideBySide(names: readonly [string, string], options: Options): Promise<Shown> {
  const [before, after] = await givenBy(names, options.locale)
  const isOnePolicy = before.policy !== null && before.policy === after.policy
  const comparison = compare(before.document, after.document, {
    ids: isOnePolicy ? 'permanent' : 'strange',
  })
  return {
    comparison,
    table: tableOf(comparison, { layout: options.layout, before, after }),
    duties: dutiesOf(comparison).map((duty) => ({
      ...duty,
      key: duty.name,
      changes: duty.changes.flatMap((place) => comparison.changes[place] ?? []),
    })),
  }
}

/** What publishing the working copy would change, and the duties that it would ask for. */
async function besideItsEdition(name: string, { locale, layout }: Options): Promise<Shown> {
  if (!named.test(name) || name.includes('@'))
    throw new OperationRefused('bad-request', {
      ja: `「${name}」と比べるものを指定してください。一つだけで比べられるのは、事業者/ポリシーの作業中の版です。`,
      en: `Give what \`${name}\` is to be compared with: alone stands only ORGANISATION/POLICY, its working copy.`,
    })
  const { atWork, comparePolicy, findPolicy } = await import('../workplace.ts')
  return atWork(async (reading) => {
    const { policy } = await findPolicy(name, reading)
    return comparePolicy({ policy, locale: locale ?? null, layout }, reading)
  })
}

async function printed(
  { comparison, table, duties }: Shown,
  format: Format,
): Promise<string | Uint8Array> {
  // Each is loaded where it is asked for: a text need not wait for what makes a PDF.
  switch (format) {
    case 'json': {
      const { changes, patch } = comparison
      return JSON.stringify(
        { changes, duties, disclaimer: dutiesDisclaimer, table, patch },
        null,
        2,
      )
    }
    case 'text': {
      const { comparisonText } = await import('../../core/render/comparison/text.ts')
      return comparisonText(table) + checklist(duties)
    }
    case 'html':
      return (await import('../../core/render/comparison/html.ts')).comparisonHtml(table)
    case 'md':
      return (await import('../../core/render/comparison/markdown.ts')).comparisonMarkdown(table)
    case 'docx':
      return (await import('../../core/render/comparison/docx.ts')).comparisonDocx(table)
    case 'pdf':
      return (await import('../../platform/typst/comparison-pdf.ts')).comparisonPdf(table)
  }
}

function checklist(duties: Shown['duties']): string {
  if (duties.length === 0) return ''
  return [
    '',
    say({ ja: '法令上確認する事項', en: 'What the law may ask for' }),
    `  ${say(dutiesDisclaimer)}`,
    ...duties.flatMap(({ key, articles, asks, when, reason, changes }) => [
      `- ${articles.map((article) => say(articleName(article))).join(say({ ja: '、', en: ', ' }))}  [${[...asks.map((one) => say(askedWords[one])), say(dutyWhenWords[when])].join(say({ ja: '・', en: ', ' }))}] ${key}`,
      `  ${say(reason)}`,
      ...changes.map(({ before, after }) => `    ${short(before)} → ${short(after)}`),
    ]),
    '',
  ].join('\n')
}

export function short(text: string | null): string {
  return shortened((text ?? '—').replace(/\s+/gu, ' '))
}

async function write(content: string | Uint8Array, { format, output }: Options): Promise<void> {
  if (output !== undefined) return fs.writeFileSync(output, content)
  if (typeof content !== 'string' && process.stdout.isTTY)
    throw new OperationRefused('bad-request', {
      ja: `${format} は端末に表示できません。--output ファイル名 を付けてください。`,
      en: `A terminal cannot show ${format}. Add --output FILE.`,
    })
  process.stdout.write(typeof content === 'string' ? `${content.trimEnd()}\n` : content)
}

/** Files are read without a database; what is none is asked of it, both at once. */
async function givenBy(
  names: readonly [string, string],
  locale: string | undefined,
): Promise<readonly [Given, Given]> {
  const isFile = (name: string) =>
    name === '-' || fs.statSync(name, { throwIfNoEntry: false }) !== undefined || !named.test(name)
  if (names[0] === '-' && names[1] === '-')
    throw new OperationRefused('bad-request', {
      ja: '標準入力（-）は片方だけに指定できます。',
      en: 'Standard input (-) can be but one of both.',
    })
  const files: Given[] = []
  for (const name of names)
    if (isFile(name)) files.push({ document: (await readFile(name)).document, policy: null })
  const asked = names.filter((name) => !isFile(name))
  const stored: Given[] = []
  if (asked.length > 0) {
    const { atWork, textToCompare } = await import('../workplace.ts')
    await atWork(async (reading) => {
      for (const name of asked) {
        const [policy = '', number] = name.split('@')
        const wanted = {
          edition: number === undefined ? null : Number(number),
          locale: locale ?? null,
        }
        stored.push(await textToCompare(policy, wanted, reading, new Date()))
      }
    })
  }
  const [before, after] = names.map((name) => (isFile(name) ? files : stored).shift())
  if (!before || !after) throw new RangeError('Expected two texts')
  return [before, after]
}

/** ORGANISATION/POLICY, perhaps with @EDITION. */
const named = /^[^/@.\\]+\/[^/@.\\]+(?:@[1-9]\d{0,8})?$/

/** Two texts of one policy that a server has: its editions, and its working copy. */
async function comparedThere(
  first: string,
  second: string | undefined,
  { format, layout, locale }: Options,
  server: string,
): Promise<string | Uint8Array> {
  const [policy = '', before] = first.split('@')
  const [other = '', after] = (second ?? policy).split('@')
  const isAlone = second === undefined && before === undefined
  const isRead =
    named.test(first) && policy === other && (second === undefined || named.test(second))
  if (!isRead || (before === undefined && !isAlone))
    throw new OperationRefused('bad-request', {
      ja: 'サーバー越しに比べられるのは、一つのポリシーの版と、版か作業中の版です（例: aoba/privacy@1 aoba/privacy）。ファイルやほかのポリシーは --server なしで比べてください。',
      en: 'A server compares an edition of a policy with another one, or with its working copy: aoba/privacy@1 aoba/privacy. Compare files and other policies without --server.',
    })
  const query = new URLSearchParams({
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    format: format === 'text' ? 'txt' : format,
    layout,
    ...(locale !== undefined && { locale }),
  })
  const bytes = await serverAt(server).bytes(`${policyPath(policy)}/compare?${query}`)
  return format === 'docx' || format === 'pdf' ? bytes : Buffer.from(bytes).toString('utf8')
}
