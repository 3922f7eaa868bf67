import type { Words } from '../../words.ts'
import type { Change } from '../define-change.ts'
import { type BulkCollection, bulkCollections } from '../records.ts'

/** A line that cannot be read, by its number from 1. */
export type LineProblem = { readonly line: number; readonly message: Words }

type Line = {
  readonly line: number
  readonly set: { readonly [field: string]: unknown }
  /** Of the record as it was read by who wrote the line; null where he does not say. */
  readonly hash: string | null
}
/** What lines say of records, by collection and id. */
export type RecordLines = ReadonlyMap<string, Line>

export const lineKey = (collection: string, id: string): string => `${collection} ${id}`

/**
 * Reads JSON lines `{"collection": …, "id": …, "set": { … }}`, perhaps with a `"hash"`; every line that is none is told
 * by its number.
 */
export async function readRecordLines(
  lines: AsyncIterable<string> | Iterable<string>,
): Promise<{ readonly records: RecordLines; readonly problems: readonly LineProblem[] }> {
  const records = new Map<string, Line>()
  const problems: LineProblem[] = []
  let line = 0
  for await (const text of lines) {
    line++
    if (text.trim() === '') continue
    const read = readLine(text)
    if ('message' in read) {
      problems.push({ line, message: read.message })
      continue
    }
    const key = lineKey(read.collection, read.id)
    const other = records.get(key)
    if (other)
      problems.push({
        line,
        message: {
          ja: `同じ記録が ${other.line} 行目にもあります。`,
          en: `The record stands in line ${other.line} too.`,
        },
      })
    else records.set(key, { line, set: read.set, hash: read.hash })
  }
  return { records, problems }
}

function readLine(
  text: string,
):
  | ({ readonly collection: BulkCollection; readonly id: string } & Omit<Line, 'line'>)
  | { readonly message: Words } {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    const why = (error as Error).message
    return { message: { ja: `JSON として読めません: ${why}`, en: `It is no JSON: ${why}` } }
  }
  const { collection, id, set, hash = null } = (value ?? {}) as Record<string, unknown>
  if (!bulkCollections.includes(collection as BulkCollection))
    return {
      message: {
        ja: `collection には次のどれかを書いてください: ${bulkCollections.join('、')}`,
        en: `\`collection\` is one of: ${bulkCollections.join(', ')}.`,
      },
    }
  if (typeof id !== 'string' || id === '')
    return { message: { ja: 'id がありません。', en: 'There is no `id`.' } }
  if (typeof set !== 'object' || set === null || Array.isArray(set))
    return {
      message: {
        ja: 'set に、変更する項目と値を書いてください。',
        en: '`set` holds the fields that change, with their values.',
      },
    }
  if (hash !== null && !(typeof hash === 'string' && /^[\da-f]{64}$/.test(hash)))
    return {
      message: {
        ja: 'hash は、読んだときの記録の SHA-256 です。書かなくてもかまいません。',
        en: '`hash` is the SHA-256 of the record as it was read; it may be left out.',
      },
    }
  return { collection: collection as BulkCollection, id, set: set as Line['set'], hash }
}

/** The change that lines ask for. `seen` tells which of them found their record. */
export function fromLines(
  records: RecordLines,
  title: string,
): Change & { readonly seen: ReadonlySet<string> } {
  const seen = new Set<string>()
  return {
    title,
    select: { collections: bulkCollections },
    seen,
    change: (record, { collection }) => {
      const key = lineKey(collection, record.id)
      const line = records.get(key)
      if (!line) return null
      seen.add(key)
      return line.set as object
    },
  }
}
