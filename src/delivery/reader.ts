import type { Edition } from '../core/edition/index.ts'
import type { Answer, RequestHeaders } from './answer.ts'
import { answering, type OpenPreview } from './answering.ts'
import { apiAnswer } from './api-answer.ts'
import type { Mount } from './asked/addresses.ts'
import { methodsAt, readOnly } from './asked/methods.ts'
import { readQuestion, type Times, wantedBy } from './asked/question.ts'
import { pageRouteOf, routeOf } from './asked/routes.ts'
import { readLayout } from './comparison/comparison-answer.ts'
import {
  chooseLanguage,
  type Found,
  findByNumber,
  findByQuestion,
  likelyLanguage,
  openAt,
} from './find.ts'
import { createAnswers } from './kept/answers.ts'
import { createBytes } from './kept/bytes.ts'
import { createCache } from './kept/cache.ts'
import {
  type Compared,
  chooseCommonLanguage,
  createComparisons,
  findPair,
  type Pair,
} from './kept/comparisons.ts'
import { createLibrary } from './kept/library.ts'
import { createViews, type MakeView } from './kept/views.ts'
import {
  type EditionListing,
  listEditions,
  listPolicy,
  type PolicyListing,
} from './lists/listings.ts'
import { pagesAnswer } from './page/pages-answer.ts'
import { problemPage } from './page/problem-page.ts'
import type { FindPreviewed, PreviewNote } from './preview/preview.ts'
import { openPreview } from './preview/preview-reader.ts'
import { problemAnswer } from './problem.ts'
import type { ReaderSetUp } from './reading.ts'
import type { EditionSource, Listener, Watch } from './sources/source.ts'

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
  /** The edition and the language that a program asks for. */
  async function find(
    { organisation, policy, number, locale, ...times }: ReadQuery,
    inLanguage: boolean,
  ) {
    const now = clock()
    const question = readQuestion(times, now)
    const wanted = number == null ? wantedBy(question) : { number }
    const likely = inLanguage ? likelyLanguage(setUp, locale) : undefined
    const opened = await openAt(library, mount, { organisation, policy }, wanted, likely)
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

  const shownBy: OpenPreview = (given, asked) => openPreview(createReader, own, given, asked)
  const previewOf = ({ organisation, policy, preview, ...times }: ReadQuery) =>
    preview == null
      ? null
      : shownBy({ token: preview, isInUrl: false }, { address: { organisation, policy }, times })

  const parts = { setUp, answers, now: clock, shownBy }
  const answerApi = answering(parts, {
    kind: 'api',
    routeTo: (pathname) => ({ pathname, route: routeOf(pathname, mount) }),
    methodsOf: ({ pathname, route }) => methodsAt(pathname, route),
    livingAt: ({ route }) => (route?.to === 'policy' ? route.address : null),
    answer: apiAnswer,
    tell: problemAnswer,
  })
  const handle: Reader['handle'] = async (method, url, headers) => {
    const answer = await answerApi(method, url, headers)
    if (!answer) throw new Error('Expected the API to answer every path')
    return answer
  }
  return {
    handle,
    handlePage: answering(parts, {
      kind: 'page',
      routeTo: (pathname) =>
        mount.pagePath === null ? null : pageRouteOf(pathname, mount.pagePath),
      methodsOf: () => readOnly,
      livingAt: ({ address, number }) => (number === null ? address : null),
      answer: pagesAnswer,
      tell: problemPage,
    }),
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
      const { found, language } = await find(query, false)
      const { edition, opened } = found
      return { ...found, edition: edition && (await library.whole(opened, edition)), language }
    },
    async view(query, make) {
      const preview = await previewOf(query)
      if (preview) {
        const shown = await preview.reader.view({ ...query, preview: null }, make)
        return shown && { ...shown, preview: preview.note }
      }
      const { found, language } = await find(query, true)
      const { edition, opened, staleSince } = found
      if (!edition || language === null) return null
      const read = () => library.text(opened, edition, language)
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
