import { execFile } from 'node:child_process'
import fs from 'node:fs'

/** Calls back once when a process holds more memory than it may. Returns how to stop watching. */
export function watchMemory(
  pid: number | undefined,
  mostBytes: number,
  tooMuch: () => void,
): () => void {
  if (pid === undefined) return () => {}
  const check = (bytes: number) => {
    if (bytes <= mostBytes) return
    clearInterval(timer)
    tooMuch()
  }
  const timer = setInterval(
    () => residentBytes(pid, check),
    process.platform === 'linux' ? 25 : 250,
  )
  timer.unref()
  return () => clearInterval(timer)
}

function residentBytes(pid: number, found: (bytes: number) => void): void {
  if (process.platform === 'linux') {
    // proc(5): the second number of statm is the resident set, in pages.
    const pages = readIfThere(`/proc/${pid}/statm`)?.split(' ')[1]
    if (pages !== undefined) found(Number(pages) * 4096)
    return
  }
  execFile('ps', ['-o', 'rss=', '-p', String(pid)], (error, out) => {
    if (!error) found(Number(out) * 1024)
  })
}

function readIfThere(file: string): string | undefined {
  try {
    return fs.readFileSync(file, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ESRCH') return undefined
    throw error
  }
}
