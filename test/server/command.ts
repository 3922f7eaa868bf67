import { execFile } from 'node:child_process'
import path from 'node:path'

export type Outcome = { readonly code: number; readonly out: string; readonly err: string }

/** Runs the command as a process of its own, at the test's database. */
export function run(args: readonly string[], variables: object = {}): Promise<Outcome> {
  const loader = ['--conditions=production', '--import', 'tsx', 'src/cli/index.ts']
  const options = {
    cwd: path.resolve(import.meta.dirname, '../..'),
    env: { ...process.env, LANG: 'en_GB.UTF-8', LC_ALL: 'en_GB.UTF-8', ...variables },
    maxBuffer: 64 * 1024 * 1024,
  }
  return new Promise((resolve) =>
    execFile(process.execPath, [...loader, ...args], options, (error, out, err) =>
      resolve({ code: error ? Number(error.code) : 0, out, err: err.trimEnd() }),
    ),
  )
}

/** The same through a server, with an API key and without any database. */
export const through =
  (origin: string, apiKey: string) =>
  (args: readonly string[], variables: object = { PRIVACY_POLICY_API_KEY: apiKey }) =>
    run([...args, '--server', origin], {
      DATABASE_URL: 'postgres://nowhere.invalid/x',
      ...variables,
    })
