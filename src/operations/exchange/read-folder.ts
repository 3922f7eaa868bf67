import fs from 'node:fs'
import path from 'node:path'
import { isFlawed, readExportLine } from '../../core/edition/export-line.ts'
import type { ReadEntry, Source } from '../../core/exchange/entry.ts'
import type { ImportFlaw } from '../../core/exchange/flaw.ts'
import { MANIFEST, type Place, placeOf } from '../../core/exchange/layout.ts'
import { failedAt } from '../../core/exchange/place-in-json.ts'
import { recordKinds } from '../../core/exchange/record-shape.ts'
import { OperationRefused } from '../refused.ts'
import { filesIn } from './files-in.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { UNFINISHED } from './write-folder.ts'

/** What can be read again and again: its manifest, and its entries in the order in which they are imported. */
export type ImportSource = {
  readonly manifest: Manifest
  readonly read: () => AsyncIterable<ReadEntry | ImportFlaw> | Iterable<ReadEntry | ImportFlaw>
}

/**
 * The folder of an export. What no export writes is left alone, but for JSON that is where exports write: its name is
 * misspelt.
 *
 * @throws OperationRefused when the folder is no export, or one that was not finished
 */
export function folderSource(folder: string): ImportSource {
  const manifest = manifestIn(folder)
  if (fs.existsSync(path.join(folder, UNFINISHED))) throw unfinished(folder)
  return {
    manifest,
    *read() {
      const places: { readonly file: string; readonly place: Place }[] = []
      for (const file of filesIn(folder)) {
        const place = placeOf(file)
        if (place) places.push({ file, place })
        else if (/^(?:library|organisations)\/.*\.jsonl?$/.test(file))
          yield { file, line: null, column: null, field: '', why: misplaced }
      }
      places.sort((a, b) => compare(sortKey(a.place), sortKey(b.place)) || compare(a.file, b.file))
      for (const { file, place } of places) {
        if (place.type === 'record') yield readRecord(folder, file, place)
        else if (place.type === 'editions') yield* readEditions(folder, file, place)
      }
    },
  }
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The library, then organisation by organisation: itself, its records, policy by policy. */
function sortKey(place: Place): string {
  if (place.type === 'manifest') return ''
  const { organisation, policy, type } = place
  const kind =
    place.type === 'record' ? recordKinds.indexOf(place.kind) : type === 'editions' ? 8 : 9
  // A space sorts before every sign of a slug.
  return organisation === null ? `0 ${kind}` : `1 ${organisation} ${policy ?? ''} ${kind}`
}

function manifestIn(folder: string): Manifest {
  const text = fs.existsSync(path.join(folder, MANIFEST))
    ? fs.readFileSync(path.join(folder, MANIFEST), 'utf8')
    : ''
  let value: unknown = null
  try {
    value = JSON.parse(text)
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
  }
  const manifest = readManifest(value)
  if (!manifest) throw notAnExport(folder)
  return manifest
}

function readRecord(
  folder: string,
  file: string,
  place: Extract<Place, { type: 'record' }>,
): ReadEntry | ImportFlaw {
  const text = fs.readFileSync(path.join(folder, file), 'utf8')
  const source: Source = { file, line: null, text }
  try {
    const record = JSON.parse(text) as { readonly id?: unknown } | null
    if (place.id !== null && record?.id !== place.id)
      return { file, line: null, column: null, field: 'id', why: otherName }
    const { kind, organisation, policy } = place
    return { type: 'record', kind, organisation, policy, record, source }
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error
    return { file, ...failedAt(text, error), field: '', why: unreadable(error.message) }
  }
}

function* readEditions(
  folder: string,
  file: string,
  { organisation, policy }: Extract<Place, { type: 'editions' }>,
): Generator<ReadEntry | ImportFlaw> {
  const beside = file.replace('editions.jsonl', 'editions-internal.jsonl')
  const internal = linesOf(path.join(folder, beside))
  let line = 0
  for (const bytes of linesOf(path.join(folder, file))) {
    line++
    const at = { line, column: null, field: '' }
    const edition = readExportLine(bytes)
    if (isFlawed(edition)) {
      yield { file, ...at, why: edition.why }
      return
    }
    const own = internal.next()
    if (own.done) {
      yield { file: beside, ...at, why: internalMissing }
      return
    }
    const text = Buffer.from(own.value).toString('utf8')
    let rest: { readonly number?: unknown } | null
    try {
      rest = JSON.parse(text)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
      yield { file: beside, ...at, why: unreadable(error.message) }
      return
    }
    if (rest?.number !== edition.number) {
      yield { file: beside, ...at, field: 'number', why: otherNumber(edition.number) }
      return
    }
    const { number: _, ...kept } = rest
    const source = { file, line, text: '' }
    yield { type: 'edition', organisation, policy, edition, rest: kept, source }
  }
}

/** The lines of a file without their line feeds, read in pieces. */
function* linesOf(file: string): Generator<Uint8Array> {
  if (!fs.existsSync(file)) return
  const handle = fs.openSync(file, 'r')
  try {
    let kept: Buffer = Buffer.alloc(0)
    const chunk = Buffer.alloc(1024 * 1024)
    for (;;) {
      const size = fs.readSync(handle, chunk)
      if (size === 0) break
      let data = Buffer.concat([kept, chunk.subarray(0, size)])
      for (let end = data.indexOf(10); end >= 0; end = data.indexOf(10)) {
        yield data.subarray(0, end)
        data = data.subarray(end + 1)
      }
      kept = data
    }
    if (kept.length) yield kept
  } finally {
    fs.closeSync(handle)
  }
}

export const unreadable = (reason: string) => ({
  ja: `JSONとして読み取れません（${reason}）。この箇所を直してください。`,
  en: `It cannot be read as JSON (${reason}). Mend this place.`,
})

const misplaced = {
  ja: '書き出しにない名前のファイルです。正しい場所に移すか、取り除いてください。',
  en: 'No export has a file of this name here. Move it where it belongs, or take it out.',
}

const otherName = {
  ja: 'ファイル名とIDが一致しません。どちらかを直してください。',
  en: 'The id is not that of the file’s name. Mend one of the two.',
}

const internalMissing = {
  ja: 'この版の社内の記録がありません。書き出したときのファイルを戻してください。',
  en: 'The internal record of this edition is missing. Put the file back as it was exported.',
}

const otherNumber = (number: number) => ({
  ja: `第${number}版の社内の記録が、この行にありません。書き出したときのファイルを戻してください。`,
  en: `This line is not the internal record of edition ${number}. Put the file back as it was exported.`,
})

const notAnExport = (folder: string) =>
  new OperationRefused('bad-request', {
    ja: `フォルダー「${folder}」に、書き出しの ${MANIFEST} がありません。privacy-policy export --to で書き出したフォルダーを指定してください。`,
    en: `The folder ${folder} has no ${MANIFEST} of an export. Give a folder that \`privacy-policy export --to\` has written.`,
  })

const unfinished = (folder: string) =>
  new OperationRefused('bad-request', {
    ja: `フォルダー「${folder}」への書き出しが途中で終わっています。もう一度書き出してください。`,
    en: `The export into ${folder} was broken off. Export again.`,
  })
