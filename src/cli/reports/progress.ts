import readline from 'node:readline'
import { say } from '../language.ts'

/**
 * How far it is, how fast, and how long it still takes, on standard error: one line at a terminal, else a line now and
 * then. Told the name of each that is done.
 */
export function progressOf(total: number): (name: string) => void {
  const start = performance.now()
  let done = 0
  let told = Number.NEGATIVE_INFINITY
  return (name) => {
    done++
    const now = performance.now()
    const isLast = done === total
    if (!isLast && now - told < (process.stderr.isTTY ? 100 : 2_000)) return
    told = now
    const rate = (done * 1000) / Math.max(1, now - start)
    const line = say({
      ja: `${done} / ${total}　毎秒 ${rate.toFixed(1)}　残り ${Math.ceil((total - done) / rate)} 秒　${name}`,
      en: `${done} / ${total}  ${rate.toFixed(1)}/s  ${Math.ceil((total - done) / rate)} s left  ${name}`,
    })
    if (!process.stderr.isTTY) {
      console.error(line)
      return
    }
    readline.clearLine(process.stderr, 0)
    readline.cursorTo(process.stderr, 0)
    process.stderr.write(`${bar(done / total)} ${line}${isLast ? '\n' : ''}`)
  }
}

const bar = (part: number) => `[${'#'.repeat(Math.round(part * 20)).padEnd(20, '·')}]`
