import * as fc from 'fast-check'

/** What stands in policies and means something to the parser, in places where it was not meant to. */
export const fragments = [
  '（',
  '）',
  '「',
  '」',
  '以上',
  '第1条 ',
  '(1)',
  '・',
  '- ',
  '\n',
  '\n\n',
  '　',
  '。',
  '、',
  '2023年1月1日',
  'a@example.jp',
  '03-0000-0100',
  '〒100-0000',
  '株式会社',
  '【',
  '】',
  '※',
  '𠮷',
  '\u200b',
  '1.',
  '（以下「甲」という。）',
  '①',
  'ア ',
  'https://example.jp/',
  '円',
  '\r\n',
  '\f',
  '前項',
  '前条',
  '第2条',
  '附則',
  'お問い合わせ窓口',
  '共同利用',
  '利用目的',
  '<b>&amp;',
  '| a |',
  '**',
] as const

type Change = {
  readonly kind: keyof typeof changes
  readonly at: number
  readonly to: number
  readonly fragment: string
}
type Other = () => readonly string[]

/** A line of a policy changed as copying, wrapping and editing change it: `lines` from `i` on, in place. */
const changes = {
  drop: (lines, i) => lines.splice(i, 1),
  insert: (lines, i, { to, fragment }) => {
    const line = lines[i] ?? ''
    const column = to % (line.length + 1)
    lines[i] = line.slice(0, column) + fragment + line.slice(column)
  },
  cut: (lines, i, { to }) => {
    const line = lines[i] ?? ''
    const column = to % (line.length + 1)
    lines[i] = line.slice(0, column) + line.slice(column + 3)
  },
  join: (lines, i) => lines.splice(i, 2, (lines[i] ?? '') + (lines[i + 1] ?? '')),
  repeat: (lines, i, { to }) => lines.splice(i, 1, lines[to % lines.length] ?? ''),
  foreign: (lines, i, { to }, other) => {
    const others = other()
    lines.splice(i, 0, others[to % others.length] ?? '')
  },
  swap: (lines, i, { to }) => {
    const j = to % lines.length
    const line = lines[i] ?? ''
    lines[i] = lines[j] ?? ''
    lines[j] = line
  },
  move: (lines, i, { to }) => {
    const moved = lines.splice(i, 1 + (to % 8))
    lines.splice(to % (lines.length + 1), 0, ...moved)
  },
  double: (lines, i, { to }) => lines.splice(i, 0, ...lines.slice(i, i + 1 + (to % 8))),
  wrap: (lines, _, { to }) => {
    const width = 20 + (to % 30)
    const wrapped = lines.flatMap((line) => line.match(new RegExp(`.{1,${width}}`, 'gsu')) ?? [''])
    lines.splice(0, lines.length, ...wrapped)
  },
  space: (lines, i, { to }) => {
    lines[i] = `${'　'.repeat(to % 4)}${lines[i] ?? ''}${' '.repeat(to % 3)}`
  },
  end: (lines, i) => lines.splice(i + 1),
} satisfies {
  readonly [kind: string]: (lines: string[], i: number, change: Change, other: Other) => unknown
}

const change: fc.Arbitrary<Change> = fc.record({
  kind: fc.constantFrom(...(Object.keys(changes) as Change['kind'][])),
  at: fc.nat(),
  to: fc.nat(),
  fragment: fc.constantFrom(...fragments),
})

/** One of these policies, with some of its lines changed, and lines of another among them. */
export function mutatedPolicy(texts: readonly string[]): fc.Arbitrary<string> {
  return fc
    .record({
      text: fc.constantFrom(...texts),
      other: fc.constantFrom(...texts),
      its: fc.array(change, { minLength: 1, maxLength: 8 }),
    })
    .map(({ text, other, its }) => {
      const lines = text.split('\n')
      for (const one of its) {
        const apply: (typeof changes)['insert'] | (typeof changes)['foreign'] = changes[one.kind]
        apply(lines, one.at % lines.length, one, () => other.split('\n'))
        if (lines.length === 0) lines.push('個人情報')
      }
      return lines.join('\n')
    })
}
