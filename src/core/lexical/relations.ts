import {
  childrenOfElement,
  fieldsOf,
  type LexicalNode,
  type LexicalState,
  rowsOf,
} from './state.ts'

/** The kinds of records that a body can print, as `PolicyRecords` names them. */
export const relationKinds = [
  'purposes',
  'exceptionClauses',
  'jointUsePartners',
  'safetyMeasures',
  'contacts',
] as const
export type RelationKind = (typeof relationKinds)[number]

/** What bodies print or point at: ids in reading order, each once. */
export type Relations = { readonly [K in RelationKind]: readonly string[] } & {
  /** Sections that references point at. */
  readonly sections: readonly string[]
}

const kindOfBlock: { readonly [blockType: string]: RelationKind } = {
  purpose: 'purposes',
  purposeList: 'purposes',
  exceptionClause: 'exceptionClauses',
  exceptionClauseList: 'exceptionClauses',
  jointUsePartner: 'jointUsePartners',
  jointUse: 'jointUsePartners',
  safetyMeasure: 'safetyMeasures',
  safetyMeasureList: 'safetyMeasures',
  contact: 'contacts',
}

/** Ids inside Lexical are no foreign keys; this finds them, so that they can be checked and derived into relations. */
export function relationsIn(states: Iterable<LexicalState | null | undefined>): Relations {
  const found = {
    purposes: new Set<string>(),
    exceptionClauses: new Set<string>(),
    jointUsePartners: new Set<string>(),
    safetyMeasures: new Set<string>(),
    contacts: new Set<string>(),
    sections: new Set<string>(),
  }
  const add = (kind: keyof Relations, value: unknown) => {
    const id = typeof value === 'object' && value ? (value as { id?: unknown }).id : value
    if (typeof id === 'string' && id !== '') found[kind].add(id)
  }
  const walk = (node: LexicalNode): void => {
    if (node.type === 'block' || node.type === 'inlineBlock') {
      const fields = fieldsOf(node)
      const kind = kindOfBlock[String(fields.blockType)]
      if (kind) for (const holder of [fields, ...rowsOf(fields)]) add(kind, holder.record)
      if (fields.blockType === 'value') {
        add('contacts', fields.contact)
        add('jointUsePartners', fields.jointUsePartner)
      }
      if (fields.blockType === 'sectionReference') add('sections', fields.target)
    }
    for (const child of childrenOfElement(node)) walk(child)
  }
  for (const state of states) if (state?.root) walk(state.root)
  return {
    purposes: [...found.purposes],
    exceptionClauses: [...found.exceptionClauses],
    jointUsePartners: [...found.jointUsePartners],
    safetyMeasures: [...found.safetyMeasures],
    contacts: [...found.contacts],
    sections: [...found.sections],
  }
}

/** The same state with every record's and section's id exchanged; ids that `idOf` does not know stay. */
export function renamed<S extends LexicalState | null | undefined>(
  state: S,
  idOf: ReadonlyMap<string, string>,
): S {
  const relations = new Set(['record', 'contact', 'jointUsePartner', 'target'])
  const exchange = (value: unknown, key?: string): unknown => {
    if (typeof value === 'string')
      return key !== undefined && relations.has(key) ? (idOf.get(value) ?? value) : value
    if (Array.isArray(value)) return value.map((item) => exchange(item))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, exchange(inner, name)]),
    )
  }
  return exchange(state) as S
}
