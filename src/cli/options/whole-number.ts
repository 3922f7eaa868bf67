import { InvalidArgumentError } from 'commander'
import { say } from '../language.ts'

/** The number of an edition, as an option or an argument has it. */
export function wholeNumber(text: string): number {
  if (!/^[1-9]\d*$/.test(text))
    throw new InvalidArgumentError(
      say({
        ja: '版の番号（1、2、3…）を指定してください。',
        en: 'Give the number of an edition: 1, 2, 3 …',
      }),
    )
  return Number(text)
}
