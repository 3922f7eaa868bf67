import type { PolicyDocument } from '../document.ts'
import { type DateKind, visit } from '../document.ts'
import type { ComposeProblem } from '../printing.ts'
import type { PolicyRecord } from '../records.ts'

/**
 * The dates that a text states itself although the policy prints them from its editions: two dates of revision, of
 * which one will be wrong one day.
 */
export function datesPrintedTwice(
  document: PolicyDocument,
  { id, prints }: Pick<PolicyRecord, 'id' | 'prints'>,
): readonly ComposeProblem[] {
  const printed: readonly DateKind[] = [
    ...(prints?.dates || prints?.history ? (['enacted', 'revised'] as const) : []),
    ...(prints?.supplement ? (['effective'] as const) : []),
  ]
  if (printed.length === 0) return []
  const problems: ComposeProblem[] = []
  const firstSection = document.children.findIndex(({ type }) => type === 'section')
  visit(document, (node, ancestors) => {
    if (node.type !== 'date' || !node.kinds.some((kind) => printed.includes(kind))) return
    const section = ancestors.findLast((ancestor) => ancestor.type === 'section')
    const place = document.children.indexOf(ancestors[1] as never)
    const field = firstSection < 0 || place < firstSection ? 'preamble' : 'closing'
    problems.push({
      ...(section
        ? { collection: 'sections', id: section.id, field: 'body' }
        : { collection: 'policy', id, field }),
      message: {
        ja: `本文に日付「${node.text}」が書かれていますが、このポリシーは制定日・改定日・施行日を版から印字します。本文の日付を外すか、版からの印字をやめてください。`,
        en: `The text states the date ${node.text}, and the policy prints its dates from its editions. Take the date out of the text, or do not print it from the editions.`,
      },
    })
  })
  return problems
}
