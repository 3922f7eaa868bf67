import { canonicalJson } from '../../core/edition/index.ts'
import type { EditionSource, History } from '../sources/source.ts'

/** A policy's editions as `/editions.jsonl` has them, one in memory at a time. */
export async function* exportLines(
  source: Pick<EditionSource, 'edition'>,
  history: History,
): AsyncGenerator<Buffer> {
  for (const { id } of history) {
    const edition = await source.edition(id)
    if (!edition) throw new Error(`Expected edition \`${id}\` of the history to be there whole`)
    yield Buffer.from(`${canonicalJson(edition)}\n`, 'utf8')
  }
}
