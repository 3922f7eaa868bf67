import { Command } from 'commander'
import type { ImportedText } from '../../operations/importing/imported-text.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { importExport, isExport } from '../import-export.ts'
import { say } from '../language.ts'
import { fileArgument, openFile, readFile } from '../read-file.ts'
import { amendedLines } from '../reports/amended.ts'
import { outline } from '../reports/outline.ts'
import { importTextThere } from '../there/import-there.ts'
import { type ServerOption, serverAt, serverOption } from '../there/server.ts'

type Given = Omit<Options, 'organisation'> &
  ServerOption & { readonly organisation?: string; readonly apply?: boolean }
type Options = {
  readonly organisation: string
  readonly policy: string
  readonly createOrganisation?: boolean
  readonly intoExisting?: boolean
  readonly updateOrganisation?: boolean
  readonly dryRun?: boolean
}

export function importCommand(): Command {
  return new Command('import')
    .description(
      say({
        ja: '本文を型付きの記録として取り込みます。書き出し（export）のフォルダーか .jsonl を指定すると、書き出したとおりに取り込みます。',
        en: 'Stores a policy text as typed records; or, given the folder or the .jsonl of an export, what was exported as it was.',
      }),
    )
    .argument(
      '<file>',
      `${fileArgument}${say({ ja: '。または書き出しのフォルダーか .jsonl', en: '; or the folder or the .jsonl of an export' })}`,
    )
    .option(
      '--organisation <slug>',
      say({ ja: '事業者（本文の取り込みでは必須）', en: 'the organisation; required for a text' }),
    )
    .option('--policy <slug>', say({ ja: 'ポリシーの名前', en: 'the policy' }), 'privacy-policy')
    .option(
      '--create-organisation',
      say({ ja: '事業者がなければ作成する', en: 'create the organisation if it is not there' }),
    )
    .option(
      '--into-existing',
      say({
        ja: 'すでにあるポリシーの改定として取り込む（残った条項と記録はIDと履歴を引き継ぐ）',
        en: 'amend the policy that is there; what stayed keeps its id and its history',
      }),
    )
    .option(
      '--update-organisation',
      say({
        ja: '--into-existing で、本文にある事業者の情報を事業者の記録にも反映する',
        en: 'with --into-existing: also write what the text says of the organisation',
      }),
    )
    .option(
      '--dry-run',
      say({
        ja: '--into-existing で、何が変わるかだけを表示し、何も書き込まない',
        en: 'with --into-existing: show what would change, and write nothing',
      }),
    )
    .option(
      '--apply',
      say({
        ja: '書き出しを、すでに記録のあるデータベースに書き込む（付けなければ、何が変わるかだけを表示する）',
        en: 'of an export: write it into a database that has records; without it, show what would change',
      }),
    )
    .addOption(serverOption())
    .action(async (file: string, given: Given) => {
      if (isExport(file)) return importExport(file, given)
      const options = ofText(given)
      const { server } = given
      const stored =
        server === undefined
          ? await importTextHere(file, options)
          : await importTextThere(serverAt(server), await openFile(file), options)
      tell(stored, options)
    })
}

async function importTextHere(file: string, options: Options): Promise<ImportedText> {
  const { document, report } = await readFile(file)
  const { atWork, importPolicy } = await import('../workplace.ts')
  const imported = await atWork((reading) =>
    importPolicy({ documents: [document], ...options }, reading),
  )
  return { document, report, ...imported }
}

/** What was understood, and what became of it. */
function tell(stored: ImportedText, { organisation, policy, dryRun }: Options): void {
  console.log(outline(stored))
  const name = `${organisation}/${policy}`
  const { amended, created, organisationCreated: isMade, sections } = stored
  if (amended) {
    console.log(`\n${amendedLines(amended, name, dryRun === true)}`)
    return
  }
  const records = Object.values(created).reduce((sum, count) => sum + count, 0)
  console.log(
    say({
      ja: `\n取り込みました: ${name}（条項 ${sections}、新しい記録 ${records}${isMade ? '、事業者を作成' : ''}）。公表するには: privacy-policy publish ${name}`,
      en: `\nStored ${name}: ${sections} sections, ${records} new records${isMade ? ', organisation created' : ''}. To publish it: privacy-policy publish ${name}`,
    }),
  )
}

/** What a text needs besides. Commander cannot ask for it: an export says itself whose records it has. */
function ofText({ organisation, apply, server: _, ...options }: Given): Options {
  if (organisation === undefined)
    throw new OperationRefused('bad-request', {
      ja: '事業者を --organisation で指定してください（例: --organisation aoba）。',
      en: 'Name the organisation: --organisation aoba.',
    })
  if (apply)
    throw new OperationRefused('bad-request', {
      ja: '--apply は書き出し（export）の取り込みだけに使えます。本文を既存のポリシーに取り込むには --into-existing を使ってください。',
      en: '--apply is for exports. To bring a text into a policy that is there, use --into-existing.',
    })
  return { organisation, ...options }
}
