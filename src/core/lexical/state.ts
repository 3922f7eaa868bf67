/**
 * The body of a section is a piece of the tree in the editor's clothing: Lexical's JSON, of which these are the parts
 * that we read and write. A typed node is a Payload block (`block`, `inlineBlock`) whose `blockType` is the node's
 * type; what it prints lies in its record, or in its own fields when it has none.
 */
export type LexicalNode = {
  readonly type: string
  readonly version: number
  readonly [key: string]: unknown
}
export type LexicalElement = LexicalNode & { readonly children: readonly LexicalNode[] }
export type LexicalState = { readonly root: LexicalElement }

/** The typed nodes that stand on lines of their own, in the order of the editor's menu. */
export const bodyBlocks = [
  'purposeList',
  'exceptionClauseList',
  'safetyMeasureList',
  'jointUse',
  'procedure',
  'externalServiceList',
  'contact',
  'endMark',
] as const
export type BodyBlock = (typeof bodyBlocks)[number]

/** The typed nodes that stand inside a sentence, in the order of the editor's menu. */
export const bodyInlineBlocks = [
  'purpose',
  'exceptionClause',
  'jointUsePartner',
  'safetyMeasure',
  'contact',
  'value',
  'definedTerm',
  'termReference',
  'sectionReference',
  'lawReference',
  'date',
  'fee',
  'jointUsePurpose',
  'jointUseDataItem',
  'jointUseStatement',
  'procedureItem',
  'externalService',
] as const
export type BodyInlineBlock = (typeof bodyInlineBlocks)[number]

/** Lexical's format bit of bold text. */
export const BOLD = 1

/** Where Lexical keeps state that a node type does not know: the printed marker of a list item lives there. */
export const NODE_STATE = '$'

export function childrenOfElement(node: LexicalNode): readonly LexicalNode[] {
  return Array.isArray(node.children) ? (node.children as LexicalNode[]) : []
}

/** The fields of a block or inline block. */
export function fieldsOf(node: LexicalNode): Readonly<Record<string, unknown>> {
  return (node.fields ?? {}) as Record<string, unknown>
}

/** The rows of a list block. */
export function rowsOf(
  fields: Readonly<Record<string, unknown>>,
): readonly Readonly<Record<string, unknown>>[] {
  return Array.isArray(fields.rows) ? (fields.rows as Record<string, unknown>[]) : []
}
