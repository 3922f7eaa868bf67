import { type Checker, checkEntries } from '../../core/exchange/check-entries.ts'
import type { ImportFlaw } from '../../core/exchange/flaw.ts'
import { type RecordKind, recordKinds } from '../../core/exchange/record-shape.ts'
import type { Reading } from '../policy/load-policy.ts'
import { OperationRefused } from '../refused.ts'
import { type Settings, settingsOf } from '../settings.ts'
import { MOST_FLAWS, refuseFlaws } from './import-flaws.ts'
import type { ImportSource } from './read-folder.ts'
import { type RecordTables, recordTables } from './record-tables.ts'

/** How much is to be imported. */
export type ImportCounts = {
  readonly organisations: number
  readonly records: number
  readonly editions: number
}

/**
 * Reads the whole of an export, before anything of it is written, and counts it.
 *
 * @throws OperationRefused naming file, line and field of each flaw
 */
export async function checkImport(
  source: ImportSource,
  { req: { payload } }: Pick<Reading, 'req'>,
): Promise<ImportCounts> {
  const settings = settingsOf(payload)
  refuseOtherLanguages(source, settings)
  const checker = checkerFor(recordTables(payload), settings)
  const flaws: ImportFlaw[] = []
  let [organisations, records, editions] = [0, 0, 0]
  let unit: string | null | undefined
  for await (const read of source.read()) {
    if ('why' in read) flaws.push(read)
    else {
      if (unit !== undefined && read.organisation !== unit) checker.endUnit()
      unit = read.organisation
      checker.entry(read)
      if (read.type === 'edition') editions++
      else records++
      if (read.type === 'record' && read.kind === 'organisations') organisations++
    }
    if (flaws.length + checker.flaws.length >= MOST_FLAWS) break
  }
  checker.endUnit()
  refuseFlaws([...flaws, ...checker.flaws])
  return { organisations, records, editions }
}

export function checkerFor(
  tables: { readonly [K in RecordKind]: RecordTables },
  { locales }: Settings,
): Checker {
  const all = Object.keys(locales)
  const shapes = Object.fromEntries(recordKinds.map((kind) => [kind, tables[kind].shape]))
  return checkEntries(shapes as Parameters<typeof checkEntries>[0], { all, base: all[0] ?? 'ja' })
}

function refuseOtherLanguages({ manifest }: ImportSource, { locales }: Settings): void {
  const own = Object.keys(locales)
  const missing = manifest.languages.filter((language) => !own.includes(language))
  if (missing.length === 0 && manifest.languages[0] === own[0]) return
  throw new OperationRefused('not-importable', {
    ja: `書き出しの言語（${manifest.languages.join('、')}）を、ここでは扱えません（ある言語: ${own.join('、')}）。privacyPolicy プラグインの locales を合わせてください。`,
    en: `The export is in ${manifest.languages.join(', ')}, and here there is ${own.join(', ')}. Set \`locales\` of the privacyPolicy plugin alike.`,
  })
}
