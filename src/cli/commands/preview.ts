import { Command, InvalidArgumentError } from 'commander'
import type { PreviewRequest } from '../../operations/publishing/issue-preview.ts'
import { say } from '../language.ts'
import { type OnlyOption, onlyOption } from '../list-changes.ts'
import { effectiveFromOption } from '../options/edition-options.ts'
import { wholeNumber } from '../options/whole-number.ts'
import { policyPath, type ServerOption, serverAt, serverOption } from '../there/server.ts'

type Options = OnlyOption &
  ServerOption & {
    readonly effectiveFrom?: string
    readonly edition?: number
    readonly expiresIn?: number
  }

export function previewCommand(): Command {
  return new Command('preview')
    .description(
      say({
        ja: '公表前の本文を読むための、期限付きのリンクを発行します。',
        en: 'Issues a link by which a text is read before it is published.',
      }),
    )
    .argument('<policy>', say({ ja: '事業者/ポリシー', en: 'ORGANISATION/POLICY' }))
    .addOption(effectiveFromOption())
    .option(
      '--edition <number>',
      say({ ja: '施行待ちの版の番号', en: 'an edition to come, instead of the working copy' }),
      wholeNumber,
    )
    .addOption(onlyOption())
    .option(
      '--expires-in <seconds>',
      say({ ja: '有効期間（秒）', en: 'lifetime in seconds' }),
      seconds,
    )
    .addOption(serverOption())
    .action(async (name: string, { server, ...options }: Options) => {
      const request = {
        effectiveFrom: options.effectiveFrom ?? null,
        edition: options.edition ?? null,
        expiresIn: options.expiresIn ?? null,
        only: options.only ?? null,
      }
      const { links, expiresAt, sha256 } =
        server === undefined
          ? await previewHere(name, request)
          : await previewThere(name, request, server)
      for (const link of links) console.log(link)
      console.log(
        say({ ja: `${expiresAt} まで有効`, en: `valid until ${expiresAt}` }),
        `sha256 ${sha256}`,
      )
    })
}

type Request = Omit<PreviewRequest, 'policy'>
type Issued = {
  /** To the page for people, where there is one, and to the JSON. */
  readonly links: readonly string[]
  readonly expiresAt: string
  readonly sha256: string
}

async function previewHere(name: string, request: Request): Promise<Issued> {
  const { atWork, findPolicy, issuePreview, readerPaths } = await import('../workplace.ts')
  return atWork(async (reading) => {
    const { policy } = await findPolicy(name, reading)
    const issued = await issuePreview({ ...request, policy }, reading, new Date())
    const { token, expiresAt, sha256 } = issued
    const paths = readerPaths(issued, reading.req.payload)
    return { links: paths.map((path) => `${path}?preview=${token}`), expiresAt, sha256 }
  })
}

async function previewThere(name: string, request: Request, server: string): Promise<Issued> {
  const { answer } = await serverAt(server).post(`${policyPath(name)}/previews`, request)
  const { page, url, expiresAt, sha256 } = answer as {
    readonly page: string | null
    readonly url: string
  } & Issued
  return { links: [...(page === null ? [] : [page]), url], expiresAt, sha256 }
}

function seconds(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new InvalidArgumentError(
    say({ ja: '秒数を整数で指定してください。', en: 'Give a whole number of seconds.' }),
  )
}
