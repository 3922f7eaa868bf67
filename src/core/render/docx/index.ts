import type { PolicyDocument } from '../../document.ts'
import { paperOf } from '../paper/index.ts'
import type { Renderer } from '../renderer.ts'

/**
 * A document that an editor can go on with in Word: heading styles, numbers that count on, bookmarks. What prints is
 * the printed text all the same: a number is Word's own only where Word counts to just the printed one.
 */
export const docx: Renderer<Promise<Uint8Array>> = {
  label: { ja: 'Word', en: 'Word' },
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  extension: '.docx',
  render: renderDocx,
}

async function renderDocx(document: PolicyDocument): Promise<Uint8Array> {
  // A large library, of no use to whoever never asks for this format.
  const [{ docxOf }, { packed }] = await Promise.all([import('./document.ts'), import('./pack.ts')])
  return packed(docxOf(paperOf(document)))
}
