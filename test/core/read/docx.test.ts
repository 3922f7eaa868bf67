import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { readDocx } from '../../../src/core/read/docx/index.ts'
import { type DocxParts, docxOf, p, r } from './docx-parts.ts'

function read(parts: DocxParts) {
  const { root, dropped } = readDocx(docxOf(parts))
  return { html: toHtml(root), dropped: dropped.map(({ text, why }) => `${text}: ${why.en}`) }
}
const html = (body: string, parts: Partial<DocxParts> = {}) => read({ body, ...parts }).html

test('headings by their style, its base, its outline level, or the paragraph’s own', () => {
  const style = (id: string, name: string, more = '') =>
    `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/>${more}</w:style>`
  const styles =
    style('1', 'heading 1') +
    style('m2', '見出し 2') +
    style('x', '条見出し', '<w:basedOn w:val="1"/>') +
    style('y', '独自', '<w:pPr><w:outlineLvl w:val="2"/></w:pPr>')
  const styled = (id: string) => p(id, `<w:pStyle w:val="${id}"/>`)
  const body =
    styled('1') + styled('m2') + styled('x') + styled('y') + p('z', '<w:outlineLvl w:val="0"/>')
  expect(html(body, { styles })).toBe('<h1>1</h1><h2>m2</h2><h1>x</h1><h3>y</h3><h1>z</h1>')
  const title = style('T', 'Title')
  expect(html(styled('T') + styled('1'), { styles: styles + title })).toBe('<h1>T</h1><h2>1</h2>')
})

test('line breaks, tabs, hyphens, symbols and wide spaces stand where they print', () => {
  const run = (content: string) => `<w:r>${content}</w:r>`
  const body = `<w:p>${run('<w:t>電話</w:t><w:tab/><w:t>03</w:t><w:noBreakHyphen/><w:t>0000</w:t><w:br/><w:t xml:space="preserve">　次の　行</w:t><w:softHyphen/><w:sym w:font="Wingdings" w:char="F0FC"/>')}</w:p>`
  expect(html(body)).toBe('<p>電話　03-0000<br>　次の　行✓</p>')
})

test('bold and links', () => {
  const link = `<w:hyperlink r:id="l1">${r('窓口')}</w:hyperlink>`
  const field =
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> HYPERLINK "https://www.example.jp/b" </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
    r('方針') +
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
  const body = `<w:p>${r('甲', '<w:b/>')}${r('乙', '<w:b w:val="0"/>')}${link}${field}</w:p>`
  expect(html(body, { links: { l1: 'https://www.example.jp/a' } })).toBe(
    '<p><strong>甲</strong>乙<a href="https://www.example.jp/a">窓口</a><a href="https://www.example.jp/b">方針</a></p>',
  )
})

test('tables keep merged cells', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${p(text)}</w:tc>`
  const row = (cells: string, properties = '') =>
    `<w:tr><w:trPr>${properties}</w:trPr>${cells}</w:tr>`
  const body = `<w:tbl>${row(cell('項目') + cell('内容', '<w:gridSpan w:val="2"/>'), '<w:tblHeader/>')}${row(
    cell('窓口', '<w:vMerge w:val="restart"/>') + cell('電話') + cell('03-0000-0000'),
  )}${row(cell('', '<w:vMerge/>') + cell('受付') + cell('平日'))}</w:tbl>`
  expect(html(body)).toBe(
    '<table><tbody><tr><th><p>項目</p></th><th colspan="2"><p>内容</p></th></tr><tr><td rowspan="2"><p>窓口</p></td><td><p>電話</p></td><td><p>03-0000-0000</p></td></tr><tr><td><p>受付</p></td><td><p>平日</p></td></tr></tbody></table>',
  )
})

test('tracked changes are read as accepted, and what they delete is told', () => {
  const body =
    `<w:p>${r('当社は')}<w:ins>${r('、個人情報を')}</w:ins><w:del><w:r><w:delText>、情報を</w:delText></w:r></w:del>${r('取り扱います。')}</w:p>` +
    `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${r('前半')}</w:p>${p('後半')}` +
    `<w:p><w:moveFrom>${r('移る')}</w:moveFrom></w:p><w:p><w:moveTo>${r('移る')}</w:moveTo></w:p>`
  expect(read({ body })).toEqual({
    html: '<p>当社は、個人情報を取り扱います。</p><p>前半後半</p><p>移る</p>',
    dropped: ['、情報を: deleted in tracked changes', '移る: moved elsewhere in tracked changes'],
  })
})

test('what does not print is told: hidden text, comments, headers, ruby, the table of contents', () => {
  const toc =
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC \\o "1-3"</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' +
    r('1 目的 2') +
    '</w:p><w:p>' +
    r('2 範囲 3') +
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
  const ruby =
    '<w:r><w:ruby><w:rt><w:r><w:t>おおさわ</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>大澤</w:t></w:r></w:rubyBase></w:ruby></w:r>'
  const body = `${toc}<w:p>${r('甲')}${r('内緒', '<w:vanish/>')}${ruby}</w:p>`
  const { html, dropped } = read({
    body,
    header: p('社外秘'),
    footer: p('1'),
    comments: `<w:comment w:id="0">${p('要確認')}</w:comment>`,
  })
  expect(html).toBe('<p>甲大澤</p>')
  expect(dropped).toEqual([
    '1 目的 2: table of contents or index',
    '2 範囲 3: table of contents or index',
    '内緒: hidden text',
    'おおさわ: reading aid (ruby)',
    '社外秘: page header',
    '1: page footer',
    '要確認: comment',
  ])
})

test('notes stand below what refers to them', () => {
  const note = (id: number, text: string) => `<w:footnote w:id="${id}">${p(text)}</w:footnote>`
  const reference = (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`
  const { html, dropped } = read({
    body: `<w:p>${r('氏名')}${reference(2)}${r('を取得します。')}</w:p>${p('次')}`,
    footnotes: note(2, '旧姓を含みます。') + note(3, '使われない注'),
  })
  expect(html).toBe('<p>氏名※1を取得します。</p><p>※1　旧姓を含みます。</p><p>次</p>')
  expect(dropped).toEqual([
    '1: number of a note; it is marked ※1, ※2 … and stands right below what refers to it',
    '使われない注: note that nothing refers to',
  ])
})

test('a text box is read once, after the paragraph that it hangs on', () => {
  const box = (text: string) => `<w:txbxContent>${p(text)}</w:txbxContent>`
  const body = `<w:p>${r('本文')}<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><wps:txbx>${box('囲み')}</wps:txbx></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${box('囲み')}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`
  expect(read({ body })).toEqual({ html: '<p>本文</p><p>囲み</p>', dropped: [] })
})

test('enclosed characters of Word, which are fields without result', () => {
  const body =
    '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>eq \\o\\ac(○,印)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'
  expect(read({ body })).toEqual({
    html: '<p>印</p>',
    dropped: ['○: enclosure around a character'],
  })
})
