import type { Payload } from 'payload'

type Pool = {
  readonly listenerCount: (event: 'error') => number
  readonly on: (event: 'error', listener: () => void) => unknown
}

/**
 * An idle connection that breaks makes pg's pool emit `error`, and in Node an `error` that nobody hears ends the
 * process; Payload's adapter does not listen. The pool connects anew by itself, so hearing it is enough.
 */
export function outliveLostConnections({ db }: Payload): void {
  const { pool } = db as unknown as { readonly pool?: Pool }
  if (pool?.listenerCount('error') === 0) pool.on('error', () => undefined)
}
