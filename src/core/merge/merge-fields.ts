import { same } from './same.ts'

/** The common beginning and what became of it on two sides. */
export type Three<T> = { readonly base: T; readonly ours: T; readonly theirs: T }

type Fields = Readonly<Record<string, unknown>>

/**
 * Field by field what one side changed, or the other; `conflict` is told of each field that both changed, each in its
 * own way, and theirs stands there. Groups and languages are taken apart; a text, a body and a list of rows are wholes.
 */
export function mergeFields<T extends object>(
  { base, ours, theirs }: Three<T>,
  conflict: (field: string) => void,
  path = '',
): T {
  const [left, own, other] = [base, ours, theirs] as readonly Fields[] as [Fields, Fields, Fields]
  const names = new Set([left, own, other].flatMap((fields) => Object.keys(fields)))
  return Object.fromEntries(
    [...names].map((name) => {
      const three = { base: left[name], ours: own[name], theirs: other[name] }
      return [name, mergeValue(three, conflict, path ? `${path}.${name}` : name)]
    }),
  ) as T
}

function mergeValue(
  { base, ours, theirs }: Three<unknown>,
  conflict: (field: string) => void,
  path: string,
): unknown {
  if (same(base, ours)) return theirs
  if (same(base, theirs) || same(ours, theirs)) return ours
  const parts = [base ?? {}, ours, theirs]
  if (parts.every(isGroup)) {
    const [left, own, other] = parts as [Fields, Fields, Fields]
    return mergeFields({ base: left, ours: own, theirs: other }, conflict, path)
  }
  conflict(path)
  return theirs
}

/** Fields, or a text in its languages; not the state of an editor, which is one body. */
const isGroup = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !('root' in value)
