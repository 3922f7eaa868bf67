import fs from 'node:fs'
import { type Command, InvalidArgumentError } from 'commander'
import type { DutyRecord } from '../../core/compare/duties/meet.ts'
import { dutiesForm, dutiesIn } from '../../core/compare/duties/read-records.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { say } from '../language.ts'
import { keyAndReason } from './key-and-reason.ts'

/** What `publish` is told of duties. */
export type DutyOptions = {
  readonly duty: readonly string[]
  readonly where?: string
  readonly on?: string
  readonly leadDays?: number
  readonly note?: string
  readonly waiveDuty: readonly DutyRecord[]
  readonly duties?: string
}

/** One announcement meets the duties that are named; what is met otherwise stands in a file. */
export function withDutyOptions(command: Command): Command {
  return command
    .option(
      '--duty <key>',
      say({
        ja: '--where と --on の知らせで対応する確認事項（鍵または名前。繰り返せます）',
        en: 'a duty that the announcement of --where and --on meets: its key or name; repeatable',
      }),
      (text: string, before: readonly string[]) => [...before, text],
      [],
    )
    .option(
      '--where <place>',
      say({
        ja: 'どこで知らせるか（例: トップページのお知らせ）',
        en: 'where it is announced, such as "the notice on the home page"',
      }),
    )
    .option(
      '--on <date>',
      say({
        ja: 'いつから知らせるか YYYY-MM-DD',
        en: 'from which day it is announced, YYYY-MM-DD',
      }),
    )
    .option(
      '--lead-days <days>',
      say({ ja: '施行までの予告期間（日数）', en: 'how many days before the text holds' }),
      (text) => {
        if (/^\d{1,5}$/.test(text)) return Number(text)
        throw new InvalidArgumentError(
          say({ ja: '日数を指定してください。', en: 'Give a number of days.' }),
        )
      },
    )
    .option('--note <text>', say({ ja: '覚え書き', en: 'a note beside it' }))
    .option(
      '--waive-duty <key=reason>',
      say({
        ja: '確認事項を、理由を付けて対応不要とする（繰り返せます）',
        en: 'a duty that need not be met, and why; repeatable',
      }),
      waivedDuty,
      [],
    )
    .option(
      '--duties <file>',
      say({
        ja: '確認事項の記録のJSON（REST の "duties" と同じ形。「-」は標準入力）',
        en: 'records of duties as JSON, as "duties" in REST; - for standard input',
      }),
    )
}

/** @throws OperationRefused when an announcement is named in part, or the file holds no records */
export function dutyRecords(options: DutyOptions): readonly DutyRecord[] {
  const { duty, where, on, leadDays, note, waiveDuty, duties } = options
  const isAnnounced = where !== undefined && on !== undefined
  const isNamed = duty.length > 0
  if (isNamed !== isAnnounced || (!isNamed && (where ?? on ?? leadDays ?? note) !== undefined))
    throw halfAnnounced
  const met = {
    where: where ?? '',
    when: on ?? '',
    ...(leadDays !== undefined && { leadDays }),
    ...(note !== undefined && { note }),
  }
  return [
    ...duty.map((key) => ({ key, met })),
    ...waiveDuty,
    ...(duties === undefined ? [] : recordsIn(duties)),
  ]
}

function waivedDuty(text: string, before: readonly DutyRecord[]): readonly DutyRecord[] {
  const { key, reason } = keyAndReason(text, {
    ja: 'purposeLimits=関連性のある範囲の変更のため',
    en: 'purposeLimits="it stays related to the purpose before"',
  })
  return [...before, { key, waived: { reason } }]
}

function recordsIn(file: string): readonly DutyRecord[] {
  const text = fs.readFileSync(file === '-' ? 0 : file, 'utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const records = dutiesIn(value ?? '')
  if (records) return records
  throw new OperationRefused('bad-request', {
    ja: `「${file}」を確認事項の記録として読み取れません。次の形のJSONにしてください: ${dutiesForm}`,
    en: `Cannot read ${file} as records of duties. Write JSON like ${dutiesForm}.`,
  })
}

const halfAnnounced = new OperationRefused('bad-request', {
  ja: '知らせる場所と日は、どの確認事項のものかと一緒に指定してください: --duty 鍵 --where 場所 --on 日付',
  en: 'Name the duties, the place and the day together: --duty KEY --where PLACE --on DAY.',
})
