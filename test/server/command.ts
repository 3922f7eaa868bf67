import { type Outcome, runCommand } from '../cli/run.ts'

/** Runs the command at the test's database; what it says without the last line break. */
export async function run(
  args: readonly string[],
  env: { readonly [name: string]: string } = {},
): Promise<Outcome> {
  const { err, ...outcome } = await runCommand('en', args, { env })
  return { ...outcome, err: err.trimEnd() }
}

type Variables = { readonly [name: string]: string }

/** The same through a server, with an API key and without any database. */
export const through =
  (origin: string, apiKey: string) =>
  (args: readonly string[], variables: Variables = { PRIVACY_POLICY_API_KEY: apiKey }) =>
    run([...args, '--server', origin], {
      DATABASE_URL: 'postgres://nowhere.invalid/x',
      ...variables,
    })
