import { type Dated, holdsOn, type Sourced } from './dated.ts'

/** An entity that policies name and that has another name now: `since` is the first day of the new name. */
export type Rename = Dated & Sourced & { readonly former: string; readonly name: string }

export const renames: readonly Rename[] = [
  {
    former: '損害保険ジャパン日本興亜株式会社',
    name: '損害保険ジャパン株式会社',
    since: '2020-04-01',
    source: '有価証券報告書 第77期（2020-06-26）',
    certainty: 'certain',
  },
]

/** The renames that have taken effect by a day. */
export function renamesBy(day: string): readonly Rename[] {
  return renames.filter((rename) => holdsOn(rename, day))
}
