import fs from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import type { Entry, Source } from '../../core/exchange/entry.ts'
import { fieldPath, type ImportFlaw } from '../../core/exchange/flaw.ts'
import { fileOf, type Place, placeOf } from '../../core/exchange/layout.ts'
import { placeInJson } from '../../core/exchange/place-in-json.ts'
import type { ImportRequest, ImportStep } from '../../operations/exchange/bring-in.ts'
import type { ExportRequest } from '../../operations/exchange/export-entries.ts'
import { notImportable, refuseFlaws } from '../../operations/exchange/import-flaws.ts'
import { entryOf, exportLinesOf } from '../../operations/exchange/json-lines.ts'
import { readManifest } from '../../operations/exchange/manifest.ts'
import type { ImportSource } from '../../operations/exchange/read-folder.ts'
import { OperationRefused } from '../../operations/refused.ts'
import { brokenOff } from './plan-there.ts'
import type { Server } from './server.ts'

/** Where the API has everything out and in. */
const EXCHANGE = '/api/privacy-policy-exchange'

export type Export = {
  readonly entries: AsyncIterable<Entry>
  /** The base language first. */
  readonly languages: readonly string[]
}

/** An export that a server sends. */
export async function exportThere(server: Server, request: ExportRequest): Promise<Export> {
  const lines = server.lines(`${EXCHANGE}/export`, JSON.stringify(request))
  const { value: first } = await lines.next()
  const manifest = readManifest(first)
  if (!manifest) throw brokenOff()
  return { entries: entries(), languages: manifest.languages }

  async function* entries(): AsyncGenerator<Entry> {
    let isWhole = false
    for await (const line of lines)
      if ('end' in (line as object)) isWhole = true
      else yield inItsPlace(entryOf(line))
    if (!isWhole) throw brokenOff()
  }
}

/** What a server calls things names files here: nothing but what an export writes is believed. */
function inItsPlace(entry: Entry): Entry {
  const { type, organisation, policy } = entry
  const place: Place =
    type === 'edition'
      ? { type: 'editions', organisation: entry.organisation, policy: entry.policy }
      : { type, kind: entry.kind, organisation, policy, id: entry.record.id }
  const file = fileOf(place)
  const isPlain = /^[\w/.-]+$/.test(file) && !file.includes('..')
  const found = isPlain ? placeOf(file) : null
  const own = found?.type === 'record' && found.id === null ? { ...place, id: null } : place
  if (!isDeepStrictEqual(found, own)) throw brokenOff()
  return entry
}

/** Has a server bring an export in, and tells what becomes of it; flaws are named where they stand here. */
export async function* importThere(
  server: Server,
  name: string,
  source: ImportSource,
  { apply = false, dryRun = false }: ImportRequest,
): AsyncGenerator<ImportStep> {
  const isFolder = fs.statSync(name).isDirectory()
  if (isFolder) refuseFlaws(await flawsIn(source))
  const query = new URLSearchParams({ name, apply: `${apply}`, dryRun: `${dryRun}` })
  const body = isFolder
    ? exportLinesOf(entriesIn(source), source.manifest.languages)
    : fs.createReadStream(name)
  const options = { type: 'application/octet-stream' }
  let isWhole = false
  try {
    for await (const line of server.lines(`${EXCHANGE}/import?${query}`, body, options)) {
      const step = line as ImportStep
      isWhole ||= 'end' in step
      yield step
    }
  } catch (error) {
    throw isFolder ? await inFolder(error, source) : error
  }
  if (!isWhole) throw brokenOff()
}

async function flawsIn(source: ImportSource): Promise<readonly ImportFlaw[]> {
  const flaws: ImportFlaw[] = []
  for await (const read of source.read()) if ('why' in read) flaws.push(read)
  return flaws
}

/** What was read without a flaw; whether it is what it should be, the server says. */
async function* entriesIn(source: ImportSource): AsyncGenerator<Entry> {
  for await (const read of source.read()) if (!('why' in read)) yield read as Entry
}

/** The server names lines of what was sent; here they are files of the folder. */
async function inFolder(error: unknown, source: ImportSource): Promise<unknown> {
  if (!(error instanceof OperationRefused) || error.code !== 'not-importable') return error
  const flaws = error.details as readonly ImportFlaw[]
  const wanted = new Set(flaws.map(({ line }) => line))
  const here = new Map<number, Source>()
  // The first line is the manifest.
  let line = 1
  for await (const read of source.read())
    if (wanted.has(++line) && 'source' in read) here.set(line, read.source)
  return notImportable(flaws.map((flaw) => placed(flaw, here.get(flaw.line ?? 0))))
}

function placed(flaw: ImportFlaw, source: Source | undefined): ImportFlaw {
  if (!source) return flaw
  const { line, column } = placeInJson(source.text, fieldPath(flaw.field))
  return { ...flaw, file: source.file, line: source.line ?? line, column }
}
