import path from 'node:path'
import { fromLines, lineKey, readRecordLines } from '../../core/bulk/changes/record-lines.ts'
import { recordHash } from '../../core/bulk/record-hash.ts'
import type { BulkRecord } from '../../core/bulk/records.ts'
import { OperationRefused } from '../refused.ts'
import type { Plannable } from './plan.ts'
import { linesOf } from './plan-on-disk.ts'

/** The change that a file of JSON lines asks for. */
export async function changeOfFile(file: string): Promise<Plannable> {
  return changeOfLines(linesOf(file), { name: path.basename(file) })
}

type Naming = {
  /** What people call the lines, to tell them a place in them; null where the lines are no work of theirs. */
  readonly name: string | null
  /** @default by the name */
  readonly title?: string
}

/**
 * The change that JSON lines ask for, `{"collection": …, "id": …, "set": { … }}`. With the `"hash"` of a record as it
 * was read, what has become of it since is not overwritten.
 *
 * @throws OperationRefused naming every line that cannot be read
 */
export async function changeOfLines(
  lines: AsyncIterable<string>,
  { name, title = `${name ?? 'JSON Lines'} による変更` }: Naming,
): Promise<Plannable> {
  const { records, problems } = await readRecordLines(lines)
  const placeAt = (line: number) => `${name ?? 'JSON Lines'}:${line}`
  if (problems.length)
    throw badLines(problems.map(({ line, message }) => ({ place: placeAt(line), message })))
  const { seen, change, ...named } = fromLines(records, title)
  return {
    ...named,
    change(record: never, context) {
      const { id } = record as BulkRecord
      const asked = records.get(lineKey(context.collection, id))
      if (asked?.hash && asked.hash !== recordHash(record))
        throw changedSince(placeAt(asked.line), { collection: context.collection, id })
      return change(record, context)
    },
    placeOf: (collection, id) => {
      const line = records.get(lineKey(collection, id))
      return line && name !== null ? placeAt(line.line) : null
    },
    refuseUnseen: () => {
      const unseen = [...records].filter(([key]) => !seen.has(key))
      if (unseen.length === 0) return
      throw badLines(
        unseen.map(([key, { line }]) => ({
          place: placeAt(line),
          message: {
            ja: `変更できる記録「${key}」がありません。`,
            en: `There is no record \`${key}\` to change.`,
          },
        })),
      )
    },
  }
}

const changedSince = (place: string, { collection, id }: { collection: string; id: string }) =>
  new OperationRefused(
    'plan-drifted',
    {
      ja: `${place}: 記録「${lineKey(collection, id)}」は、読み取った後に変更されています。もう一度読み取ってください。`,
      en: `${place}: the record \`${lineKey(collection, id)}\` was changed after it had been read. Read it again.`,
    },
    [{ collection, id }],
  )

const badLines = (
  problems: readonly { readonly place: string; readonly message: { ja: string; en: string } }[],
) => {
  const told = problems.slice(0, 20)
  return new OperationRefused(
    'bulk-invalid',
    {
      ja: `このファイルの変更はできません。何も書き込んでいません。\n${told.map(({ place, message }) => `${place}: ${message.ja}`).join('\n')}`,
      en: `The changes of this file cannot be made; nothing was written.\n${told.map(({ place, message }) => `${place}: ${message.en}`).join('\n')}`,
    },
    problems,
  )
}
