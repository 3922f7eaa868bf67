import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { ParseRefused } from '../../../src/core/parse/index.ts'
import { readDocx } from '../../../src/core/read/docx/index.ts'
import { docxFiles, docxOf, p } from './docx-parts.ts'

function refusal(bytes: Uint8Array): string {
  try {
    readDocx(bytes)
  } catch (error) {
    if (error instanceof ParseRefused) return `${error.messages.ja} ${error.messages.en}`
    throw error
  }
  return ''
}
const files = docxFiles({ body: p('個人情報') })

test('what is no Word document is refused with what to do', () => {
  expect(refusal(strToU8('個人情報'))).toMatch(/壊れている.*damaged/)
  expect(refusal(docxOf({ body: p('個人情報') }).subarray(0, 600))).toMatch(/壊れている/)
  expect(refusal(zipSync({ 'a.txt': strToU8('個人情報') }))).toMatch(/本文が見つかりません/)
  expect(refusal(zipSync({ ...files, 'word/document.xml': strToU8('<x/>') }))).toMatch(
    /本文が見つかりません/,
  )
  expect(refusal(zipSync({ ...files, 'word/document.xml': strToU8('<w:p') }))).toMatch(
    /word\/document\.xml/,
  )
})

test('old, encrypted and macro files are each refused for what they are', () => {
  const ole = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]
  const wide = [...'EncryptedPackage'].flatMap((sign) => [sign.charCodeAt(0), 0])
  expect(refusal(Uint8Array.from([...ole, ...wide]))).toMatch(/パスワード.*password/)
  expect(refusal(Uint8Array.from([...ole, 0, 0]))).toMatch(/\.doc）.*old Word format/)
  const contentType = 'application/vnd.ms-word.document.macroEnabled.main+xml'
  expect(refusal(docxOf({ body: '', contentType }))).toMatch(/マクロ.*macros/)
  const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
  expect(refusal(docxOf({ body: '', contentType: sheet }))).toMatch(/本文が見つかりません/)
})

test('a bomb is refused before it is unpacked, also when its directory lies', () => {
  const bomb = new Uint8Array(8 * 1024 * 1024)
  const honest = zipSync({ ...files, 'word/document.xml': bomb })
  expect(refusal(honest)).toMatch(/大きくなりすぎる.*unpacks/)
  const lying = Uint8Array.from(honest)
  const view = new DataView(lying.buffer)
  for (let at = 0; at + 4 < lying.length; at++)
    if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 1000, true)
  expect(refusal(lying)).toMatch(/大きくなりすぎる/)
})

test('bottomless nesting and document types are refused', () => {
  const nested = '<w:tbl><w:tr><w:tc>'.repeat(100_000)
  expect(refusal(zipSync(docxFiles({ body: nested }), { level: 0 }))).toMatch(
    /入れ子が深すぎる.*nested too deeply/,
  )
  const entities = `<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>`
  const document = strToU8(entities + new TextDecoder().decode(files['word/document.xml']))
  expect(refusal(zipSync({ ...files, 'word/document.xml': document }))).toMatch(/DOCTYPE/)
})

test('styles and numberings that refer to each other in a circle come to an end', () => {
  const styles =
    '<w:style w:type="paragraph" w:styleId="a"><w:basedOn w:val="b"/></w:style><w:style w:type="paragraph" w:styleId="b"><w:basedOn w:val="a"/></w:style>' +
    '<w:style w:type="numbering" w:styleId="n"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
  const numbering =
    '<w:abstractNum w:abstractNumId="1"><w:numStyleLink w:val="n"/></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
  const body = p('甲', '<w:pStyle w:val="a"/><w:numPr><w:numId w:val="1"/></w:numPr>')
  expect(readDocx(docxOf({ body, styles, numbering })).root.children).toHaveLength(1)
})

test('alternatives within alternatives are read in one go', () => {
  const open = '<mc:AlternateContent><mc:Choice Requires="wps">'.repeat(100)
  const close = '</mc:Choice><mc:Fallback/></mc:AlternateContent>'.repeat(100)
  expect(readDocx(docxOf({ body: open + p('甲') + close })).root.children).toHaveLength(1)
})
