import { expect, test, vi } from 'vitest'
import { expectRefusal, terminal } from './terminal.ts'

/* What operators do: policies made up, triggers put back, messages sent again. */

vi.setConfig({ testTimeout: 240_000 })

const { pool, rowCounts, run } = await terminal()

test('organisations are made up, a line for each; a second time they are refused', async () => {
  const wish = [
    'generate',
    '--organisations',
    '2',
    '--editions',
    '2',
    '--seed',
    '5',
    '--size',
    '10',
  ]
  const { code, out, err } = await run('ja', wish)
  expect([code, err]).toEqual([0, ''])
  const line = (number: number) =>
    `made-up-5-${number}/privacy-policy 株式会社\\S+ 20\\d\\d-\\d\\d-\\d\\d – 20\\d\\d-\\d\\d-\\d\\d\\n`
  expect(out).toMatch(RegExp(`^${line(1)}${line(2)}事業者 2、版 4 を作成しました。\\n$`))
  const before = await rowCounts()
  expectRefusal(
    await run('ja', wish),
    'conflict',
    /「made-up-5-1」ほか 1 件がすでにあります。別の --seed か --prefix/,
  )
  expectRefusal(
    await run('en', [...wish, '--editions', '1e3']),
    'misspelt',
    /--editions .* from 1 to 1000/,
  )
  expect(await rowCounts()).toBe(before)
})

test('guard puts missing triggers back', async () => {
  await pool.query('alter table policy_editions disable trigger all')
  expect(await run('en', ['guard'])).toEqual({ code: 0, out: 'Editions are frozen.\n', err: '' })
  await expect(pool.query('truncate policy_editions')).rejects.toThrow('Editions are frozen')
})

test('a webhook that was given up is sent again by its id', async () => {
  expectRefusal(
    await run('ja', ['resend', 'msg_unknown']),
    'missing',
    '送信記録「msg_unknown」がありません。',
  )
})
