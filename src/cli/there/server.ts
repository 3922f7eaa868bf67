import { Readable } from 'node:stream'
import { type Command, Option } from 'commander'
import { textLines } from '../../core/text-lines.ts'
import type { Words } from '../../core/words.ts'
import { OperationRefused, type RefusalCode, refusals } from '../../operations/refused.ts'
import { Refusal } from '../../platform/refusal.ts'
import { language, say } from '../language.ts'

/** The API of a server that runs elsewhere, as the user whose key is in the environment. */
export type Server = {
  readonly get: (path: string) => Promise<unknown>
  /** What was answered to JSON, or to the bytes of a file, and whether something was made that had not been there. */
  readonly post: (
    path: string,
    body: unknown,
  ) => Promise<{ readonly answer: unknown; readonly isNew: boolean }>
  readonly bytes: (path: string) => Promise<Uint8Array>
  /** The same as it comes, for what may be long. */
  readonly chunks: (path: string) => AsyncGenerator<Uint8Array>
  /** What is answered line by line, as it comes; a last line may be a refusal, which is thrown. */
  readonly lines: (
    path: string,
    body: string | AsyncIterable<string | Uint8Array>,
    options?: { readonly type?: string; readonly signal?: AbortSignal },
  ) => AsyncGenerator<unknown>
}

export type ServerOption = { readonly server?: string }

const KEY = 'PRIVACY_POLICY_API_KEY'

/** A server may be silent for this long. */
const PATIENCE = 60_000
/** And for this long while it works on many organisations; Node itself waits no longer. */
const LONG_PATIENCE = 300_000

export const serverOption = () =>
  new Option(
    '--server <url>',
    say({
      ja: `データベースではなく、このサーバーに対して行う（APIキーは環境変数 ${KEY} で渡す）`,
      en: `ask this server instead of the database; its API key comes from ${KEY}`,
    }),
  )

/**
 * @throws OperationRefused when the address is none, when there is no key, and when the key would go over the network
 *   without encryption
 */
export function serverAt(address: string): Server {
  const origin = originOf(address)
  const key = process.env[KEY] ?? ''
  if (!/^[\x21-\x7e]+$/.test(key)) throw new OperationRefused('bad-request', keyMissing)
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const url = `${origin}${path}`
    const response = await fetch(url, {
      signal: AbortSignal.timeout(PATIENCE),
      ...init,
      headers: {
        authorization: `users API-Key ${key}`,
        'accept-language': language,
        ...(init.body ? { 'content-type': 'application/json' } : {}),
        ...(init.headers as { readonly [name: string]: string } | undefined),
      },
      // A key is for the server that was named, and for no other.
      redirect: 'error',
    }).catch((cause: Error & { readonly cause?: { readonly code?: string } }) => {
      throw new Refusal(unreachable(url, cause.cause?.code ?? cause.name), { cause })
    })
    if (response.ok) return response
    throw await refusalIn(response, url)
  }
  const json = async (response: Response) => {
    return parsed(await response.text(), response.url)
  }
  return {
    get: async (path) => json(await ask(path)),
    async post(path, body) {
      const isFile = body instanceof Uint8Array
      const response = await ask(path, {
        method: 'POST',
        body: isFile ? (body as BodyInit) : JSON.stringify(body),
        ...(isFile && { headers: { 'content-type': 'application/octet-stream' } }),
      })
      return { answer: await json(response), isNew: response.status === 201 }
    },
    bytes: async (path) => new Uint8Array(await (await ask(path)).arrayBuffer()),
    async *chunks(path) {
      const silence = silenceOf(LONG_PATIENCE)
      const url = `${origin}${path}`
      try {
        const { body } = await ask(path, { signal: silence.signal })
        for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
          silence.broken()
          yield chunk
        }
      } catch (cause) {
        if (cause instanceof Refusal || cause instanceof OperationRefused) throw cause
        const { code, name } = cause as NodeJS.ErrnoException
        throw new Refusal(unreachable(url, code ?? name), { cause })
      } finally {
        silence.end()
      }
    },
    async *lines(path, body, { type = 'application/json', signal } = {}) {
      const silence = silenceOf(LONG_PATIENCE)
      const init = {
        method: 'POST',
        headers: { 'content-type': type },
        body: typeof body === 'string' ? body : Readable.toWeb(Readable.from(body)),
        // Node wants it with a streamed body; TypeScript's DOM types do not know it.
        duplex: 'half',
        signal: signal ? AbortSignal.any([signal, silence.signal]) : silence.signal,
      } as RequestInit
      const url = `${origin}${path}`
      try {
        const response = await ask(path, init)
        for await (const line of linesIn(response, url)) {
          silence.broken()
          // The server is at work, and says so.
          if (line === '') continue
          const value = parsed(line, url)
          const { refused } = value as { readonly refused?: Told }
          if (refused) throw refusalOf(refused, refused.status ?? 500, url)
          yield value
        }
      } finally {
        silence.end()
      }
    },
  }
}

/** Ends what it is the signal of once nothing has broken it for so long, or when it is over. */
function silenceOf(milliseconds: number) {
  const stop = new AbortController()
  const silent = () => stop.abort(new DOMException('The server is silent', 'TimeoutError'))
  const timer = setTimeout(silent, milliseconds)
  return {
    signal: stop.signal,
    broken: () => void timer.refresh(),
    end() {
      clearTimeout(timer)
      stop.abort()
    },
  }
}

/** The lines of an answer that is still being made. */
async function* linesIn({ body }: Response, url: string): AsyncGenerator<string> {
  if (!body) return
  try {
    yield* textLines(body.pipeThrough(new TextDecoderStream()) as never)
  } catch (cause) {
    const { code, name } = cause as NodeJS.ErrnoException
    throw new Refusal(unreachable(url, code ?? name), { cause })
  }
}

function parsed(text: string, url: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (!(cause instanceof SyntaxError)) throw cause
    throw unreadableAnswer(url, cause)
  }
}

/** What another server says than one of policies. */
export const unreadableAnswer = (url: string, cause?: unknown) => new Refusal(noApi(url), { cause })

function originOf(address: string): string {
  const url = URL.canParse(address) ? new URL(address) : null
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new OperationRefused('bad-request', {
      ja: `「${address}」はサーバーのアドレスではありません。例: https://policies.example.co.jp`,
      en: `\`${address}\` is no address of a server. Such as https://policies.example.co.jp.`,
    })
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url.protocol === 'http:' && !isHere)
    throw new OperationRefused('bad-request', {
      ja: `暗号化されていない ${url.origin} には、APIキーを送りません。https のアドレスを指定してください。`,
      en: `The API key is not sent to ${url.origin} without encryption. Give an address with https.`,
    })
  return url.origin
}

/** The server's own refusal, in the words and with the code that it has there. */
async function refusalIn(response: Response, url: string): Promise<Error> {
  return refusalOf(await response.json().catch(() => ({})), response.status, url)
}

/** Problem details (RFC 9457), or what Payload says instead. */
type Told = {
  readonly status?: number
  readonly code?: string
  readonly detail?: string
  readonly errors?: readonly { readonly message?: string }[]
}

function refusalOf({ code: told, detail, errors }: Told, status: number, url: string): Error {
  const sentence = detail ?? errors?.[0]?.message
  if (status >= 500) return new Refusal(failed(url, status, sentence))
  const known = told !== undefined && told in refusals ? (told as RefusalCode) : null
  const code = known ?? codeOfStatus[status] ?? 'bad-request'
  const words = sentence ? { ja: sentence, en: sentence } : failed(url, status, undefined)
  return new OperationRefused(code, words, errors ?? [])
}

const codeOfStatus: { readonly [status: number]: RefusalCode } = {
  401: 'not-allowed',
  403: 'not-allowed',
  404: 'policy-missing',
  409: 'conflict',
  413: 'too-large',
  422: 'not-publishable',
}

const keyMissing: Words = {
  ja: `環境変数 ${KEY} にAPIキーがありません。管理画面の「ユーザー」で自分のAPIキーを作り、設定してください（引数では渡せません）。`,
  en: `There is no API key in ${KEY}. Make one for yourself in the admin, under Users, and set it (it is never an argument).`,
}

const unreachable = (url: string, why: string): Words => ({
  ja: `${url} に接続できないか、応答がありません（${why}）。アドレスを確かめてください。`,
  en: `Cannot reach ${url}, or it does not answer (${why}). Check the address.`,
})

const noApi = (url: string): Words => ({
  ja: `${url} の応答を読み取れません。privacy-policy のサーバーのアドレスか確かめてください。`,
  en: `Cannot read what ${url} answered. Is it the address of a privacy-policy server?`,
})

const failed = (url: string, status: number, sentence: string | undefined): Words => ({
  ja: `${url} の応答は ${status} でした。${sentence ?? ''}`,
  en: `${url} answered ${status}. ${sentence ?? ''}`.trim(),
})

/** Commands that a server's API has nothing for take the option too, to say so instead of calling it misspelt. */
export function refuseServerWhere(commands: readonly Command[]): void {
  for (const command of commands) {
    const isGroup = command.commands.length > 0
    if (isGroup || command.options.some(({ long }) => long === '--server')) continue
    command.addOption(new Option('--server <url>').hideHelp())
    command.hook('preAction', () => {
      if ((command.opts() as ServerOption).server === undefined) return
      throw new OperationRefused('bad-request', {
        ja: `${command.name()} はサーバー越しには実行できません。データベースのある場所で、--server なしで実行してください。`,
        en: `${command.name()} does not work through a server. Run it where the database is, without --server.`,
      })
    })
  }
}

/** Where the API has a policy that people call `organisation/policy`. */
export function policyPath(name: string): string {
  const [organisation = '', policy = 'privacy-policy', ...rest] = name.split('/')
  if (rest.length || ![organisation, policy].every((slug) => /^[a-z\d-]+$/.test(slug)))
    throw new OperationRefused('policy-missing', {
      ja: `「${name}」というポリシーはありません。事業者/ポリシー の形で指定してください。`,
      en: `There is no policy \`${name}\`. Give ORGANISATION/POLICY.`,
    })
  return `/api/privacy-policies/${organisation}/${policy}`
}
