import { Command } from 'commander'
import { keepHeapSmall } from '../platform/heap.mjs'
import { applyCommand } from './commands/apply.ts'
import { checkCommand } from './commands/check.ts'
import { compareCommand } from './commands/compare.ts'
import { exportCommand } from './commands/export.ts'
import { generateCommand } from './commands/generate.ts'
import { getCommand } from './commands/get.ts'
import { grantCommand } from './commands/grant.ts'
import { guardCommand } from './commands/guard.ts'
import { importCommand } from './commands/import.ts'
import { listCommand } from './commands/list.ts'
import { parseCommand } from './commands/parse.ts'
import { planCommand } from './commands/plan.ts'
import { previewCommand } from './commands/preview.ts'
import { publishCommand } from './commands/publish.ts'
import { resendCommand } from './commands/resend.ts'
import { restoreCommand } from './commands/restore.ts'
import { revertCommand } from './commands/revert.ts'
import { verifyCommand } from './commands/verify.ts'
import { exitCodeOf, exitCodeWords } from './exit-codes.ts'
import { say } from './language.ts'
import { sentenceOf } from './refusal.ts'
import { refuseServerWhere } from './there/server.ts'

keepHeapSmall()

// Whoever reads may stop (`| head`): what a command does, it does to its end all the same.
for (const stream of [process.stdout, process.stderr])
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
  })

/** The commands, in the order in which a new user meets them. */
const commands = [
  parseCommand,
  checkCommand,
  importCommand,
  previewCommand,
  publishCommand,
  restoreCommand,
  compareCommand,
  planCommand,
  applyCommand,
  revertCommand,
  verifyCommand,
  exportCommand,
  listCommand,
  getCommand,
  resendCommand,
  grantCommand,
  guardCommand,
  generateCommand,
]

const program = new Command('privacy-policy').description(
  say({
    ja: 'プライバシーポリシーの取込・点検・公表・比較・一括更新・書き出しをコマンドで行います。',
    en: 'Imports, checks, publishes, compares, updates and exports privacy policies.',
  }),
)
for (const add of commands) program.addCommand(add())
const all = program.commands.flatMap((own) => [own, ...own.commands])
for (const command of [program, ...all]) command.showHelpAfterError().exitOverride()
refuseServerWhere(all)
program.addHelpText('afterAll', say(exitCodeWords))

try {
  await program.parseAsync()
} catch (error) {
  const sentence = sentenceOf(error)
  if (sentence === undefined) throw error
  // Of what is misspelt, commander has said so already.
  if (sentence) console.error(sentence)
  process.exitCode = exitCodeOf(error)
}
