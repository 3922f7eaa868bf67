import { datesIn } from '../calendar.ts'
import type { DateKind, PrintedDate } from '../document.ts'
import { fold } from '../fold.ts'
import type { Span } from './phrases.ts'

const kinds: readonly (readonly [DateKind, RegExp])[] = [
  [
    'enacted',
    /^(?:制定|策定|作成|発行|初版|(?:規程|規則|条例|告示|訓令|達)第|[Ee]nacted|[Ee]stablished)/u,
  ],
  [
    'revised',
    /^(?:(?:最終|最新|直近|一部|全部|全面)?(?:改定|改訂|改正|変更|更新|見直し)|[Rr]evised|[Uu]pdated|[Aa]mended|[Ll]ast (?:[Uu]pdated|[Rr]evised|[Mm]odified))/u,
  ],
  ['effective', /^(?:施行|適用|発効|実施|掲載|公開|[Ee]ffective)/u],
  ['asOf', /^(?:現在|時点)/u],
]
const word =
  '(?:(?:規程|規則|条例|告示|訓令|達)第|初版(?:制定|策定|作成)?|制定|策定|作成|発行|(?:最終|最新|直近|一部|全部|全面|第?[0-9]+[次回版])?(?:改定|改訂|改正|変更|更新|見直し)|施行|適用|発効|実施|掲載|公開|現在|時点|[Ee]nacted|[Ee]stablished|(?:[Ll]ast )?(?:[Rr]evised|[Uu]pdated|[Aa]mended|[Mm]odified)|[Ee]ffective)'
const join = '(?: ?(?:・|/|、|及び|および|&|and) ?)'
const after = new RegExp(
  `^ ?(?:付け?|より|から|に|で|をもって|、|\\(| |:|-)*(${word}(?:${join}${word})*)`,
  'u',
)
const before = new RegExp(
  `(${word}(?:${join}${word})*) ?(?:年月日|日付|日|版|[Dd]ate|on|as of)? ?[:/()\\]】]? ?$`,
  'u',
)

/** The dates of a text that say when it was made, changed, or holds. */
export function dateSpans(text: string): Span[] {
  const plain = fold(text)
  const found = datesIn(plain)
  // 2015年…制定 2024年…改定: where the first date's word follows it, so do the others'.
  const first = found[0]
  const follows =
    first !== undefined &&
    !before.test(plain.slice(Math.max(0, first.start - 24), first.start)) &&
    after.test(plain.slice(first.end, first.end + 24))
  return found.flatMap(({ start, end, date }, i) => {
    const from = found[i - 1]?.end ?? 0
    const to = found[i + 1]?.start ?? plain.length
    const said = kindsBeside(
      plain.slice(Math.max(from, start - 24), start),
      plain.slice(end, Math.min(to, end + 24)),
      follows,
    )
    if (said.length === 0) return []
    const node: PrintedDate = { type: 'date', kinds: said, date, text: text.slice(start, end) }
    return [{ start, end, node, weight: 60 }]
  })
}

function kindsBeside(left: string, right: string, follows: boolean): DateKind[] {
  // 2024年4月1日施行の改正…法: the law's date, not the policy's.
  if (
    /^ ?(?:付け?で?|に|から|より)?(?:施行(?:の|された|される))?、? ?(?:改正)?[\p{Script=Han}]{2,16}法(?!人)/u.test(
      right,
    )
  )
    return []
  const words = follows
    ? after.exec(right)?.[1]
    : (before.exec(left)?.[1] ?? after.exec(right)?.[1])
  if (words === undefined) return []
  const named = words.split(new RegExp(join, 'u')).map((one) => {
    const plain = one.replace(/^第?[0-9]+[次回版]/u, '')
    return kinds.find(([, start]) => start.test(plain))?.[0]
  })
  return [...new Set(named.filter((kind) => kind !== undefined))]
}
