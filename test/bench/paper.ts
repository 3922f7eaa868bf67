import { readFileSync } from 'node:fs'
import type { PolicyDocument } from '../../src/core/document.ts'
import { docx } from '../../src/core/render/docx/index.ts'
import { typstOf } from '../../src/core/render/typst/index.ts'
import { openPress } from '../../src/platform/typst/press.ts'

export type PaperCosts = {
  /** Milliseconds; `cold` starts the process of the press and includes its first print. */
  readonly docx: number
  readonly pdfCold: number
  readonly pdfWarm: number
  /** Of the press at its largest, in MB; null where the system does not tell. */
  readonly pressMemory: number | null
}

/** What paper costs: median of prints of texts that all differ, so that no layout is kept from the one before. */
export async function paperCosts(document: PolicyDocument): Promise<PaperCosts> {
  const press = openPress()
  const print = (one: PolicyDocument) => press.print(typstOf(one))
  const pdfCold = await timed(() => print(document))
  const pdfWarm = await median((i) => print(changed(document, i)))
  const docxCost = await median((i) => docx.render(changed(document, i)))
  return { docx: docxCost, pdfCold, pdfWarm, pressMemory: peakOf(press.pid()) }
}

async function median(run: (i: number) => Promise<unknown>): Promise<number> {
  const costs: number[] = []
  // The first two warm up the code of either side, and do not count.
  for (let i = 0; i < 13; i++) costs.push(await timed(() => run(i)))
  return costs.slice(2).sort((a, b) => a - b)[5] ?? Number.NaN
}

async function timed(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await run()
  return performance.now() - start
}

/** The same policy with another word at the end of every text that prints. */
function changed(document: PolicyDocument, i: number): PolicyDocument {
  return JSON.parse(JSON.stringify(document), (name, value) =>
    (name === 'value' || name === 'text') && typeof value === 'string' ? `${value}（${i}）` : value,
  )
}

function peakOf(pid: number | undefined): number | null {
  if (process.platform !== 'linux' || !pid) return null
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return kilobytes ? Number(kilobytes) / 1024 : null
}
