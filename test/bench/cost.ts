let sink: unknown

/**
 * The milliseconds of processor time that a piece of work takes this process, once warm: the tenth percentile of as
 * many batches as fit into its time. What other programs on the machine take is no part of its cost; on an idle machine
 * it is the time that passes.
 *
 * @param least how many batches at least, also of work that takes longer than the budget
 */
export function costOf(run: () => unknown, budget = 1_000, least = 5): number {
  const start = performance.now()
  let runs = 0
  do {
    sink = run()
    runs++
  } while (performance.now() - start < budget / 3)
  const passed = performance.now() - start
  // Long enough for a clock that counts in microseconds and ticks.
  const batch = Math.max(1, Math.round((runs * 25) / passed))
  const costs: number[] = []
  const end = performance.now() + budget
  while (costs.length < least || performance.now() < end) {
    const before = process.cpuUsage()
    for (let i = 0; i < batch; i++) sink = run()
    const { user, system } = process.cpuUsage(before)
    costs.push((user + system) / 1000 / batch)
  }
  if (sink === undefined) throw new TypeError('Expected work that makes something')
  return costs.sort((a, b) => a - b)[Math.floor(costs.length / 10)] as number
}

/**
 * The costs of several pieces of work that are to be compared, in rounds: what slows the machine down for a while slows
 * all of them. The smallest of each.
 */
export function costsOf(works: readonly (() => unknown)[], rounds = 3): readonly number[] {
  const costs = works.map(() => Number.POSITIVE_INFINITY)
  for (let round = 0; round < rounds; round++)
    for (const [i, run] of works.entries())
      costs[i] = Math.min(costs[i] as number, costOf(run, 1_000 / rounds, 2))
  return costs
}
