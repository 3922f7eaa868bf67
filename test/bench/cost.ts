let sink: unknown

/**
 * The milliseconds that a piece of work takes, once warm: the tenth percentile of as many runs as fit into its time,
 * since what other programs on the machine take from it is no part of its cost.
 */
export function costOf(run: () => unknown, budget = 700): number {
  const times: number[] = []
  const warm = performance.now() + budget / 3
  do sink = run()
  while (performance.now() < warm)
  const end = performance.now() + budget
  while (times.length < 5 || (performance.now() < end && times.length < 10_000)) {
    const start = performance.now()
    sink = run()
    times.push(performance.now() - start)
  }
  if (sink === undefined) throw new TypeError('Expected work that makes something')
  return times.sort((a, b) => a - b)[Math.floor(times.length / 10)] as number
}
