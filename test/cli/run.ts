import { spawn } from 'node:child_process'
import path from 'node:path'

export type Outcome = { readonly code: number; readonly out: string; readonly err: string }

/** The project's folder, in which commands run. */
export const root = path.resolve(import.meta.dirname, '../..')

/** Runs the command as a process of its own, in a terminal of this language, with what is to stand on its input. */
export function runCommand(
  language: 'ja' | 'en',
  args: readonly string[],
  {
    env = {},
    input,
  }: { readonly env?: { readonly [name: string]: string }; readonly input?: string } = {},
): Promise<Outcome> {
  const { LC_ALL: _, LC_MESSAGES: __, ...inherited } = process.env
  const child = spawn(
    process.execPath,
    ['--conditions=production', '--import', 'tsx', 'src/cli/index.ts', ...args],
    {
      cwd: root,
      env: { ...inherited, LANG: language === 'ja' ? 'ja_JP.UTF-8' : 'en_GB.UTF-8', ...env },
      timeout: 220_000,
    },
  )
  child.stdin.end(input)
  let [out, err] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (chunk) => (out += chunk))
  child.stderr.setEncoding('utf8').on('data', (chunk) => (err += chunk))
  return new Promise((resolve) =>
    child.on('close', (code) => resolve({ code: code ?? -1, out, err })),
  )
}
