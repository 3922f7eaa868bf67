import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

/** Real policies, what is wrong with them by hand, and what scores a checker by it; beside the repository, if at all. */
const shared = fileURLToPath(new URL('../../../shared/', import.meta.url))
const scorer = `${shared}tools/score-check.mjs`

type Row = {
  readonly id: string
  readonly error?: string
  readonly certain: { readonly of: number; readonly found: number; readonly ruled: number }
  readonly violations: readonly unknown[]
}

test.skipIf(!existsSync(scorer))(
  'of the certain defects of real policies, at least nine of ten are found, and nothing that must not fire',
  { timeout: 120_000 },
  () => {
    // The command exits with 1 where it finds errors, as it should.
    const command =
      'node --conditions=production --import tsx src/cli/index.ts check {file} --format json || true'
    const output = execFileSync(
      process.execPath,
      [
        scorer,
        ...['--defects', `${shared}law/defects`, '--texts', `${shared}seeds`],
        ...['--check', command, '--json'],
      ],
      { cwd: fileURLToPath(new URL('../..', import.meta.url)), encoding: 'utf8' },
    )
    const rows = JSON.parse(output) as readonly Row[]
    expect(rows.length).toBeGreaterThan(0)
    const sum = (count: (row: Row) => number) => rows.reduce((all, row) => all + count(row), 0)
    for (const { error, violations } of rows) expect([error, violations]).toEqual([undefined, []])
    const share = sum(({ certain }) => certain.found) / sum(({ certain }) => certain.of)
    expect(share).toBeGreaterThanOrEqual(0.9)
  },
)
