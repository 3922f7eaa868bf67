import { Command } from 'commander'
import { OperationRefused } from '../operations/refused.ts'
import { grantCommand } from './grant.ts'
import { guardCommand } from './guard.ts'
import { importCommand } from './import.ts'
import { say } from './language.ts'
import { parseCommand } from './parse.ts'
import { publishCommand } from './publish.ts'

/** The commands, in the order in which a new user meets them. */
const commands = [parseCommand, importCommand, publishCommand, grantCommand, guardCommand]

const program = new Command('privacy-policy')
  .description(
    say({
      ja: 'プライバシーポリシーの取込・公表をコマンドで行います。',
      en: 'Privacy policies from the command line.',
    }),
  )
  .showHelpAfterError()
for (const add of commands) program.addCommand(add())

try {
  await program.parseAsync()
} catch (error) {
  const refusal = messagesOf(error)
  if (!refusal) throw error
  console.error(say(refusal))
  process.exitCode = 1
}

/** The words of an error that is the user's to mend; undefined for a fault of ours, which keeps its stack. */
function messagesOf(error: unknown): { readonly ja: string; readonly en: string } | undefined {
  if (error instanceof OperationRefused) return error.messages
  if (!(error instanceof Error)) return undefined
  if ('messages' in error) return error.messages as { ja: string; en: string }
  const code = (error as NodeJS.ErrnoException).code
  const file = (error as NodeJS.ErrnoException).path
  if (file && (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR'))
    return {
      ja: `ファイル「${file}」を読めません（${code}）。パスと読み取り権限を確かめてください。`,
      en: `Cannot read the file ${file} (${code}). Check the path and the permission to read it.`,
    }
  return undefined
}
