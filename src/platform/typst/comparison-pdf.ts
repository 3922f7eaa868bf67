import type { ComparisonTable } from '../../core/compare/table/index.ts'
import { comparisonTypst } from '../../core/render/comparison/typst.ts'
import { press } from './press.ts'

/** A 新旧対照表 for paper and for archives: PDF/UA-1 (ISO 14289-1). */
export function comparisonPdf(table: ComparisonTable): Promise<Uint8Array> {
  return press().print(comparisonTypst(table))
}
