/**
 * `npm run bench:core`: what parsing, checking, rendering and the way through the records cost, warm, and whether the cost grows
 * with the length and no faster. The policies are those of `--seeds` (real ones, not part of this repository) or else
 * the fictional ones. Beside ours stand what nobody can beat (reading the same bytes) and peers on the same text.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { toHtml } from 'hast-util-to-html'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { toHast } from 'mdast-util-to-hast'
import { check } from '../../src/core/check/index.ts'
import { compose } from '../../src/core/compose.ts'
import { type PolicyDocument, textOf } from '../../src/core/document.ts'
import { extract } from '../../src/core/extract.ts'
import { law } from '../../src/core/law/index.ts'
import { formatLabel, readLabel } from '../../src/core/numbering.ts'
import { parse } from '../../src/core/parse/index.ts'
import { type Format, render } from '../../src/core/render/index.ts'
import { fixturePolicies } from '../fixtures/policies/index.ts'
import { amended, compared } from './comparison.ts'
import { costOf, costsOf } from './cost.ts'
import { paperCosts } from './paper.ts'

type Named = { readonly name: string; readonly text: string }

const { values: options } = parseArgs({ options: { seeds: { type: 'string' } } })
const beside = fileURLToPath(new URL('../../../shared/seeds/', import.meta.url))
const folder = options.seeds ?? beside
const policies = existsSync(folder) ? textsIn(folder) : fictional()
const longest = policies.reduce((a, b) => (b.text.length > a.text.length ? b : a))
const times = [1, 10, 100]
/**
 * Nobody prints a tree in less than it takes to visit it and join its strings; that slows down too once the tree outgrows
 * the processor's caches, between 10× and 100×. A step may grow by half, or as this does.
 */
const joining = 'joined'
let missed = 0

console.log(`Node ${process.version}, ${process.arch}; processor time, warm, tenth percentile\n`)
growth('the same text again and again', (text, n) => text.repeat(n))
growth('one policy of as many sections, numbered through', numberedThrough)
each()
stalls()
peers()
comparisons()
await paper()
process.exitCode = missed > 0 ? 1 : 0

/**
 * The strings of the tree joined; then the steps of the way through, each from what the one before made, formats to the
 * bytes that are sent.
 */
function steps(text: string) {
  const { document } = parse(text)
  const records = extract(document)
  const bytes = (format: Format) => Buffer.from(String(render(document, format)))
  return {
    [joining]: () => textOf(document).length,
    parse: () => parse(text),
    extract: () => extract(document),
    compose: () => compose(records, document.locale, document.locale),
    html: () => bytes('html'),
    markdown: () => bytes('markdown'),
    text: () => bytes('text'),
    json: () => bytes('json'),
    check: () => check(document, { law, today: '2026-11-22' }),
  }
}
type Step = keyof ReturnType<typeof steps>

function growth(how: string, longer: (text: string, times: number) => string): void {
  console.log(`${longest.name} at 1×, 10×, 100× its length: ${how}`)
  console.log(
    '            ms                            ms a 1×, as a ratio of the first (1.0: linear); from 10× to 100×',
  )
  const lengths = times.map((n) => {
    const text = longer(longest.text, n)
    return { length: text.length / longest.text.length, steps: steps(text) }
  })
  let limit = 1.5
  for (const step of Object.keys(lengths[0]?.steps ?? {}) as Step[]) {
    const costs = costsOf(lengths.map(({ steps }) => steps[step]))
    const ratios = costs.map((cost, i) => cost / (lengths[i]?.length ?? 1) / (costs[0] ?? cost))
    const [, ten = 1, hundred = 1] = ratios
    const grown = hundred / ten
    if (step === joining) limit = Math.max(limit, grown)
    const said =
      step === joining
        ? ''
        : bar(grown <= limit, `${grown.toFixed(2)}, at most ${limit.toFixed(2)}`)
    console.log(
      `  ${step.padEnd(10)} ${costs.map(ms).join('')}   ${ratios.map((ratio) => ratio.toFixed(2).padStart(6)).join('')}${said}`,
    )
  }
  console.log()
}

function each(): void {
  console.log('each policy, ms')
  console.log(`  ${'characters'.padStart(16)}     parse      html  markdown      text     check`)
  for (const { name, text } of policies) {
    const its = steps(text)
    const costs = costsOf([its.parse, its.html, its.markdown, its.text, its.check])
    const [read = 0, html = 0, , , checked = 0] = costs
    console.log(
      `  ${name.padEnd(8)}${String(text.length).padStart(8)}${costs.map(ms).join('')}${name === longest.name ? bar(read <= 30 && html <= 5 && checked <= 20, 'parse 30, HTML 5, check 20') : ''}`,
    )
  }
  console.log()
}

/**
 * Signs on which rules begin, again and again: none makes the reader or the checker go back over what it has read.
 */
function stalls(): void {
  const pieces = [
    ...[
      '（',
      '「あ」とは',
      '(以下「あ」という)',
      '1',
      'a@',
      'a.a.',
      '03-0000-',
      '法第1条',
      '株式会社',
    ],
    ...[
      '東京都',
      'http://',
      '・\n',
      '1. 定義\n',
      '【あ】\n',
      '以上\n',
      '管理\n',
      '代表取締役 山田太郎\n',
    ],
    ...['安全管理措置を講じ、', '手数料1,000円', '共同利用 株式会社あ', '以下のお問い合わせ窓口'],
    ...['が提供する', ' ', '　', '\t', '株式会社A、', '(1) 場合\n', '目的のため'],
    ...['をを', '個人情', '第1条', '上記の', '認定個人情報保護団体', '（以下「あ」という）'],
    // Lines that open an address block or a signature, and none that makes it one.
    ...['あ係\n', '担当：あ\n', '・担当：あ\n', '株式会社あ\n', '（目的）\n', 'イ　あ\nロ　い\n'],
  ]
  const worst = pieces
    .flatMap((piece) => {
      const text = `個人情報\n共同利用\nあ${piece.repeat(20_000 / piece.length)}あ`
      const { document } = parse(text)
      const once = (run: () => unknown) => {
        const before = process.cpuUsage()
        run()
        const { user, system } = process.cpuUsage(before)
        return (user + system) / 1000
      }
      const better = (step: string, run: () => unknown) => ({
        piece,
        step,
        cost: Math.min(once(run), once(run)),
      })
      return [
        better('parse', () => parse(text)),
        better('check', () => check(document, { law, today: '2026-11-22' })),
      ]
    })
    .sort((a, b) => b.cost - a.cost)
  console.log(
    '20,000 characters of one sign again and again, ms, the better of two runs; the slowest',
  )
  for (const { piece, step, cost } of worst.slice(0, 8))
    console.log(
      `  ${step} ${JSON.stringify(piece).padEnd(24)}${ms(cost)}${bar(cost <= 1_500, '1500')}`,
    )
  console.log()
}

function peers(): void {
  const { text } = longest
  const bytes = new TextEncoder().encode(text)
  const decoder = new TextDecoder()
  const { document } = parse(text)
  const markdown = render(document, 'markdown')
  const mdast = fromMarkdown(markdown)
  const line = (name: string, run: () => unknown) =>
    console.log(`  ${name.padEnd(58)}${ms(costOf(run))}`)
  console.log('beside it, on the same policy, ms')
  line('ours: parse', () => parse(text))
  line('bytes to a string (TextDecoder)', () => decoder.decode(bytes))
  line('every character once (normalize NFKC)', () => text.normalize('NFKC'))
  line('the tree copied (structuredClone)', () => structuredClone(document))
  line('micromark and mdast: parse, of our Markdown', () => fromMarkdown(markdown))
  line('ours: html', () => render(document, 'html'))
  line('the text of the tree (textOf)', () => textOf(document))
  line('mdast to hast to HTML, of our Markdown', () => toHtml(toHast(mdast)))
}

/** The two longest policies, each beside its amendment; and one that grows while its changes stay twenty. */
function comparisons(): void {
  console.log('\ncomparing a policy with its amendment of 20 changes: changes, patch and table, ms')
  const two = policies.toSorted((a, b) => b.text.length - a.text.length).slice(0, 2)
  for (const { name, text } of two) {
    const { document } = parse(text)
    const after = amended(document, 20)
    const cost = costOf(() => compared(document, after))
    console.log(`  ${name.padEnd(58)}${ms(cost)}${bar(cost <= 30, 'at most 30')}`)
  }
  const longer = times.map((n) => {
    const { document } = parse(numberedThrough(longest.text, n))
    const after = amended(document, 20)
    return () => compared(document, after)
  })
  const costs = costsOf(longer).map((cost, i) => cost / (times[i] ?? 1))
  // Of few changes the cost is that of the length; what they cost themselves is the most of it at 1×.
  const [, ten = 1, hundred = 1] = costs
  console.log(
    `  ${`${longest.name} at 1×, 10×, 100×, 20 changes each: ms a 1×`.padEnd(58)}${costs.map(ms).join('')}${bar(hundred / ten <= 1.5, `${(hundred / ten).toFixed(2)} from 10×, at most 1.5`)}`,
  )
}

async function paper(): Promise<void> {
  const { docx, pdfCold, pdfWarm, pressMemory } = await paperCosts(parse(longest.text).document)
  console.log('\non paper, the longest policy, each time another text, ms')
  console.log(`  ${'DOCX'.padEnd(58)}${ms(docx)}${bar(docx <= 300, 'at most 300')}`)
  console.log(
    `  ${'PDF, the process of the press warm'.padEnd(58)}${ms(pdfWarm)}${bar(pdfWarm <= 300, 'at most 300')}`,
  )
  console.log(`  ${'PDF, the process started for it'.padEnd(58)}${ms(pdfCold)}`)
  if (pressMemory !== null)
    console.log(
      `  ${'memory of the press at its largest, MB'.padEnd(58)}${ms(pressMemory)}${bar(pressMemory <= 300, 'at most 300')}`,
    )
}

/** Copies of a policy in one, their sections numbered through: 第1条 … 第12条, 第13条 … */
function numberedThrough(text: string, copies: number): string {
  const { document } = parse(text)
  const numbers = document.children.flatMap((child) =>
    child.type === 'section' ? (readLabel(child.number)?.ordinal ?? []) : [],
  )
  const last = Math.max(0, ...numbers)
  const children = Array.from({ length: copies }, (_, copy) =>
    document.children.map((child) =>
      child.type === 'section' ? { ...child, number: later(child.number, copy * last) } : child,
    ),
  ).flat()
  const whole: PolicyDocument = { ...document, children }
  return render(whole, 'text')
}

/** A label so much further on; as it is where its style does not count that far. */
function later(number: string, by: number): string {
  const label = readLabel(number)
  if (!label || by === 0) return number
  try {
    return formatLabel(label.style, label.ordinal + by)
  } catch (error) {
    if (error instanceof RangeError) return number
    throw error
  }
}

function bar(holds: boolean, what: string): string {
  if (!holds) missed++
  return `   ${holds ? 'holds' : 'MISSED'}: ${what}`
}

function ms(value: number): string {
  return value.toFixed(value < 10 ? 2 : value < 100 ? 1 : 0).padStart(10)
}

function textsIn(from: string): Named[] {
  return readdirSync(from)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => ({ name: name.slice(0, -4), text: readFileSync(`${from}/${name}`, 'utf8') }))
}

/** The fictional policies; the longest as often as it takes to be as long as long policies are. */
function fictional(): Named[] {
  const texts = fixturePolicies.map(({ name, documents: [document] }) => ({
    name,
    text: textOf(document),
  }))
  const long = texts.reduce((a, b) => (b.text.length > a.text.length ? b : a))
  const often = Math.ceil(8_000 / long.text.length)
  return [...texts, { name: `${long.name} ×${often}`, text: `${long.text}\n`.repeat(often) }]
}
