import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { root } from './run.ts'

test('a reader that stops (`| head`) is no fault of the command', async () => {
  const command = '"$0" --conditions=production --import tsx src/cli/index.ts --help | true'
  const { stderr } = await promisify(execFile)('sh', ['-c', command, process.execPath], {
    cwd: root,
  })
  expect(stderr).toBe('')
})
