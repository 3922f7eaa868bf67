import fs from 'node:fs'
import path from 'node:path'
import { canonicalJson } from '../../core/edition/index.ts'
import type { Entry } from '../../core/exchange/entry.ts'
import { fileOf, MANIFEST, placeOf } from '../../core/exchange/layout.ts'
import { printRecord } from '../../core/exchange/print-record.ts'
import { OperationRefused } from '../refused.ts'
import { filesIn } from './files-in.ts'
import { manifestText } from './manifest.ts'

/** Set while an export is being brought up to date: such a folder is not whole. */
export const UNFINISHED = '.export-unfinished'

/** Git leaves the bytes as they are on every system: hashes hang on them. */
const attributes = '*.json text eol=lf\n*.jsonl -text\n'

/**
 * Writes an export as a folder (`core/exchange/layout.ts`). It is written beside its place first. A new folder is then
 * moved there; one that holds an export already is brought up to date file by file, what is the same stays untouched,
 * and what no export writes (`.git`, a README) stays in any case.
 *
 * @throws OperationRefused when the folder has other things in it and is no export
 */
export async function writeFolder(
  folder: string,
  entries: AsyncIterable<Entry>,
  languages: readonly string[],
): Promise<{ readonly files: number; readonly written: number; readonly removed: number }> {
  const target = path.resolve(folder)
  const isThere = fs.existsSync(target) && fs.readdirSync(target).length > 0
  if (isThere && !fs.existsSync(path.join(target, MANIFEST))) throw notAnExport(folder)
  fs.mkdirSync(path.dirname(target), { recursive: true })
  const draft = fs.mkdtempSync(`${target}.partial-`)
  try {
    put(draft, MANIFEST, manifestText(languages))
    put(draft, '.gitattributes', attributes)
    for await (const entry of entries) writeEntry(draft, entry)
    const files = filesIn(draft)
    if (isThere) return { files: files.length, ...bringUpToDate(target, draft, files) }
    fs.chmodSync(draft, 0o777 & ~process.umask())
    if (fs.existsSync(target)) fs.rmdirSync(target)
    fs.renameSync(draft, target)
    return { files: files.length, written: files.length, removed: 0 }
  } finally {
    fs.rmSync(draft, { recursive: true, force: true })
  }
}

function writeEntry(draft: string, entry: Entry): void {
  const { organisation, policy } = entry
  if (entry.type === 'record') {
    const { kind, record } = entry
    const place = { type: 'record', kind, organisation, policy, id: record.id } as const
    put(draft, fileOf(place), printRecord(record))
    return
  }
  const place = { organisation: entry.organisation, policy: entry.policy }
  const { number } = entry.edition
  append(draft, fileOf({ type: 'editions', ...place }), canonicalJson(entry.edition))
  append(
    draft,
    fileOf({ type: 'editions-internal', ...place }),
    canonicalJson({ number, ...entry.rest }),
  )
}

function put(root: string, file: string, text: string): void {
  const place = path.join(root, file)
  fs.mkdirSync(path.dirname(place), { recursive: true })
  fs.writeFileSync(place, text)
}

function append(root: string, file: string, line: string): void {
  fs.appendFileSync(path.join(root, file), `${line}\n`)
}

/** Only what exports write is removed or replaced. */
function bringUpToDate(
  target: string,
  draft: string,
  files: readonly string[],
): { readonly written: number; readonly removed: number } {
  const marker = path.join(target, UNFINISHED)
  fs.writeFileSync(marker, '')
  const own = new Set(files)
  const gone = filesIn(target).filter((file) => placeOf(file) && !own.has(file))
  const changed = files.filter((file) => {
    const there = path.join(target, file)
    if (file === '.gitattributes' && fs.existsSync(there)) return false
    return (
      !fs.existsSync(there) ||
      !fs.readFileSync(there).equals(fs.readFileSync(path.join(draft, file)))
    )
  })
  for (const file of changed) {
    fs.mkdirSync(path.dirname(path.join(target, file)), { recursive: true })
    fs.renameSync(path.join(draft, file), path.join(target, file))
  }
  for (const file of gone) removeWithEmptyFolders(target, file)
  fs.rmSync(marker)
  return { written: changed.length, removed: gone.length }
}

function removeWithEmptyFolders(root: string, file: string): void {
  fs.rmSync(path.join(root, file))
  for (
    let folder = path.dirname(path.join(root, file));
    folder !== root && fs.readdirSync(folder).length === 0;
    folder = path.dirname(folder)
  )
    fs.rmdirSync(folder)
}

const notAnExport = (folder: string) =>
  new OperationRefused('bad-request', {
    ja: `フォルダー「${folder}」には、書き出し以外のものがあります。空のフォルダーか、以前に書き出したフォルダーを指定してください。`,
    en: `The folder ${folder} holds other things than an export. Give an empty folder, or one of an earlier export.`,
  })
