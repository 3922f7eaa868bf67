import path from 'node:path'
import { fromLines, lineKey, readRecordLines } from '../../core/bulk/changes/record-lines.ts'
import { OperationRefused } from '../refused.ts'
import type { Plannable } from './plan.ts'
import { linesOf } from './plan-on-disk.ts'

/**
 * The change that a file of JSON lines asks for, `{"collection": …, "id": …, "set": { … }}`.
 *
 * @throws OperationRefused naming every line that cannot be read
 */
export async function changeOfFile(file: string): Promise<Plannable> {
  const name = path.basename(file)
  const { records, problems } = await readRecordLines(linesOf(file))
  if (problems.length)
    throw badLines(problems.map(({ line, message }) => ({ place: `${name}:${line}`, message })))
  const { seen, ...change } = fromLines(records, `${name} による変更`)
  return {
    ...change,
    placeOf: (collection, id) => {
      const line = records.get(lineKey(collection, id))
      return line ? `${name}:${line.line}` : null
    },
    refuseUnseen: () => {
      const unseen = [...records].filter(([key]) => !seen.has(key))
      if (unseen.length === 0) return
      throw badLines(
        unseen.map(([key, { line }]) => ({
          place: `${name}:${line}`,
          message: { ja: `記録「${key}」がありません。`, en: `There is no record \`${key}\`.` },
        })),
      )
    },
  }
}

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
