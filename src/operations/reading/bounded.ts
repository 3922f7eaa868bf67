import { fork } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Parsed, ParseOptions } from '../../core/parse/index.ts'
import { ParseRefused } from '../../core/parse/refused.ts'
import type { Source, SourceFormat } from '../../core/read/index.ts'
import type { Words } from '../../core/words.ts'
import { watchMemory } from './memory.ts'
import { watchWorkingTime } from './working-time.ts'

export type Question = {
  readonly format: SourceFormat
  readonly bytes: Uint8Array
  /** Whether what was read is to be understood there too, and how. */
  readonly understand?: ParseOptions
}
export type Answer =
  | { readonly ready: true }
  | { readonly source: Source }
  | { readonly parsed: Parsed }
  | { readonly refused: Words }
  | { readonly failed: string }

/** What the reading of one file may cost; the longest policies take a tenth of it. */
const limits = {
  /**
   * Of work, from when the process has started; by the clock it takes longer where the machine is busy. With the
   * start of both processes, a second and a half, within the five seconds that a refusal may take.
   */
  milliseconds: { markup: 2_500, pdf: 3_000 },
  /** So much more to understand what was read: three times what the longest text takes. */
  understandingMilliseconds: 6_000,
  byClockMilliseconds: 20_000,
  startMilliseconds: 20_000,
  residentBytes: 305 * 1024 * 1024,
  heapMegabytes: 256,
}

/**
 * Reads a file in a process of its own, with a limit of time and memory: parsers of foreign formats meet hostile files.
 * A worker would not do: its limits do not count buffers, and what exhausts them may end the process around it.
 */
export async function readBounded(question: Question): Promise<Source> {
  const answer = await answered(question)
  if ('source' in answer) return answer.source
  throw new TypeError('Expected the lines of a file')
}

/** The same, and what it says. */
export async function understandBounded(
  question: Question,
  understand: ParseOptions,
): Promise<Parsed> {
  const answer = await answered({ ...question, understand })
  if ('parsed' in answer) return answer.parsed
  throw new TypeError('Expected a policy')
}

function answered(question: Question): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const child = fork(/* turbopackIgnore: true */ childFile, [question.format], {
      execArgv: [
        '--conditions=production',
        `--max-old-space-size=${limits.heapMegabytes}`,
        '--import',
        'tsx',
      ],
      // From where `tsx` is found; to resolve it here would have bundlers follow it.
      cwd: folder,
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      // Nothing of the server's secrets is the child's to know.
      env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV, TZ: 'UTC' },
    })
    const finish = (settle: () => void) => {
      clearTimeout(timer)
      stopTiming()
      stopWatching()
      child.removeAllListeners()
      child.on('error', () => {})
      child.kill('SIGKILL')
      settle()
    }
    const refuse = (refused: ParseRefused) => finish(() => reject(refused))
    let stopTiming = () => {}
    const timer = setTimeout(
      () => finish(() => reject(new Error('The process that reads files did not start.'))),
      limits.startMilliseconds,
    )
    const stopWatching = watchMemory(child.pid, limits.residentBytes, () => refuse(tooCostly()))
    child.on('message', (answer: Answer) => {
      if ('ready' in answer) {
        clearTimeout(timer)
        const reading = limits.milliseconds[question.format === 'pdf' ? 'pdf' : 'markup']
        const working = reading + (question.understand ? limits.understandingMilliseconds : 0)
        const most = { working, byClock: limits.byClockMilliseconds }
        stopTiming = watchWorkingTime(child.pid, most, () => refuse(tooCostly()))
        child.send(question)
      } else if ('refused' in answer) refuse(new ParseRefused(answer.refused))
      else if ('failed' in answer) refuse(broken(answer.failed))
      else finish(() => resolve(answer))
    })
    child.on('error', (error) => finish(() => reject(error)))
    // It ended without an answer: out of memory, by its own limit or the machine's.
    child.on('exit', () => refuse(tooCostly()))
  })
}

// By its path, so that no bundler takes the file for one of its own.
const folder = path.dirname(fileURLToPath(import.meta.url))
const childFile = path.join(folder, 'child.ts')

const tooCostly = () =>
  new ParseRefused({
    ja: 'このファイルは読み取りに時間かメモリーがかかりすぎるため、中止しました（壊れているか、悪意のあるファイルかもしれません）。本文だけをテキストで保存したファイルを指定してください。',
    en: 'Reading this file took too much time or memory and was stopped (it may be broken, or malicious). Save just its text and give that file.',
  })

const broken = (reason: string) =>
  new ParseRefused({
    ja: `ファイルを読み取れません（壊れているかもしれません: ${reason}）。開いて保存し直したファイルか、本文のテキストを指定してください。`,
    en: `The file cannot be read (it may be broken: ${reason}). Open it, save it again and give that file, or give its text.`,
  })
