import { once } from 'node:events'
import fs from 'node:fs'
import { Command, Option } from 'commander'
import { exportLinesOf } from '../../operations/exchange/json-lines.ts'
import { writeFolder } from '../../operations/exchange/write-folder.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { say } from '../language.ts'
import { type Export, exportThere } from '../there/exchange-there.ts'
import { type ServerOption, serverAt, serverOption } from '../there/server.ts'

const formats = ['folder', 'jsonl'] as const
type Place = { readonly to?: string; readonly format: (typeof formats)[number] }
type Options = Place & ServerOption & { readonly organisation: readonly string[] }

export function exportCommand(): Command {
  return new Command('export')
    .description(
      say({
        ja: '記録と版を、Git で管理できるフォルダーか、JSON Lines に書き出します。import で元どおりに取り込めます。ユーザー・Webhook・鍵は含みません。',
        en: 'Writes records and editions to a folder for Git, or as JSON lines; import brings them back as they were. No users, webhooks or keys.',
      }),
    )
    .option(
      '--organisation <slug...>',
      say({
        ja: 'この事業者と、使っている共通の文例だけ（既定はすべて）',
        en: 'only these, and what they use of the library (all)',
      }),
      [],
    )
    .option(
      '--to <place>',
      say({
        ja: 'フォルダー（--format jsonl ではファイル。既定は標準出力）',
        en: 'the folder; with --format jsonl the file (standard output)',
      }),
    )
    .addOption(
      new Option('--format <format>', say({ ja: '形式', en: 'what to write' }))
        .choices(formats)
        .default('folder'),
    )
    .addOption(serverOption())
    .action(async ({ organisation, server, ...place }: Options) => {
      if (place.format === 'folder' && place.to === undefined) throw placeMissing
      const asked = organisation.length ? { organisations: organisation } : {}
      if (server !== undefined) return write(await exportThere(serverAt(server), asked), place)
      const { atWork, exportEntries, languagesOf } = await import('../workplace.ts')
      await atWork((reading) =>
        write({ entries: exportEntries(asked, reading), languages: languagesOf(reading) }, place),
      )
    })
}

async function write({ entries, languages }: Export, { to, format }: Place): Promise<void> {
  if (format === 'jsonl') return writeLines(exportLinesOf(entries, languages), to)
  const folder = to as string
  const { files, written, removed } = await writeFolder(folder, entries, languages)
  console.log(
    say({
      ja: `${folder} に書き出しました（ファイル ${files}、うち更新 ${written}、削除 ${removed}）。社内の記録（editions-internal.jsonl）には公表者の氏名が含まれます。`,
      en: `Exported to ${folder}: ${files} files, ${written} written, ${removed} removed. Internal records (editions-internal.jsonl) name who published.`,
    }),
  )
}

/** To a file beside its place first, so that a half one is never taken for a whole one. */
async function writeLines(lines: AsyncIterable<string>, to: string | undefined): Promise<void> {
  const draft = to === undefined ? null : `${to}.partial-${process.pid}`
  const out = draft === null ? process.stdout : fs.createWriteStream(draft, { flags: 'wx' })
  try {
    for await (const line of lines) if (!out.write(line)) await once(out, 'drain')
    if (draft === null || to === undefined) return
    await new Promise<void>((resolve, reject) => {
      out.once('error', reject)
      out.end(resolve)
    })
    fs.renameSync(draft, to)
  } finally {
    if (draft !== null) fs.rmSync(draft, { force: true })
  }
}

const placeMissing = new OperationRefused('bad-request', {
  ja: '書き出すフォルダーを --to で指定してください（例: --to ./policies）。',
  en: 'Name the folder to write to: --to ./policies.',
})
