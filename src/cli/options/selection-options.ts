import { type Command, Option } from 'commander'
import type { Selection } from '../../core/bulk/define-change.ts'
import { type BulkCollection, bulkCollections } from '../../core/bulk/records.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { say } from '../language.ts'

/** Which records a change is of. */
export type SelectionOptions = {
  readonly organisation?: readonly string[]
  readonly policy?: readonly string[]
  readonly collection?: readonly BulkCollection[]
  readonly where?: readonly string[]
  readonly finding?: readonly string[]
}

export function withSelectionOptions(command: Command): Command {
  const repeat = (value: string, before: readonly string[] = []) => [...before, value]
  return command
    .option(
      '--organisation <slug>',
      say({ ja: '事業者（繰り返せます）', en: 'of this organisation; repeatable' }),
      repeat,
    )
    .option(
      '--policy <slug>',
      say({ ja: 'ポリシー（繰り返せます）', en: 'of this policy; repeatable' }),
      repeat,
    )
    .addOption(
      new Option(
        '--collection <name>',
        say({ ja: 'コレクション（繰り返せます）', en: 'of this collection; repeatable' }),
      ).argParser((value: string, before?: readonly string[]) => {
        if (!bulkCollections.includes(value as BulkCollection))
          throw new OperationRefused('bad-request', {
            ja: `コレクション「${value}」はありません。あるもの: ${bulkCollections.join('、')}`,
            en: `There is no collection \`${value}\`. There are: ${bulkCollections.join(', ')}.`,
          })
        return repeat(value, before)
      }),
    )
    .option(
      '--where <field=value>',
      say({ ja: '項目の値（繰り返せます）', en: 'whose field has this value; repeatable' }),
      repeat,
    )
    .option(
      '--finding <rule>',
      say({
        ja: '点検の指摘がある記録（繰り返せます）',
        en: 'with a finding of this rule; repeatable',
      }),
      repeat,
    )
}

/** Only what was given, so that the rest stays as a script has it. */
export function selectionOf({
  organisation,
  policy,
  collection,
  where,
  finding,
}: SelectionOptions): Partial<Selection> {
  return {
    ...(organisation && { organisations: organisation }),
    ...(policy && { policies: policy }),
    ...(collection && { collections: collection }),
    ...(where && { where: Object.fromEntries(where.map(pair)) }),
    ...(finding && { findings: finding }),
  }
}

function pair(text: string): [string, string] {
  const at = text.indexOf('=')
  if (at < 1)
    throw new OperationRefused('bad-request', {
      ja: `「${text}」を読み取れません。項目=値 の形で指定してください。`,
      en: `Cannot read \`${text}\`. Write it like FIELD=VALUE.`,
    })
  return [text.slice(0, at), text.slice(at + 1)]
}
