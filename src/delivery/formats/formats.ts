import type { PolicyDocument } from '../../core/document.ts'
import { docx } from '../../core/render/docx/index.ts'
import { type Renderer, formats as texts } from '../../core/render/index.ts'
import { pdf } from '../../platform/typst/pdf.ts'
import { PressRefusal } from '../../platform/typst/press.ts'
import { ReadRefused } from '../problem.ts'

/** Every format by the name that the API, the page and the answer to an `Accept` header know it by. */
export const formats = { ...texts, pdf, docx } satisfies Record<
  string,
  Renderer<string | Promise<Uint8Array>>
>
export type Format = keyof typeof formats

/** @throws ReadRefused when a format cannot be made here or now */
export async function render(
  document: PolicyDocument,
  format: Format,
): Promise<string | Uint8Array> {
  try {
    return await formats[format].render(document)
  } catch (error) {
    if (error instanceof PressRefusal) throw new ReadRefused(problemOf(error, format))
    throw error
  }
}

export function problemOf({ reason, words }: PressRefusal, format: Format) {
  const { extension } = formats[format]
  const others = Object.values(formats)
    .map((one) => one.extension)
    .filter((one) => one !== extension)
  return {
    ...problems[reason],
    title: { ja: 'この形式は作成できません', en: 'Cannot be made in this format' },
    detail: words,
    members: { format: extension, formats: others },
  } as const
}

const problems = {
  unavailable: { status: 501, code: 'format-unavailable' },
  busy: { status: 503, code: 'format-busy', headers: { 'Retry-After': '60' } },
  failed: { status: 503, code: 'format-failed', headers: { 'Retry-After': '60' } },
} as const satisfies Record<PressRefusal['reason'], object>
