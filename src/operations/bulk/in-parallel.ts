/**
 * Does pieces of work a few at a time, and yields what came of each as it comes. After a failure none is begun any
 * more; what is under way ends first.
 */
export async function* inParallel<T>(
  pieces: AsyncIterable<() => Promise<T>>,
  atOnce: number,
): AsyncGenerator<T> {
  const running = new Set<Promise<{ readonly self: Promise<unknown>; readonly result: T }>>()
  const source = pieces[Symbol.asyncIterator]()
  let isOver = false
  try {
    while (true) {
      while (!isOver && running.size < atOnce) {
        const next = await source.next()
        if (next.done) isOver = true
        else {
          const piece: Promise<{ readonly self: Promise<unknown>; readonly result: T }> = next
            .value()
            .then((result) => ({ self: piece, result }))
          running.add(piece)
        }
      }
      if (running.size === 0) return
      const { self, result } = await Promise.race(running)
      running.delete(self as never)
      yield result
    }
  } finally {
    await Promise.allSettled(running)
    await source.return?.()
  }
}
