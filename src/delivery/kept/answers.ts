import { type Answer, headerOf, type RequestHeaders } from '../answer.ts'
import type { KeptBytes } from './bytes.ts'
import type { Cache } from './cache.ts'
import type { Library } from './library.ts'

type KeptAnswer = Omit<Answer, 'body'> & { readonly from: number; readonly to: number }

/** Answers that need not be worked out again: the same question, of the same policy, before the calendar changes it. */
export type Answers = {
  readonly get: (question: string, now: Date) => Answer | undefined
  readonly keep: (question: string, answer: Answer, now: Date) => void
}

type Parts = { readonly cache: Cache; readonly library: Library; readonly bytes: KeptBytes }

export function createAnswers({ cache, library, bytes }: Parts): Answers {
  const shelf = cache.shelf<KeptAnswer>('answer')
  return {
    get(question, now) {
      const kept = shelf.get(question)
      if (!kept?.basis) return undefined
      const time = now.getTime()
      if (time < kept.from || time >= kept.to || !library.isCurrent(kept.basis.stamp))
        return undefined
      const body = bytes.get(kept.basis.bytes)?.body
      return body && { ...kept, body }
    },
    keep(question, { status, headers, basis }, now) {
      // What was told while the database was lost is worked out anew when it has come back.
      if (!basis || 'Cache-Status' in headers || !saysAll(question, headers.Vary)) return
      const [from, to] = [now.getTime(), basis.until.getTime()]
      if (from >= to) return
      const size = 2 * Object.entries(headers).join().length + 500
      shelf.set(question, { status, headers, basis, from, to }, size)
    },
  }
}

/**
 * The question as it was asked: the address, and what was negotiated. Where an extension or `locale` decides, the
 * client's preferences have no say, and need not tell questions apart.
 */
export function questionOf(url: string, headers: RequestHeaders): string {
  const hasFormat = /\.[a-z]+(?:\?|$)/.test(url)
  const hasLanguage = /[?&]locale=./.test(url)
  const accept = hasFormat ? '' : (headerOf(headers, 'accept') ?? '')
  const language = hasLanguage ? '' : (headerOf(headers, 'accept-language') ?? '')
  const datetime = headerOf(headers, 'accept-datetime') ?? ''
  return `${url}\n${hasFormat ? '' : 'Accept'}\n${accept}\n${hasLanguage ? '' : 'Accept-Language'}\n${language}\nAccept-Datetime\n${datetime}`
}

/** Whether a question tells all that its answer varies by. */
function saysAll(question: string, vary: string | undefined): boolean {
  const told = question.split('\n')
  return vary === undefined || vary.split(', ').every((name) => told.includes(name))
}
