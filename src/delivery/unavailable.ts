import { ReadRefused } from './problem.ts'

/** How long a reader waits for the database: whoever waits longer has gone away. */
const PATIENCE = 3_000

/** What is awaited, or an error when it takes too long. */
export function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const tooLate = () =>
      reject(new Late(`Expected an answer of the database within ${PATIENCE} ms`))
    const timer = setTimeout(tooLate, PATIENCE).unref()
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

class Late extends Error {}

/**
 * Whether an error says that the database cannot be reached or takes no work now: its classes 08, 53, 57P and 58, and
 * what Node and pg say of broken connections.
 */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false
  if (error instanceof Late) return true
  const { code } = error as { code?: unknown }
  if (typeof code === 'string' && /^(?:08|53|57P|58|E[A-Z]{4,})/.test(code)) return true
  if (/connection (?:terminated|ended|timeout)|timeout (?:exceeded|expired)/i.test(error.message))
    return true
  return error.cause !== undefined
    ? isUnavailable(error.cause)
    : error instanceof AggregateError && error.errors.some(isUnavailable)
}

export const unavailable = () =>
  new ReadRefused({
    status: 503,
    code: 'database-unavailable',
    title: { ja: 'ただいま読み出せません', en: 'Not available now' },
    detail: {
      ja: 'データベースに接続できず、この本文はまだ読み込まれていません。しばらくしてから、もう一度お試しください。',
      en: 'The database cannot be reached, and this text has not been read before. Try again in a moment.',
    },
    headers: { 'Retry-After': '5' },
  })
