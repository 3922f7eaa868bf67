import type { Reading } from '../policy/load-policy.ts'
import { checkImport, type ImportCounts } from './check-import.ts'
import type { ImportSource } from './read-folder.ts'
import { type ImportedUnit, isEmptyDatabase, writeImport } from './write-import.ts'

/** How far an import is: what there is to read, what would come of each unit, what came, and how it ended. */
export type ImportStep =
  | { readonly counts: ImportCounts }
  | { readonly planned: ImportedUnit }
  | { readonly written: ImportedUnit }
  | { readonly end: ImportEnd }

/** `planned`: there is something to write, and nothing was; `same`: there is nothing. */
export type ImportEnd = 'written' | 'planned' | 'same'

export type ImportRequest = {
  /** Write into a database that has records. */
  readonly apply?: boolean
  /** Write in no case. */
  readonly dryRun?: boolean
}

/**
 * Brings an export in: all of it is checked first. An empty database gets it as it is; of one with records it is told
 * what would change, and written only when that was asked for.
 *
 * @throws OperationRefused as `checkImport` and `writeImport` do
 */
export async function* bringIn(
  source: ImportSource,
  { apply = false, dryRun = false }: ImportRequest,
  reading: Pick<Reading, 'req'>,
): AsyncGenerator<ImportStep> {
  yield { counts: await checkImport(source, reading) }
  const isEmpty = await isEmptyDatabase(reading)
  if (!isEmpty || dryRun) {
    let differs = false
    for await (const planned of writeImport(source, 'plan', reading)) {
      differs ||= planned.added + planned.changed.length + planned.editions > 0
      yield { planned }
    }
    if (!differs) return yield { end: 'same' }
    if (!apply || dryRun) return yield { end: 'planned' }
  }
  for await (const written of writeImport(source, isEmpty ? 'empty' : 'filled', reading))
    yield { written }
  yield { end: 'written' }
}
