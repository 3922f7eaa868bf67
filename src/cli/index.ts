import { Command } from 'commander'
import { keepHeapSmall } from '../platform/heap.mjs'
import { applyCommand } from './apply.ts'
import { checkCommand } from './check.ts'
import { compareCommand } from './compare.ts'
import { exitCodeOf, exitCodeWords } from './exit-codes.ts'
import { exportCommand } from './export.ts'
import { generateCommand } from './generate.ts'
import { getCommand } from './get.ts'
import { grantCommand } from './grant.ts'
import { guardCommand } from './guard.ts'
import { importCommand } from './import.ts'
import { say } from './language.ts'
import { listCommand } from './list.ts'
import { parseCommand } from './parse.ts'
import { planCommand } from './plan.ts'
import { previewCommand } from './preview.ts'
import { publishCommand } from './publish.ts'
import { sentenceOf } from './refusal.ts'
import { resendCommand } from './resend.ts'
import { restoreCommand } from './restore.ts'
import { revertCommand } from './revert.ts'
import { refuseServerWhere } from './server.ts'
import { verifyCommand } from './verify.ts'

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
