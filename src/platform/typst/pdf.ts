import type { Renderer } from '../../core/render/index.ts'
import { typstOf } from '../../core/render/typst/index.ts'
import { press } from './press.ts'

/** For paper and for archives: PDF/UA-1 (ISO 14289-1), tagged, with its fonts in it. */
export const pdf: Renderer<Promise<Uint8Array>> = {
  label: { ja: 'PDF', en: 'PDF' },
  mediaType: 'application/pdf',
  extension: '.pdf',
  render: (document) => press().print(typstOf(document)),
}
