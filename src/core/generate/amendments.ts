import type { Words } from '../words.ts'
import { chooseBy } from './random.ts'

/** A part of a made-up policy that an amendment changes, and what the amendment is called. */
export type AmendedPart = { readonly part: string; readonly summary: Words }

const generalParts = [
  { part: 'purposes', summary: { ja: '利用目的の変更', en: 'Purposes of use' } },
  { part: 'sharedData', summary: { ja: '共同利用の項目の変更', en: 'Data used jointly' } },
  { part: 'fee', summary: { ja: '開示の手数料の変更', en: 'The fee for disclosure' } },
  { part: 'telephone', summary: { ja: '窓口の電話番号の変更', en: 'The telephone of the desk' } },
] as const satisfies readonly AmendedPart[]

export type Part = (typeof generalParts)[number]['part'] | `service ${number}`

/** The part that each edition after the first changes: the same for the same seed, however many editions follow. */
export function amendedParts(options: {
  readonly seed: number
  readonly services: number
  readonly edition: number
}): readonly AmendedPart[] {
  // A stream of its own, so that the first edition is chosen alike whatever follows.
  const choose = chooseBy(~options.seed)
  return Array.from({ length: options.edition - 1 }, () => {
    const place = choose.number(0, generalParts.length + options.services - 1)
    return generalParts[place] ?? ofService(place - generalParts.length)
  })
}

const ofService = (index: number): AmendedPart => ({
  part: `service ${index}`,
  summary: {
    ja: `第${index + 1}号サービスの利用目的の変更`,
    en: `Purposes of service no. ${index + 1}`,
  },
})

/** A number after so many amendments: each moves it by one, to the end of its range and back. */
export function amended(
  value: number,
  [from, to]: readonly [number, number],
  times: number,
): number {
  const span = to - from
  const place = (value - from + times) % (2 * span)
  return from + Math.min(place, 2 * span - place)
}
