import { type Answer, conclude, empty, headerOf, type RequestHeaders } from './answer.ts'
import type { Address } from './asked/addresses.ts'
import { type Methods, methodRefused, writeOnly } from './asked/methods.ts'
import { negotiateLanguage } from './asked/negotiation.ts'
import { type Times, timesOf } from './asked/question.ts'
import { type Answers, questionOf } from './kept/answers.ts'
import { asPreview, previewToken, withoutToken } from './preview/preview.ts'
import type { PreviewReader } from './preview/preview-reader.ts'
import { type problemAnswer, ReadRefused } from './problem.ts'
import type { ReaderSetUp, Reading } from './reading.ts'

/** Opens what a token lets its bearer read at an address. @throws ReadRefused */
export type OpenPreview = (
  given: { readonly token: string; readonly isInUrl: boolean },
  asked: { readonly address: Address; readonly times: Times },
) => Promise<PreviewReader>

/** Addresses of one kind: which there are, what may be done there, and what is answered. */
export type Site<R> = {
  readonly kind: 'api' | 'page'
  readonly routeTo: (pathname: string) => R | null
  readonly methodsOf: (route: R) => Methods
  /** The policy that is read there as it lives: a token says what to read there, and nothing elsewhere. */
  readonly livingAt: (route: R) => Address | null
  readonly answer: (route: R, reading: Reading) => Promise<Answer>
  readonly tell: typeof problemAnswer
}

type Parts = {
  readonly setUp: ReaderSetUp
  readonly answers: Answers
  readonly now: () => Date
  readonly shownBy: OpenPreview
}

/** Answers by what is kept, or else by work; null where there is nothing to work on. */
export function answering<R>({ setUp, answers, now: clock, shownBy }: Parts, site: Site<R>) {
  return async (method: string, url: string, headers: RequestHeaders): Promise<Answer | null> => {
    const now = clock()
    const isRead = method === 'GET' || method === 'HEAD'
    const given = setUp.preview ? null : previewToken(url, headers)
    const question = isRead && !given ? `${site.kind} ${questionOf(url, headers)}` : null
    const kept = question === null ? undefined : answers.get(question, now)
    if (kept) return conclude(kept, method, headers)
    const target = targetOf(url)
    const route = site.routeTo(target.pathname)
    if (route === null) return null
    const methods = site.methodsOf(route)
    if (method === 'OPTIONS') return { status: 204, headers: { Allow: methods }, body: empty }
    const reading: Reading = { setUp, now, parameters: target.searchParams, headers }
    try {
      if (!isRead || methods === writeOnly) throw methodRefused(method, methods)
      const address = given && site.livingAt(route)
      if (given && address) {
        const times = timesOf(target.searchParams)
        const { reader } = await shownBy(given, { address, times })
        const bare = withoutToken(url, headers)
        const shown =
          site.kind === 'page'
            ? await reader.handlePage('GET', bare.url, bare.headers)
            : await reader.handle('GET', bare.url, bare.headers)
        return shown && conclude(asPreview(shown, reader.note), method, headers)
      }
      const made = await site.answer(route, reading)
      if (question !== null) answers.keep(question, made, now)
      return conclude(made, method, headers)
    } catch (error) {
      if (!(error instanceof ReadRefused)) throw error
      return conclude(site.tell(error.problem, languageOf(reading)), method, headers)
    }
  }
}

/** A path that begins with two slashes is a path all the same, and not a host. */
const targetOf = (url: string) => new URL(url.startsWith('/') ? `http://localhost${url}` : url)

/** Problems are told in Japanese or English: as the text was asked for, or else as the client prefers. */
function languageOf({ parameters, headers }: Reading): 'ja' | 'en' {
  const asked = parameters.get('locale')
  if (asked !== null && asked !== '') return /^ja\b/i.test(asked) ? 'ja' : 'en'
  const liked = negotiateLanguage(headerOf(headers, 'accept-language'), ['ja', 'en'])
  return liked === 'en' ? 'en' : 'ja'
}
