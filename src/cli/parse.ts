import { Command, Option } from 'commander'
import { render } from '../core/render/index.ts'
import { say } from './language.ts'
import { outline } from './outline.ts'
import { fileArgument, readFile } from './read-file.ts'

const renderedFormats = { text: 'text', md: 'markdown', html: 'html' } as const

export function parseCommand(): Command {
  return new Command('parse')
    .description(
      say({
        ja: '本文を読み取り、理解した構造を表示します。',
        en: 'Shows how a policy text is understood.',
      }),
    )
    .argument('<file>', fileArgument)
    .addOption(
      new Option('--format <format>', say({ ja: '出力形式', en: 'what to print' }))
        .choices(['outline', 'json', ...Object.keys(renderedFormats)])
        .default('outline'),
    )
    .action(async (file: string, { format }: { format: string }) => {
      const parsed = await readFile(file)
      if (format === 'json') return print(JSON.stringify(parsed, null, 2))
      if (format in renderedFormats)
        return print(
          render(
            parsed.document,
            renderedFormats[format as keyof typeof renderedFormats],
          ).trimEnd(),
        )
      print(outline(parsed))
    })
}

const print = (text: string) => console.log(text)
