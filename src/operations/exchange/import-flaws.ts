import { flawSentence, type ImportFlaw } from '../../core/exchange/flaw.ts'
import { OperationRefused } from '../refused.ts'

/** Flaws that are told; more of them would help nobody. */
export const MOST_FLAWS = 20

/** @throws OperationRefused with a line a flaw */
export function refuseFlaws(flaws: readonly ImportFlaw[]): void {
  if (flaws.length > 0) throw notImportable(flaws)
}

/** The refusal that tells flaws, a line each. */
export function notImportable(flaws: readonly ImportFlaw[]): OperationRefused {
  const told = flaws.slice(0, MOST_FLAWS)
  const more = flaws.length >= MOST_FLAWS
  const sentences = told.map(flawSentence)
  return new OperationRefused(
    'not-importable',
    {
      ja: `取り込めません。何も書き込んでいません。\n${[...sentences.map(({ ja }) => ja), ...(more ? ['ほかにもあるかもしれません。'] : [])].join('\n')}`,
      en: `This cannot be imported, and nothing was written.\n${[...sentences.map(({ en }) => en), ...(more ? ['There may be more.'] : [])].join('\n')}`,
    },
    told,
  )
}
