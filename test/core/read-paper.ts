import fs from 'node:fs'
import { createRequire } from 'node:module'
import type { ElementContent, Root } from 'hast'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { readDocx } from '../../src/core/read/docx/index.ts'
import { coverageOf } from '../../src/platform/typst/coverage.mjs'

/** What a document of Word prints, its counted numbers included, by the project's own reader. */
export function textInDocx(bytes: Uint8Array): string {
  return textIn(readDocx(bytes).root)
}

function textIn(node: Root | ElementContent | Root['children'][number]): string {
  if (node.type === 'text') return node.value
  if (!('children' in node)) return ''
  const text = node.children.map(textIn).join('')
  return node.type === 'element' && ['p', 'br', 'li', 'td', 'th'].includes(node.tagName)
    ? `${text}\n`
    : text
}

/** What a PDF prints without its artifacts: page numbers are none of the policy's. */
export async function textInPdf(bytes: Uint8Array): Promise<string> {
  const loading = getDocument({ data: Uint8Array.from(bytes), useSystemFonts: false, verbosity: 0 })
  const pdf = await loading.promise
  const pages: string[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const content = await page.getTextContent({
      includeMarkedContent: true,
      disableNormalization: true,
    })
    const open: boolean[] = []
    for (const item of content.items) {
      if ('str' in item) {
        if (!open.includes(true)) pages.push(item.str)
      } else if (item.type.startsWith('begin')) {
        open.push('tag' in item && item.tag === 'Artifact')
      } else open.pop()
    }
  }
  await loading.destroy()
  return pages.join('')
}

const require = createRequire(import.meta.url)
const fonts = [
  'noto-serif-jp/400Regular/NotoSerifJP_400Regular',
  'noto-sans-jp/700Bold/NotoSansJP_700Bold',
].map((name) => coverageOf(fs.readFileSync(require.resolve(`@expo-google-fonts/${name}.ttf`))))

/** A text as paper can have it: U+FFFD for what is no character of a text. */
export const onPaper = (text: string) =>
  [...text]
    .map((sign) =>
      /[^\P{C}\p{Cf}\p{Co}\p{Cn}\s]|\p{Noncharacter_Code_Point}/u.test(sign) ? '\ufffd' : sign,
    )
    .join('')

/** A text as the fonts of a PDF can have it: 〓 for what they lack, and nothing for what shows nothing. */
export const inItsFonts = (text: string) =>
  [...onPaper(text)]
    .filter((sign) => !/\p{Default_Ignorable_Code_Point}/u.test(sign))
    .map((sign) => (fonts.some((has) => has(sign.codePointAt(0) ?? 0)) ? sign : '〓'))
    .join('')
