import { ParseRefused } from '../parse/refused.ts'
import { linkTarget } from '../render/web-address.ts'
import { readDocx } from './docx/index.ts'
import { linesOfHast } from './hast.ts'
import type { Source } from './source.ts'

/** The policy in a Word document: the lines that Word prints, and everything in the file that it does not. */
export function sourceOfDocx(bytes: Uint8Array): Source {
  const { root, dropped } = readDocx(bytes)
  const lines = linesOfHast(root, { resolve: linkTarget })
  if (lines.length === 0)
    throw new ParseRefused({
      ja: 'このWord文書には本文の文字がありません（図や写真だけかもしれません）。文字のある.docxファイルを指定してください。',
      en: 'This Word document holds no text (perhaps only pictures). Give a .docx file with text.',
    })
  return { lines, dropped }
}
