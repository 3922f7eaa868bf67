import type { ComparisonTable } from '../../core/compare/table/index.ts'
import { comparisonDocx } from '../../core/render/comparison/docx.ts'
import { comparisonHtml } from '../../core/render/comparison/html.ts'
import { comparisonMarkdown } from '../../core/render/comparison/markdown.ts'
import { comparisonText } from '../../core/render/comparison/text.ts'
import { comparisonPdf } from '../../platform/typst/comparison-pdf.ts'
import { PressRefusal } from '../../platform/typst/press.ts'
import { type Format, problemOf } from '../formats/formats.ts'
import type { Compared } from '../kept/comparisons.ts'
import { ReadRefused } from '../problem.ts'

/** A 新旧対照表 in every format that a policy is served in, but for JSON, which holds more than the table. */
export const comparisonFormats = {
  html: comparisonHtml,
  markdown: comparisonMarkdown,
  text: comparisonText,
  pdf: comparisonPdf,
  docx: comparisonDocx,
} satisfies {
  readonly [F in Exclude<Format, 'json'>]: (table: ComparisonTable) => string | Promise<Uint8Array>
}

/** @throws ReadRefused when a format cannot be made here or now */
export async function comparisonAs(
  format: Format,
  { comparison: { changes, patch }, table }: Compared,
  about: object,
): Promise<string | Uint8Array> {
  if (format === 'json') return JSON.stringify({ ...about, changes, table, patch })
  try {
    return await comparisonFormats[format](table)
  } catch (error) {
    if (error instanceof PressRefusal) throw new ReadRefused(problemOf(error, format))
    throw error
  }
}
