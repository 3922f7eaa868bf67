/** A process of its own that reads one file, and perhaps understands it: whatever a hostile file does to it, who asked lives on. */
import { register } from 'node:module'
import { ParseRefused } from '../../core/parse/refused.ts'
import { type Reader, readers, type SourceFormat } from '../../core/read/index.ts'
import type { Answer, Question } from './bounded.ts'

register('./untouched-modules.mjs', import.meta.url)

process.once('message', async (question: Question) => {
  answer(await read(question))
  process.disconnect()
})
const reader: Reader | undefined = readers[process.argv[2] as SourceFormat]
void (reader?.prepare?.() ?? Promise.resolve()).then(
  () => answer({ ready: true }),
  (error) => answer({ failed: String(error) }),
)

async function read({ format, bytes, understand }: Question): Promise<Answer> {
  try {
    const source = await readers[format].read(bytes)
    if (!understand) return { source }
    const { understood } = await import('./understood.ts')
    return { parsed: understood(source, understand) }
  } catch (error) {
    if (error instanceof ParseRefused) return { refused: error.messages }
    return { failed: error instanceof Error ? `${error.name}: ${error.message}` : String(error) }
  }
}

function answer(message: Answer): void {
  process.send?.(message)
}
