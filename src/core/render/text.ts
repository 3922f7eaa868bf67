import { printedText } from './printed.ts'
import type { Renderer } from './renderer.ts'

/**
 * The printed lines and no others: the non-blank lines, trimmed, are those of `textOf`. What is added is air: a blank
 * line around sections, and before 以上 and signatures; what continues a list item is indented below it.
 */
export const text: Renderer = {
  label: { ja: 'テキスト', en: 'Plain text' },
  mediaType: 'text/plain; charset=utf-8',
  extension: '.txt',
  render: (document) => `${printedText(document)}\n`,
}
