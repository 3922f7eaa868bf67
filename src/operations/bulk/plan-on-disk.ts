import { once } from 'node:events'
import fs from 'node:fs'
import type { PlanCounts, PlanHead, PlanUnit } from '../../core/bulk/plan.ts'
import { planWriter } from '../../core/bulk/plan-file.ts'
import { textLines } from '../../core/text-lines.ts'

/**
 * Writes a plan to a file as it is worked out; the file is there when the plan is whole, and never half.
 * `each` is told of every unit.
 */
export async function savePlan<U extends { readonly unit: PlanUnit }>(
  { head, units }: { readonly head: PlanHead; readonly units: AsyncIterable<U> },
  file: string,
  each: (planned: U) => void | Promise<void> = () => undefined,
): Promise<{ readonly sha256: string; readonly counts: PlanCounts }> {
  const draft = `${file}.${process.pid}.part`
  const stream = fs.createWriteStream(draft, { encoding: 'utf8', mode: 0o600 })
  const failed = once(stream, 'error').then(([error]) => {
    throw error
  })
  failed.catch(() => undefined)
  const write = async (text: string) => {
    if (!stream.write(text)) await Promise.race([once(stream, 'drain'), failed])
  }
  try {
    const writer = planWriter(head)
    await write(writer.begin())
    for await (const planned of units) {
      await write(writer.add(planned.unit))
      await each(planned)
    }
    const { text, sha256, counts } = writer.end()
    await write(text)
    stream.end()
    await Promise.race([once(stream, 'finish'), failed])
    fs.renameSync(draft, file)
    return { sha256, counts }
  } catch (error) {
    stream.destroy()
    fs.rmSync(draft, { force: true })
    throw error
  }
}

/** The lines of a file, from its beginning, as they are asked for. */
export async function* linesOf(file: string): AsyncGenerator<string> {
  const handle = await fs.promises.open(file)
  try {
    yield* textLines(
      handle.createReadStream({ encoding: 'utf8', autoClose: false, highWaterMark: 256 * 1024 }),
    )
  } finally {
    await handle.close()
  }
}
