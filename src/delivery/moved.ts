import { type Answer, empty } from './answer.ts'
import type { Reading } from './reading.ts'
import { addressOf, type History } from './sources/source.ts'

export const hasMoved = (history: History, asked: { organisation: string; policy: string }) => {
  const { organisation, policy } = addressOf(history)
  return organisation !== asked.organisation || policy !== asked.policy
}

/** The policy was published elsewhere since; a former address leads there for good. */
export function moved(location: string, { setUp }: Reading): Answer {
  return {
    status: 301,
    headers: {
      Location: location,
      'Cache-Control': `public, max-age=${setUp.maxAge}`,
      'Content-Length': '0',
    },
    body: empty,
  }
}
