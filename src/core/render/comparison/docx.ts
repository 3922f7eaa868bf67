import type { ComparisonTable } from '../../compare/table/index.ts'

/** A 新旧対照表 that an editor can go on with in Word: one table on A4 sideways, its head on every page. */
export async function comparisonDocx(table: ComparisonTable): Promise<Uint8Array> {
  // A large library, of no use to whoever never asks for this format.
  const [{ comparisonDocument }, { packed }] = await Promise.all([
    import('./docx-document.ts'),
    import('../docx/pack.ts'),
  ])
  return packed(comparisonDocument(table))
}
