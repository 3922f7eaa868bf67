import { type ChildProcess, fork } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { TypstSource } from '../../core/render/typst/index.ts'
import { Refusal } from '../refusal.ts'

/** Milliseconds for one print; a policy takes a tenth of a second. The first also starts the process. */
const TIME_LIMIT = 20_000
/** Prints waiting; beyond that it is better to come back later. */
const QUEUE_LIMIT = 64

type Job = {
  readonly isAgain: boolean
  readonly source: TypstSource
  readonly resolve: (pdf: Uint8Array) => void
  readonly reject: (reason: Error) => void
}
type Current = {
  readonly id: number
  readonly job: Job
  readonly timer: NodeJS.Timeout
  isLate: boolean
}
type Message =
  | { readonly id: number; readonly pdf: Uint8Array }
  | { readonly id: number; readonly failure: string }
  | { readonly unavailable: string }

/** Why there is no PDF: for good (`unavailable`), for now (`busy`), or of this policy (`failed`). */
export class PressRefusal extends Refusal {
  constructor(
    readonly reason: 'unavailable' | 'busy' | 'failed',
    message: ConstructorParameters<typeof Refusal>[0],
  ) {
    super(message)
  }
}

export type Press = {
  /** Prints one at a time, in the order asked. @throws PressRefusal */
  readonly print: (source: TypstSource) => Promise<Uint8Array>
  /** The process that prints, while there is one. */
  readonly pid: () => number | undefined
}

/** The press of this process; Next bundles a second copy of every module, and both must print on one. */
export function press(): Press {
  home[key] ??= openPress()
  return home[key]
}
const key = Symbol.for('payload-privacy-policy.press')
const home = globalThis as { [key]?: Press }

/** A press that starts its process with the first print and another when that one has died. */
export function openPress(program = programFile(), timeLimit = TIME_LIMIT): Press {
  const queue: Job[] = []
  let child: ChildProcess | null = null
  let current: Current | null = null
  let prints = 0
  let unavailable: PressRefusal | null = null

  function next(): void {
    if (current) return
    const job = queue.shift()
    if (!job) {
      release(child)
      return
    }
    child ??= start()
    hold(child)
    prints += 1
    // Whatever it is busy with, it is not coming back from it.
    const timer = setTimeout(() => {
      if (current) current.isLate = true
      child?.kill('SIGKILL')
    }, timeLimit)
    current = { id: prints, job, timer, isLate: false }
    child.send({ id: prints, ...job.source }, (error) => error && child?.kill('SIGKILL'))
  }

  function finish(conclude: (job: Job) => void): void {
    if (!current) return
    const { job, timer } = current
    clearTimeout(timer)
    current = null
    conclude(job)
    next()
  }

  function start(): ChildProcess {
    // The bundler of the admin would look for the program; it is started as the file that it is.
    const started = fork(/* turbopackIgnore: true */ program, {
      serialization: 'advanced',
      // Nothing of our environment: it holds the secrets of the server, and a press needs none.
      env: { PATH: process.env.PATH } as unknown as NodeJS.ProcessEnv,
      execArgv: ['--max-old-space-size=96'],
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    })
    started.on('message', (message: Message) => {
      if ('unavailable' in message) unavailable = notHere(message.unavailable)
      else if (message.id !== current?.id) return
      else if ('pdf' in message) finish(({ resolve }) => resolve(message.pdf))
      else finish(({ reject }) => reject(failed(message.failure)))
    })
    const gone = () => {
      if (child !== started) return
      child = null
      const isLate = current?.isLate ?? false
      finish((job) => {
        // It may have died of something else, before it came to this: that is worth one more try.
        if (unavailable) for (const one of [job, ...queue.splice(0)]) one.reject(unavailable)
        else if (isLate || job.isAgain) job.reject(failed(isLate ? 'too slow' : 'it ended'))
        else queue.unshift({ ...job, isAgain: true })
      })
    }
    started.on('error', gone)
    started.on('exit', gone)
    return started
  }

  return {
    print: (source) =>
      new Promise((resolve, reject) => {
        if (unavailable) return reject(unavailable)
        if (queue.length >= QUEUE_LIMIT) return reject(busy())
        queue.push({ isAgain: false, source, resolve, reject })
        next()
      }),
    pid: () => child?.pid,
  }
}

/** A press without work keeps no process alive: whoever is done may end, and the press ends with it. */
function release(child: ChildProcess | null): void {
  child?.unref()
  child?.channel?.unref()
}
function hold(child: ChildProcess): void {
  child.ref()
  child.channel?.ref()
}

/** By path, and not as a `new URL`, which a bundler would take for a file to copy. */
function programFile(): string {
  return path.join(path.dirname(fileURLToPath(import.meta.url)), 'press-process.mjs')
}

const notHere = (reason: string) =>
  new PressRefusal('unavailable', {
    en: `PDF cannot be made on ${process.platform}-${process.arch}: Typst is not installed here (${reason}). Every other format is there.`,
    ja: `${process.platform}-${process.arch} では PDF を作成できません。Typst がインストールされていません（${reason}）。ほかの形式は利用できます。`,
  })
const busy = () =>
  new PressRefusal('busy', {
    en: 'Too many PDFs are waiting to be made. Ask again in a minute.',
    ja: 'PDF の作成待ちが多すぎます。1分ほど後にもう一度お試しください。',
  })
const failed = (reason: string) =>
  new PressRefusal('failed', {
    en: `The PDF could not be made (${reason}). Ask again, or read another format.`,
    ja: `PDF を作成できませんでした（${reason}）。もう一度お試しになるか、ほかの形式をご利用ください。`,
  })
