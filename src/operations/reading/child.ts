/** A process of its own that reads one file: whatever a hostile file does to it, who asked lives on. */
import { ParseRefused } from '../../core/parse/refused.ts'
import { readers, type SourceFormat } from '../../core/read/index.ts'
import type { Answer, Question } from './bounded.ts'

process.once('message', async ({ format, bytes }: Question) => {
  answer(await read(format, bytes))
  process.disconnect()
})
answer({ ready: true })

async function read(format: SourceFormat, bytes: Uint8Array): Promise<Answer> {
  try {
    return { source: await readers[format].read(bytes) }
  } catch (error) {
    if (error instanceof ParseRefused) return { refused: error.messages }
    return { failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

function answer(message: Answer): void {
  process.send?.(message)
}
