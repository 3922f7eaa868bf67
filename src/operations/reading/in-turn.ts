let last: Promise<unknown> = Promise.resolve()

/** Does one such work after the other, in the order in which they were asked for, however each ends. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const own = last.then(work)
  last = own.catch(() => undefined)
  return own
}
