const MB = 1024 * 1024

export type Cost = {
  readonly ms: number
  /** Milliseconds of processor time of this process: what other programs take is no part of it. */
  readonly cpu: number
  /** The most memory that the process had meanwhile. */
  readonly mb: number
}

/** What a piece of work costs this process. */
export async function timed(work: () => Promise<unknown>): Promise<Cost> {
  let most = process.memoryUsage.rss()
  const look = setInterval(() => {
    most = Math.max(most, process.memoryUsage.rss())
  }, 50)
  const [start, before] = [performance.now(), process.cpuUsage()]
  try {
    await work()
    const { user, system } = process.cpuUsage(before)
    return { ms: performance.now() - start, cpu: (user + system) / 1000, mb: most / MB }
  } finally {
    clearInterval(look)
  }
}
