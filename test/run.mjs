/**
 * `npm test`. Plain JavaScript without packages, for it runs before there are any: installs what is missing, runs all
 * tests or those that the arguments name, and ends with the line `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { ensureModules } from '../src/server/modules.mjs'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const report = path.join(root, '.data/test/report.json')

ensureModules(root, { forTests: true })
fs.mkdirSync(path.dirname(report), { recursive: true })
fs.rmSync(report, { force: true })

const vitest = path.join(root, 'node_modules/vitest/vitest.mjs')
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
const { status } = spawnSync(
  process.execPath,
  [vitest, 'run', ...reporters, ...process.argv.slice(2)],
  { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] },
)

const { passed, failed } = countsFrom(report)
console.log(`${passed} passed, ${failed} failed`)
process.exitCode = status === 0 && failed === 0 ? 0 : 1

/**
 * A file that could not be read, and a run that broke down, count as a failure: nothing that went wrong ends as
 * `0 failed`.
 * @param {string} file
 */
function countsFrom(file) {
  const { numPassedTests, numFailedTests, testResults } = fs.existsSync(file)
    ? JSON.parse(fs.readFileSync(file, 'utf8'))
    : { numPassedTests: 0, numFailedTests: 0, testResults: [] }
  const broken = testResults.filter(
    (/** @type {{ status: string, assertionResults: { status: string }[] }} */ result) =>
      result.status === 'failed' &&
      !result.assertionResults.some(({ status }) => status === 'failed'),
  )
  const failed = numFailedTests + broken.length
  return { passed: numPassedTests, failed: failed || (status === 0 ? 0 : 1) }
}
