import fs from 'node:fs'
import { canonicalJson, type Edition } from '../../core/edition/index.ts'
import { isObject } from '../../core/exchange/check-record.ts'
import type { EditionRest, Entry, ReadEntry, Source } from '../../core/exchange/entry.ts'
import type { ImportFlaw } from '../../core/exchange/flaw.ts'
import { failedAt, placeInJson } from '../../core/exchange/place-in-json.ts'
import {
  type PortableRecord,
  type RecordKind,
  recordKinds,
} from '../../core/exchange/record-shape.ts'
import { textLines } from '../../core/text-lines.ts'
import type { Words } from '../../core/words.ts'
import { OperationRefused } from '../refused.ts'
import { manifestOf, readManifest } from './manifest.ts'
import { type ImportSource, unreadable } from './read-folder.ts'

/**
 * An export as lines of JSON, for sets of any size: first what it is, then a line a record or edition, in the order in
 * which they are imported. `collection` says of which kind a line is; slugs say where it belongs.
 */
export async function* exportLinesOf(
  entries: AsyncIterable<Entry>,
  languages: readonly string[],
): AsyncGenerator<string> {
  yield `${JSON.stringify(manifestOf(languages))}\n`
  for await (const entry of entries) yield `${lineOf(entry)}\n`
}

function lineOf(entry: Entry): string {
  const { organisation, policy } = entry
  if (entry.type === 'record') {
    const place = { organisation, ...(policy !== null && { policy }) }
    return JSON.stringify({ collection: entry.kind, ...place, record: entry.record })
  }
  return canonicalJson({
    collection: 'policyEditions',
    organisation,
    policy,
    edition: entry.edition,
    ...entry.rest,
  })
}

/** The entry of such a line, from who makes them as `lineOf` does. */
export function entryOf(line: unknown): Entry {
  const { collection, organisation, policy, ...rest } = line as Entry & {
    readonly collection: string
  }
  if (collection === 'policyEditions') {
    const { edition, ...kept } = rest as unknown as EditionRest & { readonly edition: Edition }
    return { type: 'edition', organisation, policy, edition, rest: kept } as Entry
  }
  const { record } = rest as unknown as { readonly record: PortableRecord }
  const kind = collection as RecordKind
  return { type: 'record', kind, organisation, policy: policy ?? null, record }
}

/**
 * A file of such lines, read line by line; `name` is what flaws call it.
 *
 * @throws OperationRefused when its first line does not say that it is an export
 */
export async function linesSource(file: string, name = file): Promise<ImportSource> {
  let manifest = null
  for await (const { text } of linesIn(file)) {
    try {
      manifest = readManifest(JSON.parse(text))
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
    break
  }
  if (!manifest) throw notAnExport(name)
  return {
    manifest,
    async *read() {
      let isHead = true
      for await (const source of linesIn(file))
        if (isHead) isHead = false
        else yield readLine({ ...source, file: name })
    },
  }
}

/** Empty lines, as a server sends while it reads, are counted and no more. */
async function* linesIn(file: string): AsyncGenerator<Source & { readonly line: number }> {
  const input = fs.createReadStream(file, 'utf8')
  let line = 0
  try {
    for await (const text of textLines(input))
      if (text !== '') yield { file, line: ++line, text }
      else line++
  } finally {
    input.destroy()
  }
}

function readLine(source: Source & { readonly line: number }): ReadEntry | ImportFlaw {
  const { file, line, text } = source
  const flaw = (field: string, why: Words): ImportFlaw => {
    const { column } = placeInJson(text, field ? [field] : [])
    return { file, line, column, field, why }
  }
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return {
      file,
      line,
      column: failedAt(text, error).column,
      field: '',
      why: unreadable(error.message),
    }
  }
  if (!isObject(value)) return flaw('', noEntry)
  const { collection, organisation = null, policy = null, ...rest } = value
  if (organisation !== null && typeof organisation !== 'string') return flaw('organisation', noSlug)
  if (policy !== null && typeof policy !== 'string') return flaw('policy', noSlug)
  if (collection === 'policyEditions') {
    if (organisation === null) return flaw('organisation', noSlug)
    if (policy === null) return flaw('policy', noSlug)
    const { edition, ...kept } = rest
    return {
      type: 'edition',
      organisation,
      policy,
      edition,
      rest: kept,
      source: within(source, 'edition'),
    }
  }
  if (!recordKinds.includes(collection as RecordKind)) return flaw('collection', noCollection)
  const kind = collection as RecordKind
  const ofPolicy = kind === 'policies' || kind === 'policySections'
  if (ofPolicy !== (policy !== null)) return flaw('policy', ofPolicy ? noSlug : noPolicy)
  const [unknown] = Object.keys(rest).filter((name) => name !== 'record')
  if (unknown !== undefined) return flaw(unknown, notInRecord(unknown))
  return {
    type: 'record',
    kind,
    organisation,
    policy,
    record: rest.record,
    source: within(source, 'record'),
  }
}

/** The part of a line that flaws are told of, at its own columns. */
function within(source: Source & { readonly line: number }, name: string): Source {
  const start = placeInJson(source.text, [name]).column - 1
  const value = source.text.indexOf(':', start) + 1
  return { ...source, text: ' '.repeat(value) + source.text.slice(value, -1) }
}

const noEntry: Words = {
  ja: '1行に1件の記録を { "collection": …, "organisation": …, "record": { … } } の形で書いてください。',
  en: 'Write one record a line: { "collection": …, "organisation": …, "record": { … } }.',
}

const noSlug: Words = {
  ja: 'URL用の名前を文字列で指定してください。',
  en: 'Give its slug, as a string.',
}

const noPolicy: Words = {
  ja: 'この種類の記録は、ポリシーではなく事業者のものです。policy を外してください。',
  en: 'Records of this kind belong to an organisation, not to a policy. Take out `policy`.',
}

const notInRecord = (name: string): Words => ({
  ja: `「${name}」という項目はありません。記録の項目は "record" の中に書いてください。`,
  en: `There is no \`${name}\`. Write the fields of the record into "record".`,
})

const noCollection: Words = {
  ja: `次のいずれかを指定してください: ${recordKinds.join('、')}、policyEditions`,
  en: `Give one of ${recordKinds.join(', ')}, policyEditions.`,
}

const notAnExport = (file: string) =>
  new OperationRefused('bad-request', {
    ja: `「${file}」の1行目が書き出しのものではありません。privacy-policy export --format jsonl で書き出したファイルを指定してください。`,
    en: `The first line of ${file} is not that of an export. Give a file that \`privacy-policy export --format jsonl\` has written.`,
  })
