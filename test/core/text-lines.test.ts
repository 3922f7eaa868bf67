import fc from 'fast-check'
import { expect, test } from 'vitest'
import { textLines } from '../../src/core/text-lines.ts'

async function linesOf(pieces: readonly string[]): Promise<readonly string[]> {
  async function* comes() {
    yield* pieces
  }
  const lines: string[] = []
  for await (const line of textLines(comes())) lines.push(line)
  return lines
}

test('a text has the same lines, in whatever pieces it comes', async () => {
  const sign = fc.constantFrom('あ', 'b', '\n', '\r\n', '\u2028', ' ')
  await fc.assert(
    fc.asyncProperty(fc.array(fc.array(sign).map((signs) => signs.join(''))), async (pieces) => {
      const whole = pieces.join('').split('\n')
      if (whole.at(-1) === '') whole.pop()
      expect(await linesOf(pieces)).toEqual(whole.map((line) => line.replace(/\r$/, '')))
    }),
  )
})

test('a break that is cut in two is one', async () => {
  expect(await linesOf(['a\r', '\nb', '\n\n'])).toEqual(['a', 'b', ''])
})

test('JSON may hold a separator of lines', async () => {
  const value = { text: 'a\u2028b\u2029c' }
  const [line = '', ...others] = await linesOf([`${JSON.stringify(value)}\n`])
  expect([JSON.parse(line), others]).toEqual([value, []])
})
