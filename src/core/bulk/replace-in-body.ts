import { type LexicalNode, type LexicalState, rowsOf } from '../lexical/state.ts'
import { ReplacementRefused, type Replacing } from './replace-in-text.ts'

/** Stands for what is no text, so that nothing that is looked for goes on over it unseen. */
const NO_TEXT = '\uFFFC'

/** The typed nodes whose text is their own; others print a record, a reference, a date, a fee, a term. */
const ownText = new Set([
  'jointUsePurpose',
  'jointUseDataItem',
  'jointUseStatement',
  'procedureItem',
  'externalService',
  'procedure',
  'jointUse',
  'externalServiceList',
])

/**
 * A body with a replacement made in its prose. Characters of several runs (some of them bold) are found as one; what
 * typed nodes print of records and references is not prose.
 *
 * @throws ReplacementRefused when what a regular expression finds goes over a typed node
 */
export function replaceInBody<S extends LexicalState | null | undefined>(
  state: S,
  replacing: Replacing,
): S {
  if (!state?.root) return state
  const root = inNode(state.root, replacing)
  return root === state.root ? state : ({ ...state, root } as S)
}

function inNode(node: LexicalNode, replacing: Replacing): LexicalNode {
  if (node.type === 'block' || node.type === 'inlineBlock') return inBlock(node, replacing)
  const children = node.children as readonly LexicalNode[] | undefined
  if (!Array.isArray(children)) return node
  const own = inRuns(children, replacing).map((child) =>
    child.type === 'text' ? child : inNode(child, replacing),
  )
  return own.length === children.length && own.every((child, i) => child === children[i])
    ? node
    : { ...node, children: own }
}

function inBlock(node: LexicalNode, replacing: Replacing): LexicalNode {
  const fields = (node.fields ?? {}) as Record<string, unknown>
  if (!ownText.has(String(fields.blockType))) return node
  const said = <T extends Readonly<Record<string, unknown>>>(holder: T): T => {
    if (typeof holder.text !== 'string' || typeof holder.record === 'string') return holder
    const text = replacing.text(holder.text)
    return text === holder.text ? holder : { ...holder, text }
  }
  const rows = rowsOf(fields)
  const ownRows = rows.map(said)
  const whole = said(fields)
  const changed = ownRows.some((row, i) => row !== rows[i])
  if (!changed && whole === fields) return node
  return { ...node, fields: changed ? { ...whole, rows: ownRows } : whole }
}

/** The same children with the text of their runs replaced; a run that is left without text goes. */
function inRuns(children: readonly LexicalNode[], replacing: Replacing): readonly LexicalNode[] {
  const textOf = (node: LexicalNode) =>
    node.type === 'text' ? String(node.text) : node.type === 'linebreak' ? '\n' : NO_TEXT
  const line = children.map(textOf).join('')
  const places = replacing.places(line)
  if (places.length === 0) return children
  for (const { start, end } of places)
    if (line.slice(start, end).includes(NO_TEXT))
      throw new ReplacementRefused({
        ja: `正規表現が、文中に差し込まれた記録や参照をまたいで一致します（「${line.slice(start, end).replaceAll(NO_TEXT, '◇')}」）。またがない形にしてください。`,
        en: `The regular expression matches across a record or a reference inside the sentence (“${line.slice(start, end).replaceAll(NO_TEXT, '◇')}”). Write it so that it does not.`,
      })
  let at = 0
  return children.flatMap((node) => {
    const text = textOf(node)
    const [from, to] = [at, at + text.length]
    at = to
    if (node.type !== 'text') return [node]
    let own = ''
    let last = from
    for (const { start, end, replacement } of places) {
      if (end <= from || start >= to) continue
      own += line.slice(last, Math.max(start, from))
      // What begins in a run stands in it whole.
      if (start >= from) own += replacement
      last = Math.min(end, to)
    }
    if (last === from) return [node]
    own += line.slice(last, to)
    return own === '' ? [] : [{ ...node, text: own }]
  })
}
