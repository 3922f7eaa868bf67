import type { PolicyDocument } from '../../core/document.ts'
import { typstOf } from '../../core/render/typst/index.ts'
import { press } from './press.ts'

/** After a server has become ready, in milliseconds: whoever waited for it comes first. */
const LATER = 1_000

/** Starts the press of a server and has it print a line, so that the first reader of a PDF finds its fonts loaded. */
export function warmPress(): void {
  setTimeout(() => {
    press()
      .print(typstOf(aLine))
      // Nobody waits for it; who asks for a PDF is told why there is none.
      .catch(() => undefined)
  }, LATER).unref()
}

const aLine: PolicyDocument = {
  type: 'document',
  schema: 1,
  locale: 'ja',
  title: { text: '個人情報保護方針', printed: true },
  organisation: { id: '', legalName: '', selfTerm: '当社', representatives: [] },
  dates: [],
  children: [
    {
      type: 'list',
      children: [
        {
          type: 'listItem',
          marker: '（１）',
          children: [
            {
              type: 'paragraph',
              children: [{ type: 'text', value: '当社は、個人情報を適正に取得します。' }],
            },
          ],
        },
      ],
    },
  ],
}
