import { expect, test } from 'vitest'
import { parse } from '../../../src/core/parse/index.ts'
import { sourceOfMarkdown } from '../../../src/core/read/markdown.ts'

test('names of headings for links are not printed, and told', () => {
  const { document, report } = parse(
    sourceOfMarkdown(
      '# プライバシーポリシー {#top}\n\n## 利用目的 \t{#why .first}  \n\n個人情報を商品の発送に利用します。',
    ),
  )
  expect(document.title.text).toBe('プライバシーポリシー')
  expect(JSON.stringify(document)).not.toContain('{#')
  expect(report.dropped.map(({ text }) => text)).toEqual(['{#top}', '{#why .first}'])
})

test('braces that name nothing are text', () => {
  const text = '# 個人情報保護方針 {案}\n\n## 目的\n\n{#本文} を利用します。'
  const printed = JSON.stringify(parse(sourceOfMarkdown(text)).document)
  for (const words of ['{案}', '{#本文}']) expect(printed).toContain(words)
})

// Each took minutes where a heading's name is looked for from every space.
test.each([
  ['spaces', `${' '.repeat(200_000)}x`],
  ['spaces before a brace', `${' '.repeat(200_000)}}`],
  ['braces that are not closed', '{#a '.repeat(50_000)],
  ['many names', `${'{#a} '.repeat(40_000)}x`],
])('a heading of %s is read at once', (_, heading) => {
  const { lines } = sourceOfMarkdown(`# ${heading}\n\n本文`)
  expect(lines.at(-1)?.text).toBe('本文')
})
