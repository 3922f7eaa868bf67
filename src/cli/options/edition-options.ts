import { type Command, Option } from 'commander'
import { type PendingDecision, pendingDecisions } from '../../core/edition/index.ts'
import { say } from '../language.ts'

/** What every publication is told of its edition, of one policy or of many. */
export type EditionOptions = {
  readonly summary?: string
  readonly summaryEn?: string
  readonly pending?: PendingDecision
}

/** The day whose text and law are meant: of what is published, previewed or checked. */
export const effectiveFromOption = () =>
  new Option(
    '--effective-from <date>',
    say({ ja: '施行日 YYYY-MM-DD（既定は今日）', en: 'first day it holds, YYYY-MM-DD (today)' }),
  )

export function withEditionOptions(command: Command): Command {
  return command
    .option(
      '--summary <text>',
      say({ ja: '改定の要旨（日本語）', en: 'what changed, in Japanese' }),
    )
    .option(
      '--summary-en <text>',
      say({ ja: '改定の要旨（英語）', en: 'what changed, in English' }),
    )
    .addOption(
      new Option(
        '--pending <decision>',
        say({ ja: '施行待ちの版の扱い', en: 'what becomes of pending editions' }),
      ).choices(pendingDecisions),
    )
}
