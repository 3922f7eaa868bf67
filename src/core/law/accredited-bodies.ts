import { type Dated, holdsOn, type Sourced } from './dated.ts'

/** An accredited personal information protection body (法47条), and how its members must show its desk (令10条3号). */
export type AccreditedBody = {
  readonly name: string
  /** What texts call it besides. */
  readonly also: readonly string[]
  readonly desks: readonly Desk[]
}
export type Desk = Dated &
  Sourced & {
    readonly name: string
    /** How texts print the name, folded and without spaces. */
    readonly said: RegExp
    readonly postalCode?: string
    readonly address?: string
    readonly tel?: string
    readonly tollFree?: string
  }

export const accreditedBodies: readonly AccreditedBody[] = [
  {
    name: '一般財団法人日本情報経済社会推進協会',
    also: ['日本情報経済社会推進協会', 'JIPDEC'],
    desks: [
      {
        name: 'プライバシーマーク推進センター個人情報保護苦情相談室',
        said: /(?:プライバシーマーク推進センター)?個人情報保護苦情相談室/gu,
        // Neither day was found: these are the bounds within which the notation is known to have been in use.
        since: '2005-04-01',
        until: '2022-04-01',
        source: '旧表記（会員のポリシー）',
        certainty: 'likely',
      },
      {
        name: '認定個人情報保護団体事務局',
        said: /認定個人情報保護団体事務局/gu,
        postalCode: '106-0032',
        address: '東京都港区六本木一丁目9番9号 六本木ファーストビル内',
        tel: '03-5860-7565',
        tollFree: '0120-700-779',
        since: '2022-04-01',
        source: 'jipdec.or.jp 対象事業者の表記（苦情の解決の申出先）',
        certainty: 'certain',
      },
    ],
  },
]

/** The body that a text names. */
export function bodyNamedIn(text: string): AccreditedBody | null {
  return (
    accreditedBodies.find(({ name, also }) => [name, ...also].some((one) => text.includes(one))) ??
    null
  )
}

/** The desk of a body as it is to be shown on a day, and those that it had before. */
export function desksOn(
  { desks }: AccreditedBody,
  day: string,
): { readonly current: Desk | null; readonly former: readonly Desk[] } {
  return {
    current: desks.find((desk) => holdsOn(desk, day)) ?? null,
    former: desks.filter(({ until }) => until !== undefined && until <= day),
  }
}
