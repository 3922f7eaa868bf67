import { describe, expect, test } from 'vitest'
import { type PolicyDocument, textOf } from '../../src/core/document.ts'
import { docx } from '../../src/core/render/docx/index.ts'
import { pdf } from '../../src/platform/typst/pdf.ts'
import { everyNode } from './every-node.ts'
import { inItsFonts, onPaper, textInDocx, textInPdf } from './read-paper.ts'

/** What means something to Typst, OOXML, fields of Word, a shell or a bidi algorithm, and in a policy is only text. */
const payloads = [
  '#panic("x")#read("/etc/passwd")#import "@preview/x:1.0.0"',
  '$ x_1 $ *a* _b_ `c` <a1> @a1 = h + i / t: d \\ \\u{41} ~ -- ---',
  '= 見出し\n- 項目\n+ 項目\n/ 語: 意味',
  '"); #set text(red); #("',
  '//comment /* comment */',
  '<w:p><w:r><w:t>x</w:t></w:r></w:p> & &amp; &#8; ]]> <!-- <?xml?>',
  '{ HYPERLINK "javascript:alert(1)" } { INCLUDETEXT "/etc/passwd" } _x0008_ %1 %2',
  '<script>alert(1)</script>',
  '\u0001\u0007\u000b\u000c\u001b\u007f\u0085\u009f',
  '\ud800 \udfff \ud800\ud800 \ufffe \uffff \ufdd0 \u{1fffe} \u{10ffff}',
  '\u202eevil\u202c \u2066x\u2069 \u200e\u200f\u061c عربي עברית',
  '\u200b\u200c\u200d\u2060\ufeff\u00ad',
  '葛\u{e0100}城 e\u0301 が カ\u3099 ☎\ufe0f 👨\u200d👩\u200d👧 📞 \ue000',
  '\u2028\u2029\t\u00a0\u3000',
  '字'.repeat(800),
  'x'.repeat(800),
] as const

/** A policy with a payload at the end of every string that is printed, or leads somewhere, or names something. */
function laden(locale: 'ja' | 'en', payload: string): PolicyDocument {
  const fields = /^(?:text|value|marker|label|heading|number|term|name|url|id|target|record)$/
  const fill = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') return fields.test(key) ? value + payload : value
    if (Array.isArray(value)) return value.map((item) => fill(item, ''))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, its]) => [name, fill(its, name)]))
  }
  return fill(everyNode(locale), '') as PolicyDocument
}

const sorted = (text: string) => [...text].sort().join('')
const bare = (text: string) => text.replaceAll(/\s/g, '')
const shown = (text: string) => text.replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')

describe.each(['ja', 'en'] as const)('%s', (locale) => {
  test.each(payloads)('%j is text in every field, on every paper', async (payload) => {
    const document = laden(locale, payload)
    const text = bare(onPaper(textOf(document)))
    expect(bare(textInDocx(await docx.render(document)))).toBe(text)
    const printed = shown(bare(await textInPdf(await pdf.render(document))))
    // A row of a table that goes on on the next page is read page by page: all of it, in that order.
    if (payload.length < 500) expect(printed).toBe(inItsFonts(text))
    else expect(sorted(printed)).toBe(sorted(inItsFonts(text)))
  })
})
