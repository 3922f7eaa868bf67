import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { nodesOf } from '../../src/core/document.ts'
import { ParseRefused } from '../../src/core/parse/index.ts'
import { readPolicy, readPolicyApart } from '../../src/operations/importing/read-policy.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const binary = (text: string) => Uint8Array.from(text, (sign) => sign.charCodeAt(0))
const many = 100_000

async function refusalOf(bytes: Uint8Array, name?: string): Promise<{ ja: string; en: string }> {
  const outcome = await readPolicy(bytes, name === undefined ? {} : { name }).catch(
    (error: unknown) => error,
  )
  if (outcome instanceof ParseRefused) return outcome.messages
  throw new TypeError(`Expected a refusal, not \`${outcome}\``)
}

/** Far above the five seconds that a reader waits, since tests share the machine. */
const patience = 30_000

describe('files that are no policy are refused by what they are', () => {
  const part = utf8('x')
  const cases: readonly [string, Uint8Array, string | undefined, string, string][] = [
    ['nothing', utf8(''), 'a.txt', 'ファイルが空です。', 'The file is empty.'],
    ['a picture', binary('\x89PNG\r\n\x1a\n\0\0'), 'a.pdf', '画像です。', 'a picture.'],
    [
      'an old .doc',
      binary('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0'),
      'a.doc',
      '.docx を選んで保存',
      'save it as .docx',
    ],
    [
      'a .docx with a password',
      binary(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0${[...'EncryptedPackage'].join('\0')}\0`),
      'a.docx',
      'パスワードを外し',
      'remove the password',
    ],
    ['RTF', utf8('{\\rtf1 個人情報}'), 'a.docx', 'リッチテキスト', 'a rich text file'],
    ['Excel', zipSync({ 'xl/workbook.xml': part }), 'a.xlsx', 'Excel のファイル', 'an Excel file'],
    ['a ZIP', zipSync({ 'policy.txt': part }), 'a.zip', '取り出して指定', 'Unpack it'],
    ['bytes', binary('\0\x01\x02個'.repeat(99)), undefined, 'バイナリ', 'a binary file'],
    [
      'XML that laughs',
      utf8(
        '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "個人情報"><!ENTITY b "&a;&a;">]><l>&b;</l>',
      ),
      'a.xml',
      'XMLファイル',
      'an XML file',
    ],
    [
      'a recipe',
      utf8('# カレー\n\n1. 玉ねぎを切る\n'),
      'a.md',
      'には見えません',
      'does not look like',
    ],
    [
      'a page written by its scripts',
      utf8('<!doctype html><div id="root"></div><script>"個人情報"</script>'),
      'a.html',
      'スクリプトで表示',
      'written by its scripts',
    ],
    ['50 MB', new Uint8Array(50_000_000).fill(0x61), 'a.txt', '50 MB、上限 5 MB', 'at most 5 MB'],
    [
      'a book',
      utf8('当社は、個人情報を適切に取り扱います。\n'.repeat(80_000)),
      'a.txt',
      '文書が長すぎます',
      'The text is too long',
    ],
  ]
  test.each(cases)('%s', { timeout: patience }, async (_, bytes, name, ja, en) => {
    const messages = await refusalOf(bytes, name)
    expect(messages.ja).toContain(ja)
    expect(messages.en).toContain(en)
  })
})

describe('hostile files cost little and are refused', () => {
  const html = (body: string) => utf8(`<!doctype html><body><p>個人情報</p>${body}`)
  const markdown = (body: string) => utf8(`# 個人情報の取扱い\n\n${body}\n`)
  const wideTable = ['a|', '-|', 'a|'].map((cell) => `|${cell.repeat(many)}`).join('\n')
  const tooDeep = /深すぎます/
  const tooCostly = /時間かメモリーがかかりすぎる/
  const cases: readonly [string, Uint8Array, string, RegExp][] = [
    ['nested elements', html('<div>'.repeat(many)), 'a.html', tooDeep],
    ['nested lists', html('<ul><li>'.repeat(many)), 'a.html', tooDeep],
    ['nested tables', html('<table><tr><td>'.repeat(many)), 'a.html', tooDeep],
    ['unclosed bold', html('<p><b>'.repeat(many)), 'a.html', tooDeep],
    ['nested quotes', markdown('>'.repeat(many)), 'a.md', tooDeep],
    ['nested lists of Markdown', markdown('- '.repeat(many)), 'a.md', tooDeep],
    ['nested HTML in Markdown', markdown('<div>'.repeat(many)), 'a.md', tooDeep],
    [
      'numbers without end',
      utf8(`個人情報\n${'①個人情報\n'.repeat(30_000)}`),
      'a.txt',
      /行が多すぎます/,
    ],
    ...['[', '*', '`', '**a ', '![]('].map((sign): [string, Uint8Array, string, RegExp] => [
      `unclosed ${sign}`,
      markdown(sign.repeat(many)),
      'a.md',
      /記号が多すぎます/,
    ]),
    ['a table wider than any page', markdown(wideTable), 'a.md', tooCostly],
    [
      'an element with as many attributes as fit',
      html(`<a ${Array.from({ length: 4 * many }, (_, i) => `a${i}=1`).join(' ')}>`),
      'a.html',
      tooCostly,
    ],
  ]
  test.each(cases)('%s', { timeout: patience }, async (_, bytes, name, reason) => {
    const before = process.memoryUsage.rss()
    expect((await refusalOf(bytes, name)).ja).toMatch(reason)
    // What a file costs is the child's: here remain its bytes, and those on their way to the child.
    expect(process.memoryUsage.rss() - before).toBeLessThan(150_000_000)
  })
})

describe('the content of a file says what it is, then its name', () => {
  const page =
    '<!doctype html><html lang="ja"><body><h1>プライバシーポリシー</h1><h2>利用目的</h2><p>当社は、個人情報を次の目的に利用します。</p><ol><li>商品の発送のため</li></ol></body></html>'
  const cases: readonly [string, string, string | undefined, string][] = [
    ['a page named .txt', page, 'a.txt', '1. '],
    ['a page that is piped in', page, undefined, '1. '],
    [
      'Markdown that is piped in',
      '# プライバシーポリシー\n\n## 利用目的\n\n- 商品の発送のため\n',
      undefined,
      '・',
    ],
    [
      'plain text',
      'プライバシーポリシー\n1 利用目的\n次の目的に利用します。\n- 商品の発送のため\n',
      'a.txt',
      '- ',
    ],
  ]
  test.each(cases)('%s', { timeout: patience }, async (_, text, name, marker) => {
    const { document } = await readPolicy(utf8(text), name === undefined ? {} : { name })
    expect(nodesOf(document, 'purpose')[0]).toMatchObject({ marker, text: '商品の発送のため' })
  })
})

describe('a file that is read and understood in a process of its own', () => {
  test.each([
    ['a.txt', 'プライバシーポリシー\n1 利用目的\n次の目的に利用します。\n- 商品の発送のため\n'],
    ['a.md', '# プライバシーポリシー\n\n## 利用目的\n\n- 商品の発送のため\n'],
  ])('%s is understood as it is here', { timeout: patience }, async (name, text) => {
    const bytes = utf8(text)
    expect(await readPolicyApart(bytes, { name })).toEqual(await readPolicy(bytes, { name }))
  })

  test('is refused as here, and the next one is read', { timeout: patience }, async () => {
    const [refused, read] = await Promise.allSettled([
      readPolicyApart(utf8('カレーの作り方'), { name: 'a.txt' }),
      readPolicyApart(utf8('プライバシーポリシー\n個人情報を守ります。\n'), { name: 'b.txt' }),
    ])
    expect(refused).toMatchObject({ reason: { name: 'ParseRefused' } })
    expect(read.status).toBe('fulfilled')
  })
})
