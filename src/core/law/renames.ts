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
  {
    former: 'Google Inc.',
    name: 'Google LLC',
    since: '2017-09-30',
    source: 'Google LLC, Certificate of Conversion (2017-09-30)',
    certainty: 'likely',
  },
  {
    former: 'ヤフー株式会社',
    name: 'LINEヤフー株式会社',
    since: '2023-10-01',
    source: 'Zホールディングス株式会社ほかの合併・商号変更（2023-10-01）',
    certainty: 'likely',
  },
  {
    former: 'LINE株式会社',
    name: 'LINEヤフー株式会社',
    since: '2023-10-01',
    source: 'Zホールディングス株式会社ほかの合併・商号変更（2023-10-01）',
    certainty: 'likely',
  },
  {
    former: '日本工業規格',
    name: '日本産業規格',
    since: '2019-07-01',
    source: '不正競争防止法等の一部を改正する法律（平成30年法律第33号）による産業標準化法',
    certainty: 'likely',
  },
]

/** The renames that have taken effect by a day. */
export function renamesBy(day: string): readonly Rename[] {
  return renames.filter((rename) => holdsOn(rename, day))
}
