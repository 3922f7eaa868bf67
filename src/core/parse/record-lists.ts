import type {
  Block,
  ExceptionClause,
  JointUseDataItem,
  JointUsePartner,
  JointUsePurpose,
  JointUseStatement,
  ProcedureItem,
  Purpose,
  SafetyMeasure,
} from '../document.ts'
import type { Item } from './items.ts'

/** The records that an item of a list can be. */
export type Typed =
  | Purpose
  | ExceptionClause
  | SafetyMeasure
  | JointUsePartner
  | JointUsePurpose
  | JointUseDataItem
  | JointUseStatement
  | ProcedureItem

/** The list of records that items are, if all are records of one kind. */
export function recordList(
  items: readonly Item[],
  typed: readonly (readonly Typed[] | null)[],
): Block | null {
  const rows: Typed[] = []
  items.forEach(({ row }, i) => {
    typed[i]?.forEach((node, at) => {
      const marker = row.marker === '' ? {} : { marker: row.marker }
      rows.push(at === 0 ? { ...node, ...marker } : { ...node, joined: true })
    })
  })
  if (typed.some((nodes) => nodes === null) || rows.length === 0) return null
  const all = <T extends Typed['type']>(...types: T[]) =>
    rows.every((row): row is Extract<Typed, { type: T }> => (types as string[]).includes(row.type))
      ? (rows as Extract<Typed, { type: T }>[])
      : null
  const purposes = all('purpose')
  if (purposes) return { type: 'purposeList', children: purposes }
  const clauses = all('exceptionClause')
  if (clauses) return { type: 'exceptionClauseList', children: clauses }
  const measures = all('safetyMeasure')
  if (measures) return { type: 'safetyMeasureList', children: measures }
  const facts = all('jointUsePartner', 'jointUsePurpose', 'jointUseDataItem', 'jointUseStatement')
  if (facts) return { type: 'jointUse', children: facts }
  const steps = all('procedureItem')
  return steps ? { type: 'procedure', children: steps } : null
}
