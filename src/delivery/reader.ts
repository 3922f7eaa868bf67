import type { Edition } from '../core/edition/index.ts'
import {
  type Address,
  comparisonPath,
  editionPath,
  editionsPath,
  feedPath,
  type Mount,
  pagePath,
  policyPath,
  timemapPath,
} from './addresses.ts'
import { type Answer, conclude, empty, headerOf, type RequestHeaders } from './answer.ts'
import { createAnswers, questionOf } from './answers.ts'
import { createBytes } from './bytes.ts'
import { createCache } from './cache.ts'
import { comparisonAnswer, queryOf as comparisonQuery, readLayout } from './comparison-answer.ts'
import { comparisonPageAnswer } from './comparison-page-answer.ts'
import {
  type Compared,
  chooseCommonLanguage,
  createComparisons,
  findPair,
  type Pair,
} from './comparisons.ts'
import { feedAnswer } from './feed-answer.ts'
import { chooseLanguage, type Found, findByNumber, findByQuestion, openAt } from './find.ts'
import { createLibrary } from './library.ts'
import { editionsAnswer, exportAnswer, policiesAnswer, schemaAnswer } from './list-answers.ts'
import { type EditionListing, listEditions, listPolicy, type PolicyListing } from './listings.ts'
import { acceptedMoment, gateAnswer, timemapAnswer } from './memento.ts'
import { type Methods, methodRefused, methodsAt, readOnly, writeOnly } from './methods.ts'
import { negotiateLanguage } from './negotiation.ts'
import { pageAnswer } from './page-answer.ts'
import {
  asPreview,
  type FindPreviewed,
  type PreviewNote,
  previewToken,
  withoutToken,
} from './preview.ts'
import { openPreview } from './preview-reader.ts'
import { problemAnswer, quoted, ReadRefused } from './problem.ts'
import { problemPage } from './problem-page.ts'
import { type Question, readQuestion, type Times, timesOf } from './question.ts'
import { queryOf, type ReaderSetUp, type Reading } from './reading.ts'
import { representationOf } from './representations.ts'
import { type PageRoute, pageRouteOf, type Route, routeForms, routeOf } from './routes.ts'
import {
  addressOf,
  type EditionSource,
  type History,
  type Listener,
  type Wanted,
  type Watch,
} from './source.ts'
import { chooseFormat, textAnswer } from './text-answer.ts'
import { createViews, type MakeView } from './views.ts'

export type ReaderOptions = {
  readonly source: EditionSource
  /** Tells of editions that are recorded; without it, what is kept is taken to be all there is. */
  readonly watch?: (listener: Listener) => Watch
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
  /** Bytes of policies, texts and renderings to keep in memory. @default 64 MiB */
  readonly cacheBytes?: number
  /** Finds what a token lets its bearer read before its day; without it, there are no previews. */
  readonly preview?: FindPreviewed
  /** Of a reader that shows one preview. */
  readonly note?: PreviewNote
  /** @default the clock */
  readonly now?: () => Date
}

/** What a program asks for; the times as `?asOf=`, `?knownAt=` and `?seenAt=` take them. */
export type ReadQuery = Times & {
  readonly organisation: string
  readonly policy: string
  readonly number?: number | null
  readonly locale?: string | null
  /** A token for a preview. */
  readonly preview?: string | null
}
/** `edition` is the last with a text after a `repeal`, and null when there never was one. */
export type ReadResult = Omit<Found, 'edition'> & {
  readonly edition: Edition | null
  readonly language: string | null
}

/** Two editions by their numbers; `layout` as `?layout=` takes it. */
export type ComparisonQuery = {
  readonly organisation: string
  readonly policy: string
  readonly before: number
  readonly after: number
  readonly locale?: string | null
  readonly layout?: string | null
}
export type ComparisonResult = Compared & { readonly editions: Pair; readonly language: string }

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
  /** What is made of an edition in one language, once for all who ask; null for an edition without a text. */
  readonly view: <V extends object>(
    query: ReadQuery,
    make: MakeView<V>,
  ) => Promise<{
    readonly view: V
    readonly staleSince: Date | null
    readonly preview: PreviewNote | null
  } | null>
  /** @throws ReadRefused */
  readonly compare: (query: ComparisonQuery) => Promise<ComparisonResult>
  readonly policies: (organisation?: string | null) => Promise<readonly PolicyListing[]>
  /** @throws ReadRefused */
  readonly editions: (organisation: string, policy: string) => Promise<readonly EditionListing[]>
  /** Of a reader that shows one preview. */
  readonly note: PreviewNote | null
  /** How many bytes of memory are taken up by what is kept. */
  readonly cacheSize: () => number
  /** Forgets all that is kept; what is asked for next is read anew. */
  readonly forget: () => void
  /** Ends the watch. */
  readonly close: () => Promise<void>
}

/** Reads editions, and nothing else, for whoever asks: HTTP, pages, GraphQL. */
export function createReader(options: ReaderOptions): Reader {
  const mount: Mount = {
    basePath: options.basePath ?? '/api/privacy-policies',
    pagePath: options.pagePath === undefined ? '' : options.pagePath,
  }
  const clock = options.now ?? (() => new Date())
  const own = { ...options, now: clock }
  const cache = createCache(options.cacheBytes ?? 64 * 1024 * 1024)
  const library = createLibrary({
    source: options.source,
    cache,
    watch: options.watch,
    now: clock,
  })
  const bytes = createBytes(cache)
  const viewed = createViews(cache)
  const comparisons = createComparisons(cache, library)
  const answers = createAnswers({ cache, library, bytes })
  const setUp: ReaderSetUp = {
    library,
    keepBytes: bytes.keep,
    mount,
    origin: options.origin ?? '',
    locale: options.locale ?? 'ja',
    maxAge: options.maxAge ?? 60,
    ...(options.note && { preview: options.note }),
    comparisons,
  }
  /** Answers by what is kept, or else by work; null where there is nothing to work on. */
  const answering =
    <R>(
      kind: 'api' | 'page',
      routeTo: (pathname: string) => R | null,
      methodsOf: (route: R) => Methods,
      previewable: (route: R) => Address | null,
      work: (route: R, reading: Reading) => Promise<Answer>,
      tell: typeof problemAnswer,
    ) =>
    async (method: string, url: string, headers: RequestHeaders): Promise<Answer | null> => {
      const now = clock()
      const isRead = method === 'GET' || method === 'HEAD'
      const given = setUp.preview ? null : previewToken(url, headers)
      const question = isRead && !given ? `${kind} ${questionOf(url, headers)}` : null
      const kept = question === null ? undefined : answers.get(question, now)
      if (kept) return conclude(kept, method, headers)
      const target = targetOf(url)
      const route = routeTo(target.pathname)
      if (route === null) return null
      const methods = methodsOf(route)
      if (method === 'OPTIONS') return { status: 204, headers: { Allow: methods }, body: empty }
      const reading: Reading = { setUp, now, parameters: target.searchParams, headers }
      try {
        if (!isRead || methods === writeOnly) throw methodRefused(method, methods)
        const address = given && previewable(route)
        if (given && address) {
          const times = timesOf(target.searchParams)
          const { reader } = await openPreview(createReader, own, given, { address, times })
          const bare = withoutToken(url, headers)
          const shown =
            kind === 'page'
              ? await reader.handlePage('GET', bare.url, bare.headers)
              : await reader.handle('GET', bare.url, bare.headers)
          return shown && conclude(asPreview(shown, reader.note), method, headers)
        }
        const made = await work(route, reading)
        if (question !== null) answers.keep(question, made, now)
        return conclude(made, method, headers)
      } catch (error) {
        if (!(error instanceof ReadRefused)) throw error
        return conclude(tell(error.problem, languageOf(reading)), method, headers)
      }
    }

  /** The edition and the language that a program asks for. */
  async function find({ organisation, policy, number, locale, ...times }: ReadQuery) {
    const now = clock()
    const question = readQuestion(times, now)
    const wanted = number == null ? wantedBy(question) : { number }
    const opened = await openAt(library, mount, { organisation, policy }, wanted)
    const found =
      number == null
        ? findByQuestion(opened, question, mount)
        : findByNumber(opened, number, mount, now)
    const { edition } = found
    const hasText = edition !== null && Object.keys(edition.languages).length > 0
    const language = hasText
      ? chooseLanguage(edition, locale, undefined, setUp.locale).language
      : null
    return { found, language }
  }

  /** A token says what to read where a policy is read as it lives, and nothing elsewhere. */
  const ofPolicy = ({ route }: { readonly route: Route | null }) =>
    route?.to === 'policy' ? route.address : null
  const ofPage = ({ address, number }: PageRoute) => (number === null ? address : null)
  const previewOf = ({ organisation, policy, preview, ...times }: ReadQuery) =>
    preview == null
      ? null
      : openPreview(
          createReader,
          own,
          { token: preview, isInUrl: false },
          { address: { organisation, policy }, times },
        )

  const toRoute = (pathname: string) => ({ pathname, route: routeOf(pathname, mount) })
  const methodsOf = ({ pathname, route }: ReturnType<typeof toRoute>) => methodsAt(pathname, route)
  const answerApi = answering('api', toRoute, methodsOf, ofPolicy, answer, problemAnswer)
  const handle: Reader['handle'] = async (method, url, headers) => {
    const answer = await answerApi(method, url, headers)
    if (!answer) throw new Error('Expected the API to answer every path')
    return answer
  }
  const toPage = (pathname: string) =>
    mount.pagePath === null ? null : pageRouteOf(pathname, mount.pagePath)
  return {
    handle,
    handlePage: answering('page', toPage, () => readOnly, ofPage, page, problemPage),
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
    async read(query) {
      const preview = await previewOf(query)
      if (preview) return preview.reader.read({ ...query, preview: null })
      const { found, language } = await find(query)
      const { edition, opened } = found
      return { ...found, edition: edition && (await library.whole(opened, edition)), language }
    },
    async view(query, make) {
      const preview = await previewOf(query)
      if (preview) {
        const shown = await preview.reader.view({ ...query, preview: null }, make)
        return shown && { ...shown, preview: preview.note }
      }
      const { found, language } = await find(query)
      const { edition, opened, staleSince } = found
      if (!edition || language === null) return null
      const read = () => library.whole(opened, edition)
      return { view: await viewed(edition, language, make, read), staleSince, preview: null }
    },
    async compare({ organisation, policy, before, after, locale, layout }) {
      const numbers = [before, after] as const
      const opened = await openAt(library, mount, { organisation, policy }, { numbers })
      const editions = findPair(opened, numbers, mount)
      const { language } = chooseCommonLanguage(editions, locale, undefined, setUp.locale)
      const compared = await comparisons(opened, editions, language, readLayout(layout))
      return { ...compared, editions, language }
    },
    async policies(organisation) {
      const { list } = await library.list(organisation ?? undefined)
      return list.histories
        .flatMap((history) => listPolicy(history, clock(), mount) ?? [])
        .filter((one) => organisation == null || one.organisation.slug === organisation)
    },
    async editions(organisation, policy) {
      const { policy: kept } = await openAt(library, mount, { organisation, policy }, 'none')
      return listEditions(kept.history, clock(), mount)
    },
    note: options.note ?? null,
    cacheSize: cache.size,
    forget: cache.clear,
    close: library.close,
  }
}

/** A path that begins with two slashes is a path all the same, and not a host. */
const targetOf = (url: string) => new URL(url.startsWith('/') ? `http://localhost${url}` : url)

async function answer(
  { pathname, route }: { readonly pathname: string; readonly route: Route | null },
  reading: Reading,
): Promise<Answer> {
  const { library, mount } = reading.setUp
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
      const isExport = extension === '.jsonl'
      const opened = await openAt(library, mount, address, isExport ? 'all' : 'none')
      const { history } = opened.policy
      if (hasMoved(history, address))
        return moved(editionsPath(mount, addressOf(history), extension), reading)
      return isExport ? exportAnswer(opened, reading) : editionsAnswer(opened, reading)
    }
    case 'feed':
    case 'timemap': {
      const { address, to } = route
      const opened = await openAt(library, mount, address, 'none')
      const { history } = opened.policy
      const [path, answer] =
        to === 'feed' ? ([feedPath, feedAnswer] as const) : ([timemapPath, timemapAnswer] as const)
      if (hasMoved(history, address))
        return moved(path(mount, addressOf(history), queryOf(reading)), reading)
      return answer(opened, reading)
    }
    case 'edition': {
      const { address, extension, number } = route
      const format = chooseFormat(extension, reading)
      const opened = await openAt(library, mount, address, { number })
      const { history } = opened.policy
      if (hasMoved(history, address))
        return moved(
          editionPath(mount, addressOf(history), number, extension, queryOf(reading)),
          reading,
        )
      return textAnswer(findByNumber(opened, number, mount, reading.now), format, number, reading)
    }
    case 'comparison': {
      const { address, extension, numbers } = route
      const format = chooseFormat(extension, reading)
      const opened = await openAt(library, mount, address, { numbers })
      const { history } = opened.policy
      if (hasMoved(history, address))
        return moved(
          comparisonPath(mount, addressOf(history), numbers, extension, comparisonQuery(reading)),
          reading,
        )
      return comparisonAnswer(opened, numbers, format, reading)
    }
    case 'policy': {
      const { address, extension } = route
      const times = timesOf(reading.parameters)
      const question = readQuestion(times, reading.now)
      const moment = acceptedMoment(reading, times)
      const format = chooseFormat(extension, reading)
      const opened = await openAt(library, mount, address, wantedBy(question))
      const { history } = opened.policy
      if (hasMoved(history, address))
        return moved(policyPath(mount, addressOf(history), extension, queryOf(reading)), reading)
      const pathTo = (query: string) => policyPath(mount, address, extension, query)
      const gate = moment === null ? null : gateAnswer(history, moment, pathTo, reading)
      return gate ?? textAnswer(findByQuestion(opened, question, mount), format, null, reading)
    }
  }
}

async function page({ address, number, compared }: PageRoute, reading: Reading): Promise<Answer> {
  if (compared) return comparisonPage(address, compared, reading)
  const { library, mount } = reading.setUp
  const times = timesOf(reading.parameters)
  const question = readQuestion(times, reading.now)
  const moment = number === null ? acceptedMoment(reading, times) : null
  const wanted = number === null ? wantedBy(question) : { number }
  const opened = await openAt(library, mount, address, wanted)
  const { history } = opened.policy
  if (hasMoved(history, address)) {
    const path = `${pagePath(mount, addressOf(history)) ?? ''}${number === null ? '' : `/editions/${number}`}`
    return moved(path + queryOf(reading), reading)
  }
  const pathTo = (query: string) => pagePath(mount, address, query) ?? ''
  const gate = moment === null ? null : gateAnswer(history, moment, pathTo, reading)
  if (gate) return gate
  const found =
    number === null
      ? findByQuestion(opened, question, mount)
      : findByNumber(opened, number, mount, reading.now)
  return pageAnswer(found, number, reading)
}

async function comparisonPage(
  address: Address,
  numbers: readonly [number, number],
  reading: Reading,
): Promise<Answer> {
  const { library, mount } = reading.setUp
  const opened = await openAt(library, mount, address, { numbers })
  const { history } = opened.policy
  if (!hasMoved(history, address)) return comparisonPageAnswer(opened, numbers, reading)
  const path = pagePath(mount, addressOf(history)) ?? ''
  return moved(`${path}/compare/${numbers.join('...')}${comparisonQuery(reading)}`, reading)
}

/** The texts that a question may need; who asks for today's will tomorrow ask for tomorrow's. */
const wantedBy = ({ day, knownAt, about }: Question): Wanted => ({
  day,
  knownAt,
  ahead: about === 'now' && knownAt === undefined,
})

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
