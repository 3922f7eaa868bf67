import { Command } from 'commander'
import { amendedLines } from './amended.ts'
import { say } from './language.ts'
import { outline } from './outline.ts'
import { fileArgument, readFile } from './read-file.ts'

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
        ja: '本文を型付きの記録として取り込みます。',
        en: 'Stores a policy text as typed records.',
      }),
    )
    .argument('<file>', fileArgument)
    .requiredOption('--organisation <slug>', say({ ja: '事業者', en: 'the organisation' }))
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
    .action(async (file: string, options: Options) => {
      const parsed = await readFile(file)
      const { document } = parsed
      console.log(outline(parsed))
      const { atWork, importPolicy } = await import('./workplace.ts')
      const imported = await atWork((reading) =>
        importPolicy({ documents: [document], ...options }, reading),
      )
      const records = Object.values(imported.created).reduce((sum, count) => sum + count, 0)
      const name = `${options.organisation}/${options.policy}`
      if (imported.amended) {
        console.log(`\n${amendedLines(imported.amended, name, options.dryRun === true)}`)
        return
      }
      console.log(
        say({
          ja: `\n取り込みました: ${name}（条項 ${imported.sections}、新しい記録 ${records}${imported.organisationCreated ? '、事業者を作成' : ''}）。公表するには: privacy-policy publish ${name}`,
          en: `\nStored ${name}: ${imported.sections} sections, ${records} new records${imported.organisationCreated ? ', organisation created' : ''}. To publish it: privacy-policy publish ${name}`,
        }),
      )
    })
}
