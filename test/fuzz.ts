/**
 * `npm run fuzz -- --runs 20000 --seed 1`: mutated policies the whole way (`core/whole-way.ts`), in a process that is
 * watched, since a text on which the parser hangs would hang the watcher too. The same seed makes the same texts.
 * Prints each failing text as small as it can be made, and ends with status 1 when there was one.
 */
import { fork } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import fc from 'fast-check'
import { mutatedPolicy } from './core/mutated-policies.ts'
import { policyTexts } from './core/policy-texts.ts'
import { shrunk } from './core/shrink.ts'
import { faultOf } from './core/whole-way.ts'

/** What one text may take on a busy machine; the longest takes about a tenth of a second. */
const budget = 10_000
const enough = 10

type Plan = { readonly seed: number; readonly runs: number; readonly texts: readonly string[] }
type Message =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'fault'; readonly run: number; readonly fault: string; readonly text: string }
  | { readonly kind: 'end'; readonly runs: number; readonly slowest: number }

if (process.send) process.once('message', (plan) => work(plan as Plan))
else watch()

function watch(): void {
  const { values } = parseArgs({
    options: {
      runs: { type: 'string', default: '20000' },
      seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
      seeds: { type: 'string' },
    },
  })
  const texts = [...policyTexts, ...(values.seeds ? textsIn(values.seeds) : [])]
  const plan: Plan = { seed: Number(values.seed), runs: Number(values.runs), texts }
  const { seed, runs } = plan
  console.log(`${runs} mutations of ${texts.length} policies, --seed ${seed}`)
  const start = performance.now()
  const worker = fork(fileURLToPath(import.meta.url))
  worker.send(plan)
  let text = ''
  let faults = 0
  let watchdog: NodeJS.Timeout | undefined
  worker.on('message', (told) => {
    const message = told as Message
    if (message.kind === 'text') {
      text = message.text
      clearTimeout(watchdog)
      watchdog = setTimeout(() => {
        console.log(`\nno end within ${budget / 1000} s on\n${text}`)
        worker.kill('SIGKILL')
      }, budget)
    } else if (message.kind === 'fault') {
      clearTimeout(watchdog)
      faults++
      console.log(`\n${faults}. run ${message.run}: ${message.fault}\n${'-'.repeat(40)}`)
      console.log(`${message.text}\n${'-'.repeat(40)}`)
    } else {
      clearTimeout(watchdog)
      const took = ((performance.now() - start) / 1000).toFixed(0)
      console.log(
        `${message.runs} runs, ${faults} failed, slowest ${message.slowest.toFixed(0)} ms, ${took} s, --seed ${seed}`,
      )
      process.exitCode = faults > 0 ? 1 : 0
    }
  })
  worker.once('exit', (code) => {
    clearTimeout(watchdog)
    if (code !== 0) process.exitCode = 1
  })
}

async function work({ seed, runs, texts }: Plan): Promise<void> {
  const tell = (message: Message) =>
    new Promise<void>((resolve) => process.send?.(message, undefined, {}, () => resolve()))
  let slowest = 0
  let run = 0
  let faults = 0
  const tried = fc.asyncProperty(mutatedPolicy(texts), async (text) => {
    run++
    await tell({ kind: 'text', text })
    const start = performance.now()
    const fault = faultOf(text)
    slowest = Math.max(slowest, performance.now() - start)
    if (fault) {
      faults++
      const small = shrunk(text, (less) => {
        void tell({ kind: 'text', text: less })
        return kindOf(faultOf(less)) === kindOf(fault)
      })
      await tell({ kind: 'fault', run, fault: faultOf(small) ?? fault, text: small })
    }
    return faults < enough
  })
  await fc.check(tried, { seed, numRuns: runs, endOnFailure: true })
  await tell({ kind: 'end', runs: run, slowest })
  process.disconnect()
}

/** What a fault is about, whatever the text says there: shrinking must not wander off to another. */
const kindOf = (fault: string | null) => fault?.split(/[:"]/u, 1)[0] ?? null

function textsIn(folder: string): string[] {
  if (!existsSync(folder)) throw new RangeError(`There is no folder ${folder}`)
  return readdirSync(folder)
    .filter((name) => name.endsWith('.txt'))
    .toSorted()
    .map((name) => readFileSync(`${folder}/${name}`, 'utf8'))
}
