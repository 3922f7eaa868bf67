import fs from 'node:fs'

/**
 * Calls back once when a process has worked for longer than it may from now on, whatever else the machine does
 * meanwhile. Where no one tells how long it worked, its time by the clock counts. Returns how to stop watching.
 */
export function watchWorkingTime(
  pid: number | undefined,
  most: { readonly working: number; readonly byClock: number },
  tooLong: () => void,
): () => void {
  const started = performance.now()
  const before = workedFor(pid)
  const timer = setInterval(() => {
    const passed = performance.now() - started
    const now = workedFor(pid)
    const worked = now === null || before === null ? passed : now - before
    if (worked <= most.working && passed <= most.byClock) return
    clearInterval(timer)
    tooLong()
  }, 50)
  return () => clearInterval(timer)
}

/** proc(5): of stat, utime and stime are the 12th and 13th after the name in brackets, in hundredths of a second. */
function workedFor(pid: number | undefined): number | null {
  if (pid === undefined || process.platform !== 'linux') return null
  try {
    const stat = fs.readFileSync(`/proc/${pid}/stat`, 'utf8')
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) * 10
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return null
    throw error
  }
}
