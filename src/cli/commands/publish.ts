import { Command, Option } from 'commander'
import type { Waiver } from '../../core/check/waiver.ts'
import { type EditionHead, type EditionKind, editionKinds } from '../../core/edition/index.ts'
import type { Words } from '../../core/words.ts'
import type { PublishRequest } from '../../operations/publishing/publication.ts'
import { say } from '../language.ts'
import { listChanges, type PartOptions, withPartOptions } from '../list-changes.ts'
import { type DutyOptions, dutyRecords, withDutyOptions } from '../options/duty-options.ts'
import {
  type EditionOptions,
  effectiveFromOption,
  withEditionOptions,
} from '../options/edition-options.ts'
import { keyAndReason } from '../options/key-and-reason.ts'
import { wholeNumber } from '../options/whole-number.ts'
import { policyPath, type ServerOption, serverAt, serverOption } from '../there/server.ts'

type Options = DutyOptions &
  EditionOptions &
  PartOptions &
  ServerOption & {
    readonly kind: EditionKind
    readonly effectiveFrom?: string
    readonly corrects?: number
    readonly withdraws?: number
    readonly idempotencyKey?: string
    readonly latest?: number
    readonly waive: readonly Waiver[]
  }

export function publishCommand(): Command {
  const command = new Command('publish')
    .description(
      say({ ja: '作業中の版を公表します。', en: 'Publishes the working copy as an edition.' }),
    )
    .argument('<policy>', say({ ja: '事業者/ポリシー', en: 'ORGANISATION/POLICY' }))
    .addOption(
      new Option('--kind <kind>', say({ ja: '種別', en: 'the kind of edition' }))
        .choices(editionKinds)
        .default('amendment'),
    )
    .addOption(effectiveFromOption())
    .option(
      '--corrects <number>',
      say({ ja: '訂正する版', en: 'the edition it corrects' }),
      wholeNumber,
    )
    .option(
      '--withdraws <number>',
      say({ ja: '取り下げる版', en: 'the edition it withdraws' }),
      wholeNumber,
    )
    .option(
      '--idempotency-key <key>',
      say({ ja: '同じキーの公表は一度だけ行う', en: 'publish once for this key' }),
    )
    .option(
      '--latest <number>',
      say({
        ja: '公表者が見た最新の版（0 はなし）。ほかの人が先に公表していれば拒否する',
        en: 'the newest edition that the publisher has seen, 0 for none; if there is a newer one, refuse',
      }),
      (text) => (text === '0' ? 0 : wholeNumber(text)),
    )
    .option(
      '--waive <key=reason>',
      say({
        ja: '点検のエラーを理由を付けて認める（check が示す鍵か、1件だけなら規則のID。繰り返せます）',
        en: 'publish in spite of an error: its key, or its rule if it is the only one; repeatable',
      }),
      waivers,
      [],
    )
  return withPartOptions(withDutyOptions(withEditionOptions(command)))
    .addOption(serverOption())
    .action(async (name: string, options: Options) => {
      if (options.listChanges) return listChanges(name, options)
      const duties = dutyRecords(options)
      const request = {
        kind: options.kind,
        ...(options.effectiveFrom && { effectiveFrom: options.effectiveFrom }),
        corrects: options.corrects ?? null,
        withdraws: options.withdraws ?? null,
        summary: { ja: options.summary ?? null, en: options.summaryEn ?? null },
        pendingDecision: options.pending ?? null,
        idempotencyKey: options.idempotencyKey ?? null,
        latest: options.latest ?? null,
        waivers: options.waive,
        duties,
        ...(options.only && { only: options.only }),
      }
      const { edition, isNew, incomplete, recorded, taken } =
        options.server === undefined
          ? await publishHere(name, request)
          : await publishThere(name, request, options.server)
      const languages = Object.keys(edition.languages).join(', ')
      console.log(
        say({
          ja: `${name} 第${edition.number}版${isNew ? 'を公表しました' : 'は公表済みです'}（施行 ${edition.effectiveFrom}、言語 ${languages || 'なし'}）\nsha256 ${edition.sha256}`,
          en: `${name}: edition ${edition.number} ${isNew ? 'published' : 'had been published'} (in force from ${edition.effectiveFrom}, languages: ${languages || 'none'})\nsha256 ${edition.sha256}`,
        }),
      )
      for (const { key, name: place, isAlong } of taken ?? [])
        if (isAlong)
          console.log(
            say({
              ja: `あわせて公表しました: ${place.ja}  ${key}`,
              en: `Published along with it: ${place.en}  ${key}`,
            }),
          )
      for (const { number, kind, effectiveFrom } of recorded)
        if (number !== edition.number)
          console.log(
            say(
              kind === 'withdrawal'
                ? {
                    ja: `第${number}版: 施行待ちの版（${effectiveFrom}）を取り下げました。`,
                    en: `Edition ${number}: the pending edition of ${effectiveFrom} was withdrawn.`,
                  }
                : {
                    ja: `第${number}版: 変更を引き継いで、${effectiveFrom} 施行で公表し直しました。`,
                    en: `Edition ${number}: published again from ${effectiveFrom}, with the change.`,
                  },
            ),
          )
      for (const [language, problems] of Object.entries(incomplete))
        console.log(
          say({
            ja: `言語 ${language} は公表していません。未入力の文が ${problems.length} か所あります: ${problems[0]?.message.ja}`,
            en: `The language ${language} was left out: ${problems.length} texts are missing. ${problems[0]?.message.en}`,
          }),
        )
    })
}

type Request = Omit<PublishRequest, 'policy'>
type Published = {
  readonly edition: EditionHead
  readonly isNew: boolean
  readonly incomplete: { readonly [language: string]: readonly { readonly message: Words }[] }
  readonly recorded: readonly Pick<EditionHead, 'number' | 'kind' | 'effectiveFrom'>[]
  readonly taken?:
    | readonly { readonly key: string; readonly name: Words; readonly isAlong: boolean }[]
    | null
}

async function publishHere(name: string, request: Request): Promise<Published> {
  const { atWork, findPolicy, publishPolicy } = await import('../workplace.ts')
  return atWork(async (reading) => {
    const { policy } = await findPolicy(name, reading)
    return publishPolicy({ ...request, policy }, reading)
  })
}

async function publishThere(name: string, request: Request, server: string): Promise<Published> {
  const summary = Object.fromEntries(
    Object.entries(request.summary ?? {}).filter(([, text]) => text !== null),
  )
  const path = `${policyPath(name)}/editions`
  const { answer, isNew } = await serverAt(server).post(path, { ...request, summary })
  return { ...(answer as Omit<Published, 'isNew'>), isNew }
}

const waivers = (text: string, before: readonly Waiver[]): readonly Waiver[] => [
  ...before,
  keyAndReason(text, {
    ja: 'org-address=会社概要に掲載しているため',
    en: 'org-address="it stands in the company profile"',
  }),
]
