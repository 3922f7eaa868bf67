import { expect, test } from 'vitest'
import { textOfHast } from '../../../src/core/read/docx/hast-text.ts'
import { readDocx } from '../../../src/core/read/docx/index.ts'
import { type DocxParts, docxOf, instance, list, lvl, num, p } from './docx-parts.ts'

function lines(parts: DocxParts): string[] {
  return readDocx(docxOf(parts)).root.children.map((node) =>
    node.type === 'element' ? textOfHast(node) : '',
  )
}
const nothing = '<w:suff w:val="nothing"/>'
const space = '<w:suff w:val="space"/>'

test('the numbers that Word counts are printed, level by level', () => {
  const numbering =
    list(
      1,
      lvl(0, 'decimal', '第%1条') +
        lvl(1, 'decimalFullWidth', '%2', space) +
        lvl(2, 'decimal', '(%3)') +
        lvl(3, 'aiueoFullWidth', '%4'),
    ) + instance(1)
  const body = [
    p('（適用）', num(1)),
    p('甲', num(1, 1)),
    p('乙', num(1, 1)),
    p('丙', num(1, 2)),
    p('丁', num(1, 3)),
    p('戊', num(1, 3)),
    p('（定義）', num(1)),
    p('己', num(1, 1)),
    p('庚', num(1, 2)),
  ].join('')
  expect(lines({ body, numbering })).toEqual([
    '第1条　（適用）',
    '１ 甲',
    '２ 乙',
    '(1)　丙',
    'ア　丁',
    'イ　戊',
    '第2条　（定義）',
    '１ 己',
    '(1)　庚',
  ])
})

test.each([
  ['decimal', '1 2 10 11 21'],
  ['decimalFullWidth', '１ ２ １０ １１ ２１'],
  ['decimalEnclosedCircle', '① ② ⑩ ⑪ 21'],
  ['decimalEnclosedParen', '⑴ ⑵ ⑽ ⑾ 21'],
  ['japaneseCounting', '一 二 十 十一 二十一'],
  ['ideographDigital', '一 二 一〇 一一 二一'],
  ['japaneseLegal', '壱 弐 壱拾 壱拾壱 弐拾壱'],
  ['aiueo', 'ｱ ｲ ｺ ｻ ﾅ'],
  ['aiueoFullWidth', 'ア イ コ サ ナ'],
  ['iroha', 'ｲ ﾛ ﾇ ﾙ ﾅ'],
  ['irohaFullWidth', 'イ ロ ヌ ル ナ'],
  ['lowerRoman', 'i ii x xi xxi'],
  ['upperLetter', 'A B J K U'],
  ['chicago', '* † ††† ‡‡‡ ******'],
  ['ideographTraditional', '甲 乙 癸 甲甲 甲甲甲'],
  ['decimalZero', '01 02 10 11 21'],
  ['ordinal', '1st 2nd 10th 11th 21st'],
])('%s counts as Word prints it', (format, expected) => {
  const numbering = list(1, lvl(0, format, '%1', nothing)) + instance(1)
  const all = lines({ body: p('', num(1)).repeat(21), numbering })
  expect([1, 2, 10, 11, 21].map((at) => all[at - 1]).join(' ')).toBe(expected)
})

test('an instance with a start of its own begins there, and only once', () => {
  const numbering =
    list(1, lvl(0, 'decimal', '(%1)', nothing)) +
    instance(1) +
    instance(2, 1, '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>') +
    instance(3, 1)
  const body = [1, 1, 2, 2, 3].map((id) => p('甲', num(id))).join('')
  expect(lines({ body, numbering })).toEqual(['(1)甲', '(2)甲', '(1)甲', '(2)甲', '(3)甲'])
})

test('an instance may look different from its list', () => {
  const override = `<w:lvlOverride w:ilvl="0">${lvl(0, 'irohaFullWidth', '%1．', nothing)}</w:lvlOverride>`
  const numbering =
    list(1, lvl(0, 'decimal', '%1', nothing)) + instance(1) + instance(2, 1, override)
  expect(lines({ body: p('甲', num(2)) + p('乙', num(2)), numbering })).toEqual([
    'イ．甲',
    'ロ．乙',
  ])
})

test('a level that is not to start over counts on, and legal numbering prints digits', () => {
  const numbering =
    list(
      1,
      lvl(0, 'japaneseCounting', '第%1章', nothing) +
        lvl(1, 'decimal', '第%2条', `<w:lvlRestart w:val="0"/>${nothing}`) +
        lvl(2, 'decimal', '%1-%2-%3', `<w:isLgl/>${nothing}`),
    ) + instance(1)
  const body = [0, 1, 1, 0, 1, 2].map((level) => p('', num(1, level))).join('')
  expect(lines({ body, numbering })).toEqual([
    '第一章',
    '第1条',
    '第2条',
    '第二章',
    '第3条',
    '2-3-1',
  ])
})

test('legal numbering writes the levels above in digits and keeps its own format', () => {
  const numbering =
    list(
      1,
      lvl(0, 'upperRoman', 'Article %1.', nothing) +
        lvl(1, 'decimalZero', 'Section %1.%2', `<w:isLgl/>${nothing}`),
    ) + instance(1)
  expect(lines({ body: p('', num(1)) + p('', num(1, 1)), numbering })).toEqual([
    'Article I.',
    'Section 1.01',
  ])
})

test('a level used for the first time begins those above it', () => {
  const numbering =
    list(1, lvl(0, 'decimal', '%1', nothing) + lvl(1, 'decimal', '%1.%2', nothing)) + instance(1)
  const body = [1, 0, 1, 0].map((level) => p('', num(1, level))).join('')
  expect(lines({ body, numbering })).toEqual(['1.1', '2', '2.1', '3'])
})

test('text boxes count for themselves', () => {
  const numbering = list(1, lvl(0, 'decimal', '(%1)', nothing)) + instance(1)
  const item = p('甲', num(1))
  const box = `<w:p><w:r><w:pict><v:textbox><w:txbxContent>${item}${item}</w:txbxContent></v:textbox></w:pict></w:r></w:p>`
  expect(lines({ body: item + box + item, numbering })).toEqual([
    '(1)甲',
    '(1)甲',
    '(2)甲',
    '(2)甲',
  ])
})

test('styles number their paragraphs, also by what they are based on; number 0 takes it away', () => {
  const numbering =
    list(
      1,
      lvl(0, 'decimal', '第%1条', '<w:pStyle w:val="jo"/>') +
        lvl(1, 'decimal', '%2', '<w:pStyle w:val="ko"/>'),
    ) + instance(7, 1)
  const styles =
    '<w:style w:type="paragraph" w:styleId="jo"><w:name w:val="条"/><w:pPr><w:numPr><w:numId w:val="7"/></w:numPr></w:pPr></w:style>' +
    '<w:style w:type="paragraph" w:styleId="ko"><w:name w:val="項"/><w:basedOn w:val="jo"/></w:style>' +
    '<w:style w:type="paragraph" w:styleId="jo2"><w:name w:val="条の二"/><w:basedOn w:val="jo"/></w:style>'
  const styled = (style: string, more = '') => p('甲', `<w:pStyle w:val="${style}"/>${more}`)
  const body =
    styled('jo') + styled('ko') + styled('ko') + styled('jo', num(0)) + styled('jo2') + styled('ko')
  expect(lines({ body, numbering, styles })).toEqual([
    '第1条　甲',
    '1　甲',
    '2　甲',
    '甲',
    '第2条　甲',
    '1　甲',
  ])
})

test('a list that links to a numbering style counts with the list of that style', () => {
  const numbering = `${list(1, `<w:styleLink w:val="numbers"/>${lvl(0, 'decimal', '%1．', nothing)}`)}${list(2, '<w:numStyleLink w:val="numbers"/>')}${instance(1)}${instance(2)}`
  const styles =
    '<w:style w:type="numbering" w:styleId="numbers"><w:name w:val="番号"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
  expect(lines({ body: p('甲', num(1)) + p('乙', num(2)), numbering, styles })).toEqual([
    '1．甲',
    '2．乙',
  ])
})

test('bullets of symbol fonts are read as they look', () => {
  const bullet = (sign: string, font: string) =>
    `<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="${sign}"/><w:rPr><w:rFonts w:ascii="${font}" w:hAnsi="${font}"/></w:rPr></w:lvl>`
  const numbering =
    list(1, bullet('\uf0b7', 'Symbol')) +
    list(2, bullet('\uf06c', 'Wingdings')) +
    list(3, bullet('o', 'Courier New')) +
    [1, 2, 3].map((id) => instance(id)).join('')
  const body = [1, 2, 3].map((id) => p('甲', num(id))).join('')
  expect(lines({ body, numbering })).toEqual(['•　甲', '●　甲', '○　甲'])
})

test('a custom format prints as its example', () => {
  const numbering =
    list(
      1,
      '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent><w:suff w:val="space"/><w:lvlText w:val="%1"/></w:lvl>',
    ) + instance(1)
  expect(lines({ body: p('甲', num(1)), numbering })).toEqual(['001 甲'])
})
