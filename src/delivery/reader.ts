import type { Edition } from '../core/edition/index.ts'
import { editionPath, editionsPath, type Mount, pagePath, policyPath } from './addresses.ts'
import { type Answer, conclude, empty, headerOf, type RequestHeaders } from './answer.ts'
import { chooseLanguage, type Found, findByNumber, findByQuestion, historyAt } from './find.ts'
import { editionsAnswer, exportAnswer, policiesAnswer, schemaAnswer } from './list-answers.ts'
import { type EditionListing, listEditions, listPolicy, type PolicyListing } from './listings.ts'
import { negotiateLanguage } from './negotiation.ts'
import { pageAnswer } from './page-answer.ts'
import { type Problem, problemAnswer, quoted, ReadRefused } from './problem.ts'
import { problemPage } from './problem-page.ts'
import { readQuestion, type Times, timesOf } from './question.ts'
import { queryOf, type ReaderSetUp, type Reading } from './reading.ts'
import { representationOf } from './representations.ts'
import { pageRouteOf, routeForms, routeOf } from './routes.ts'
import { addressOf, type EditionSource, type History } from './source.ts'
import { chooseFormat, textAnswer, wholeOf } from './text-answer.ts'

export type ReaderOptions = {
  readonly source: EditionSource
  /** Where the API stands in the host. @default '/api/privacy-policies' */
  readonly basePath?: string
  /** Before `/{organisation}/{policy}` of the pages for people; null where there are none. @default '' */
  readonly pagePath?: string | null
  /** Of the site, for addresses that must be absolute. @default '' */
  readonly origin?: string
  /** The language for those who ask for none. @default 'ja' */
  readonly locale?: string
  /** Seconds for which caches may keep what a publication can change. @default 60 */
  readonly maxAge?: number
  /** Bytes of rendered policies to keep in memory. @default 64 MiB */
  readonly cacheBytes?: number
  /** @default the clock */
  readonly now?: () => Date
}

/** What a program asks for; the times as `?asOf=`, `?knownAt=` and `?seenAt=` take them. */
export type ReadQuery = Times & {
  readonly organisation: string
  readonly policy: string
  readonly number?: number | null
  readonly locale?: string | null
}
/** `edition` is the last with a text after a `repeal`, and null when there never was one. */
export type ReadResult = Omit<Found, 'edition'> & {
  readonly edition: Edition | null
  readonly language: string | null
}

export type Reader = {
  /** Answers a request to the API. `url` is the path with its query, or absolute. */
  readonly handle: (method: string, url: string, headers: RequestHeaders) => Promise<Answer>
  /** Answers a request to a page for people; null for a path that is none. */
  readonly handlePage: (
    method: string,
    url: string,
    headers: RequestHeaders,
  ) => Promise<Answer | null>
  /** `handle` for a host that speaks Fetch. */
  readonly fetch: (request: Request) => Promise<Response>
  /** @throws ReadRefused */
  readonly read: (query: ReadQuery) => Promise<ReadResult>
  readonly policies: (organisation?: string | null) => Promise<readonly PolicyListing[]>
  /** @throws ReadRefused */
  readonly editions: (organisation: string, policy: string) => Promise<readonly EditionListing[]>
}

/** Reads editions, and nothing else, for whoever asks: HTTP, pages, GraphQL. */
export function createReader(options: ReaderOptions): Reader {
  const mount: Mount = {
    basePath: options.basePath ?? '/api/privacy-policies',
    pagePath: options.pagePath === undefined ? '' : options.pagePath,
  }
  const setUp: ReaderSetUp = {
    source: options.source,
    mount,
    origin: options.origin ?? '',
    locale: options.locale ?? 'ja',
    maxAge: options.maxAge ?? 60,
    cacheBytes: options.cacheBytes ?? 64 * 1024 * 1024,
  }
  const clock = options.now ?? (() => new Date())
  const readingOf = (url: URL, headers: RequestHeaders): Reading => ({
    setUp,
    now: clock(),
    parameters: url.searchParams,
    headers,
  })

  const handle: Reader['handle'] = async (method, url, headers) => {
    const target = targetOf(url)
    const reading = readingOf(target, headers)
    return answering(method, reading, problemAnswer, () => answer(target.pathname, reading))
  }
  return {
    handle,
    async handlePage(method, url, headers) {
      const target = targetOf(url)
      const route = mount.pagePath === null ? null : pageRouteOf(target.pathname, mount.pagePath)
      if (!route) return null
      const reading = readingOf(target, headers)
      return answering(method, reading, problemPage, () => page(route, reading))
    },
    async fetch(request) {
      const { status, headers, body } = await handle(
        request.method,
        request.url,
        Object.fromEntries(request.headers),
      )
      // A Response refuses a body, even an empty one, where HTTP has none.
      return new Response(body.length === 0 ? null : (body as Uint8Array<ArrayBuffer>), {
        status,
        headers,
      })
    },
    async read({ organisation, policy, number, locale, ...times }) {
      const question = readQuestion(times, clock())
      const history = await historyAt(setUp.source, mount, { organisation, policy })
      const found =
        number == null
          ? findByQuestion(history, question, mount)
          : findByNumber(history, number, mount, clock())
      const { edition } = found
      if (!edition) return { ...found, edition, language: null }
      const hasText = Object.keys(edition.languages).length > 0
      const language = hasText
        ? chooseLanguage(edition, locale, undefined, setUp.locale).language
        : null
      return { ...found, edition: await wholeOf(edition, { setUp }), language }
    },
    async policies(organisation) {
      const histories = await setUp.source.histories(organisation ?? undefined)
      return histories
        .flatMap((history) => listPolicy(history, clock(), mount) ?? [])
        .filter((one) => organisation == null || one.organisation.slug === organisation)
    },
    async editions(organisation, policy) {
      const history = await historyAt(setUp.source, mount, { organisation, policy })
      return listEditions(history, clock(), mount)
    },
  }
}

/** A path that begins with two slashes is a path all the same, and not a host. */
const targetOf = (url: string) => new URL(url.startsWith('/') ? `http://localhost${url}` : url)

/** Runs a request to its end: refused methods, problems, conditions, HEAD. */
async function answering(
  method: string,
  reading: Reading,
  tell: (problem: Problem, language: 'ja' | 'en') => Answer,
  work: () => Promise<Answer>,
): Promise<Answer> {
  if (method === 'OPTIONS') return { status: 204, headers: { Allow: allowed }, body: empty }
  try {
    if (method !== 'GET' && method !== 'HEAD') throw methodRefused(method)
    return conclude(await work(), method, reading.headers)
  } catch (error) {
    if (!(error instanceof ReadRefused)) throw error
    return conclude(tell(error.problem, languageOf(reading)), method, reading.headers)
  }
}

async function answer(pathname: string, reading: Reading): Promise<Answer> {
  const { source, mount } = reading.setUp
  const route = routeOf(pathname, mount)
  if (!route) throw strayed(pathname, mount)
  switch (route.to) {
    case 'policies':
      return policiesAnswer(reading.parameters.get('organisation'), reading)
    case 'organisation':
      return policiesAnswer(route.organisation, reading)
    case 'schema':
      return schemaAnswer(reading)
    case 'editions': {
      const { address, extension } = route
      if (!['', '.json', '.jsonl'].includes(extension)) representationOf(extension)
      const history = await historyAt(source, mount, address)
      if (hasMoved(history, address))
        return moved(editionsPath(mount, addressOf(history), extension), reading)
      return extension === '.jsonl'
        ? exportAnswer(history, reading)
        : editionsAnswer(history, reading)
    }
    case 'edition': {
      const { address, extension, number } = route
      const format = chooseFormat(extension, reading)
      const history = await historyAt(source, mount, address)
      if (hasMoved(history, address))
        return moved(
          editionPath(mount, addressOf(history), number, extension, queryOf(reading)),
          reading,
        )
      return textAnswer(findByNumber(history, number, mount, reading.now), format, number, reading)
    }
    case 'policy': {
      const { address, extension } = route
      const question = readQuestion(timesOf(reading.parameters), reading.now)
      const format = chooseFormat(extension, reading)
      const history = await historyAt(source, mount, address)
      if (hasMoved(history, address))
        return moved(policyPath(mount, addressOf(history), extension, queryOf(reading)), reading)
      return textAnswer(findByQuestion(history, question, mount), format, null, reading)
    }
  }
}

async function page(
  { address, number }: NonNullable<ReturnType<typeof pageRouteOf>>,
  reading: Reading,
): Promise<Answer> {
  const { source, mount } = reading.setUp
  const question = readQuestion(timesOf(reading.parameters), reading.now)
  const history = await historyAt(source, mount, address)
  if (hasMoved(history, address)) {
    const path = `${pagePath(mount, addressOf(history)) ?? ''}${number === null ? '' : `/editions/${number}`}`
    return moved(path + queryOf(reading), reading)
  }
  const found =
    number === null
      ? findByQuestion(history, question, mount)
      : findByNumber(history, number, mount, reading.now)
  return pageAnswer(found, number, reading)
}

const hasMoved = (history: History, asked: { organisation: string; policy: string }) => {
  const { organisation, policy } = addressOf(history)
  return organisation !== asked.organisation || policy !== asked.policy
}

/** The policy was published elsewhere since; a former address leads there for good. */
function moved(location: string, { setUp }: Reading): Answer {
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

/** Problems are told in Japanese or English: as the text was asked for, or else as the client prefers. */
function languageOf({ parameters, headers }: Reading): 'ja' | 'en' {
  const asked = parameters.get('locale')
  if (asked !== null && asked !== '') return /^ja\b/i.test(asked) ? 'ja' : 'en'
  const liked = negotiateLanguage(headerOf(headers, 'accept-language'), ['ja', 'en'])
  return liked === 'en' ? 'en' : 'ja'
}

const allowed = 'GET, HEAD, OPTIONS'

const methodRefused = (method: string) =>
  new ReadRefused({
    status: 405,
    code: 'method-not-allowed',
    title: { ja: '読み取り専用です', en: 'Read only' },
    detail: {
      ja: `${quoted(method)} は受け付けません。GET または HEAD で読んでください。`,
      en: `${quoted(method)} is not accepted here. Read by GET or HEAD.`,
    },
    headers: { Allow: allowed },
  })

const strayed = (pathname: string, { basePath }: Mount) =>
  new ReadRefused({
    status: 404,
    code: 'unknown-path',
    title: { ja: 'このアドレスには何もありません', en: 'Nothing at this address' },
    detail: {
      ja: `「${quoted(pathname)}」には何もありません。${basePath} に一覧があります。`,
      en: `There is nothing at \`${quoted(pathname)}\`. Start from ${basePath}.`,
    },
    members: { paths: routeForms.map((form) => basePath + form) },
  })
