import { Command } from 'commander'
import { say } from './language.ts'

type Options = {
  readonly effectiveFrom?: string
  readonly edition?: string
  readonly expiresIn?: string
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
    .option(
      '--effective-from <date>',
      say({
        ja: '施行日 YYYY-MM-DD（既定は今日）',
        en: 'first day it would hold, YYYY-MM-DD (today)',
      }),
    )
    .option(
      '--edition <number>',
      say({ ja: '施行待ちの版の番号', en: 'an edition to come, instead of the working copy' }),
    )
    .option('--expires-in <seconds>', say({ ja: '有効期間（秒）', en: 'lifetime in seconds' }))
    .action(async (name: string, options: Options) => {
      const { atWork, findPolicy, issuePreview, readerPaths } = await import('./workplace.ts')
      const { token, expiresAt, sha256, paths } = await atWork(async (reading) => {
        const issued = await issuePreview(
          {
            policy: (await findPolicy(name, reading)).policy,
            effectiveFrom: options.effectiveFrom ?? null,
            edition: options.edition === undefined ? null : Number(options.edition),
            expiresIn: options.expiresIn === undefined ? null : Number(options.expiresIn),
          },
          reading,
          new Date(),
        )
        return { ...issued, paths: readerPaths(issued, reading.req.payload) }
      })
      for (const path of paths) console.log(`${path}?preview=${token}`)
      console.log(
        say({ ja: `${expiresAt} まで有効`, en: `valid until ${expiresAt}` }),
        `sha256 ${sha256}`,
      )
    })
}
