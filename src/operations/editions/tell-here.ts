import type { Payload } from 'payload'
import type { EditionHead } from '../../core/edition/index.ts'

export type CommittedListener = (editions: readonly EditionHead[]) => void

// Next bundles a second copy of every module into the process: what one publishes, the other's listeners hear.
const key = Symbol.for('payload-privacy-policy.committed')
const home = globalThis as { [key]?: WeakMap<Payload, Set<CommittedListener>> }

/** Calls the listener with the editions that this process publishes, as soon as they are committed. Returns its end. */
export function hearHere(payload: Payload, listener: CommittedListener): () => void {
  const listeners = listenersOf(payload)
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Tells this process of editions that it has just committed, without a way through the database: whoever is answered
 * that an edition is published reads it from the same instance at once.
 */
export function tellHere(payload: Payload, editions: readonly EditionHead[]): void {
  for (const listener of listenersOf(payload)) listener(editions)
}

function listenersOf(payload: Payload): Set<CommittedListener> {
  const all = home[key] ?? new WeakMap<Payload, Set<CommittedListener>>()
  home[key] = all
  const known = all.get(payload) ?? new Set<CommittedListener>()
  all.set(payload, known)
  return known
}
