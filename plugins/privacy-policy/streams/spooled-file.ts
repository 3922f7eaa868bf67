import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import type { PayloadRequest } from 'payload'
import { OperationRefused } from '../../../src/operations/refused.ts'
import { bytesOf } from './body-bytes.ts'

/** Bytes of the longest line, which is held in memory: an organisation of thousands of records. */
const LONGEST_LINE = 16 * 1024 * 1024
const LINE_BREAK = 10
/** A file as a request brought it, and the JSON of its options. */
export type Spooled = {
  readonly options: string
  /** On this instance's disk, for as long as it is worked on. */
  readonly file: string
  readonly remove: () => Promise<void>
}

/**
 * Puts the file of a request aside, for it is read more than once: its lines, and where those are known by how they
 * begin, perhaps a line with options before them.
 *
 * @throws OperationRefused when it is too large; then nothing is kept
 */
export async function spooled(
  req: PayloadRequest,
  most: number,
  begins?: string,
): Promise<Spooled> {
  const beginning = begins === undefined ? null : Buffer.from(begins)
  const file = path.join(os.tmpdir(), `privacy-policy-${randomUUID()}`)
  const remove = () => fs.promises.rm(file, { force: true })
  const handle = await fs.promises.open(file, 'ax', 0o600)
  try {
    let options = beginning === null ? '' : null
    let head = Buffer.alloc(0)
    let length = 0
    for await (const bytes of bytesOf(req, most)) {
      let chunk = Buffer.from(bytes)
      if (options === null && beginning !== null) {
        head = Buffer.concat([head, chunk])
        const end = head.indexOf(LINE_BREAK)
        if (end < 0 && head.length <= LONGEST_LINE) continue
        const isFile = end < 0 || head.subarray(0, beginning.length).equals(beginning)
        options = isFile ? '' : head.subarray(0, end).toString('utf8')
        chunk = isFile ? head : head.subarray(end + 1)
      }
      const last = chunk.lastIndexOf(LINE_BREAK)
      if (length + (last < 0 ? chunk.length : chunk.indexOf(LINE_BREAK)) > LONGEST_LINE)
        throw lineTooLong
      length = last < 0 ? length + chunk.length : chunk.length - last - 1
      await handle.appendFile(chunk)
    }
    // A body of a single line is a file that breaks off, or none.
    if (options === null) await handle.appendFile(head)
    return { options: options ?? '', file, remove }
  } catch (error) {
    await remove()
    throw error
  } finally {
    await handle.close()
  }
}

const lineTooLong = new OperationRefused('too-large', {
  ja: 'ファイルの1行が長すぎます。事業者や対象を分けてください。',
  en: 'A line of the file is too long. Send it in parts, by organisation or selection.',
})
