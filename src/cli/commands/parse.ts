import { Command, Option } from 'commander'
import { say } from '../language.ts'
import { fileArgument, readFile } from '../read-file.ts'
import { outline } from '../reports/outline.ts'

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
      const { document, report } = parsed
      if (format === 'json') return print(JSON.stringify({ document, report }, null, 2))
      if (format in renderedFormats) {
        // Loaded where it is asked for: a refusal need not wait for it.
        const { render } = await import('../../core/render/index.ts')
        const name = renderedFormats[format as keyof typeof renderedFormats]
        return print(render(document, name).trimEnd())
      }
      print(outline(parsed))
    })
}

const print = (text: string) => console.log(text)
