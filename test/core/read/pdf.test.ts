import fs from 'node:fs'
import { expect, test } from 'vitest'
import { textOf } from '../../../src/core/document.ts'
import { squash } from '../../../src/core/fold.ts'
import { ParseRefused, parse } from '../../../src/core/parse/index.ts'
import { sourceOfPdf } from '../../../src/core/read/pdf.ts'
import { findings } from './findings.ts'
import { pdfOf, quoted, untagged } from './typst.ts'

const samples = ['aoba-health', 'mizuumi-reading'].map((name) => ({
  name,
  text: fs.readFileSync(`src/server/sample/${name}.txt`, 'utf8'),
}))
const page = '#set page(paper: "a4", numbering: "1 / 1", header: [株式会社青葉 #h(1fr) 社外公開])\n'
const paragraphs = (text: string) => text.split('\n').filter((line) => line.trim() !== '')
const isHeading = (line: string) =>
  /^(?:第[0-9]+条|[0-9]+[.．　]|■|【|附則)/u.test(line) && !/。/u.test(line)

function setIn(text: string, columns: 1 | 2): string {
  const [title = '', ...rest] = paragraphs(text)
  const body = rest.map((line) => `${isHeading(line) ? '== ' : ''}${quoted(line)}`).join('\n\n')
  return `${page}= ${quoted(title)}\n${columns === 2 ? `#columns(2)[\n${body}\n]` : body}`
}
const lines = async (pdf: Uint8Array) => (await sourceOfPdf(pdf)).lines.map(({ text }) => text)
const reasons = async (pdf: Uint8Array) =>
  (await sourceOfPdf(pdf)).dropped.map(({ text, why }) => `${text}: ${why.en}`)

const layouts = samples.flatMap((sample) =>
  ([1, 2] as const).flatMap((columns) =>
    (['tagged', 'untagged'] as const).map((tags) => ({ ...sample, columns, tags })),
  ),
)
test.each(layouts)('$name in $columns columns, $tags, reads line for line', async (layout) => {
  const pdf = pdfOf(setIn(layout.text, layout.columns))
  const source = await sourceOfPdf(layout.tags === 'tagged' ? pdf : untagged(pdf))
  expect(source.lines.map(({ text }) => squash(text))).toEqual(paragraphs(layout.text).map(squash))
  const { document } = parse(source)
  expect(squash(textOf(document))).toBe(squash(layout.text))
  expect(findings(document)).toEqual(findings(parse(layout.text).document))
})

test('running heads and page numbers are told, not read', async () => {
  const pdf = pdfOf(`${page}個人情報の取扱い。\n#pagebreak()\n個人情報の管理。`)
  expect(await reasons(pdf)).toEqual([
    '株式会社青葉　社外公開: running head',
    '1 / 2: page number',
    '株式会社青葉　社外公開: running head',
    '2 / 2: page number',
  ])
})

test('English joins with spaces, its hyphens at line ends undone; addresses stay whole', async () => {
  const text =
    'We handle personal information in accordance with the Act on the Protection of Personal Information and related guidelines, and we establish organizational, personnel, physical and technological measures.'
  const pdf = pdfOf(
    `#set page(width: 7cm, height: 20cm)\n#set text(lang: "en", hyphenate: true)\n${text}`,
  )
  expect(await lines(pdf)).toEqual([text])
  expect(await lines(untagged(pdf))).toEqual([text])
})

test('a tagged table comes as rows of cells', async () => {
  const pdf = pdfOf(
    '#table(columns: (3cm, 3cm, 3cm), table.header[項目][目的][提供先], [氏名], [個人情報の本人を確認するため], [なし], [住所], [商品の発送], [配送会社])',
  )
  const { lines: rows } = await sourceOfPdf(pdf)
  expect(rows.map(({ row }) => row?.cells.map(({ text }) => text))).toEqual([
    ['項目', '目的', '提供先'],
    ['氏名', '個人情報の本人を確認するため', 'なし'],
    ['住所', '商品の発送', '配送会社'],
  ])
  expect(rows.every(({ row }) => row?.table === rows[0]?.row?.table)).toBe(true)
})

test('a table that nothing tags is seen by its columns', async () => {
  const pdf = pdfOf(
    '#table(columns: (4cm, 4cm, 4cm), stroke: none, [項目], [目的], [提供先], [氏名], [本人の確認], [なし], [住所], [商品の発送], [配送会社])\n個人情報の取扱いについて定めます。',
  )
  const { lines: all } = await sourceOfPdf(untagged(pdf))
  expect(all.map(({ row, text }) => row?.cells.map((cell) => cell.text) ?? text)).toEqual([
    ['項目', '目的', '提供先'],
    ['氏名', '本人の確認', 'なし'],
    ['住所', '商品の発送', '配送会社'],
    '個人情報の取扱いについて定めます。',
  ])
})

test('links keep where they lead', async () => {
  const pdf = pdfOf(
    '個人情報の窓口は、#link("https://www.example.jp/contact")[お問い合わせの頁]です。',
  )
  const [line] = (await sourceOfPdf(pdf)).lines
  const [mark] = line?.marks ?? []
  expect(mark).toMatchObject({ type: 'link', url: 'https://www.example.jp/contact' })
  expect(line?.text.slice(mark?.start, mark?.end)).toBe('お問い合わせの頁')
})

test('spaced-out Japanese stays one word; printed signs stay as they are', async () => {
  const pdf = pdfOf(
    '#text(tracking: 3pt)[個人情報保護方針について]\n\n⼈と⽤と①、ｱｲｳ、㈱、fi、１２3、個人情報を取り扱います。',
  )
  const [spaced, printed] = await lines(untagged(pdf))
  expect(spaced).toBe('個人情報保護方針について')
  expect(printed?.normalize('NFKC')).toBe(
    '人と用と1、アイウ、(株)、fi、123、個人情報を取り扱います。',
  )
})

test('a watermark set askew is told, not read', async () => {
  const pdf = pdfOf(
    '#set page(background: rotate(-30deg, text(size: 40pt)[見本]))\n個人情報の取扱いについて、次のとおり定めます。',
  )
  expect(await lines(untagged(pdf))).toEqual(['個人情報の取扱いについて、次のとおり定めます。'])
  expect(await reasons(untagged(pdf))).toEqual(['見本: text set askew, such as a watermark'])
})

async function refusal(bytes: Uint8Array): Promise<string> {
  try {
    await sourceOfPdf(bytes)
  } catch (error) {
    if (error instanceof ParseRefused) return `${error.messages.ja} ${error.messages.en}`
    throw error
  }
  return ''
}

test('what holds no text, or cannot be opened, is refused with what to do', async () => {
  const drawn = pdfOf('#rect(width: 5cm, height: 5cm, fill: gray)')
  expect(await refusal(drawn)).toMatch(/文字認識（OCR）.*OCR/)
  expect(await refusal(Buffer.from('個人情報'))).toMatch(/PDFとして読めません.*damaged/)
  expect(await refusal(Buffer.from('%PDF-1.7\n%%EOF'))).toMatch(/PDFとして読めません/)
  const key = '<28BF4E5E4E758A4164004E56FFFA01082E2E00B6D0683E802F0CA9FE6453697A>'
  const locked = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj',
    `3 0 obj<</Filter/Standard/V 2/R 3/Length 128/P -44/O ${key}/U ${key}>>endobj`,
    'trailer<</Root 1 0 R/Encrypt 3 0 R/ID[<00><00>]/Size 4>>',
    '%%EOF',
  ].join('\n')
  expect(await refusal(Buffer.from(locked))).toMatch(/パスワード.*password/)
})

test('pages without end are refused', async () => {
  const endless = [
    '%PDF-1.4',
    '1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj',
    '2 0 obj<</Type/Pages/Kids[2 0 R]/Count 2000000>>endobj',
    'trailer<</Root 1 0 R/Size 3>>',
    '%%EOF',
  ].join('\n')
  expect(await refusal(Buffer.from(endless))).toMatch(
    /ページが多すぎます|PDFとして読めません|文字の情報がありません/,
  )
})
