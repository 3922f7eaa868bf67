import { datesIn } from '../calendar.ts'
import type { DateKind, PrintedDate } from '../document.ts'
import { fold } from './fold.ts'
import type { Span } from './phrases.ts'

const kinds: readonly (readonly [DateKind, RegExp])[] = [
  ['enacted', /^(?:制定|策定|作成|初版|[Ee]nacted|[Ee]stablished)/u],
  [
    'revised',
    /^(?:改定|改訂|改正|変更|更新|最終改定|最終改訂|最終改正|最終更新|一部改定|一部改訂|一部改正|全部改定|全面改定|[Rr]evised|[Uu]pdated|[Aa]mended|[Ll]ast (?:[Uu]pdated|[Rr]evised|[Mm]odified))/u,
  ],
  ['effective', /^(?:施行|適用|発効|実施|[Ee]ffective)/u],
  ['asOf', /^(?:現在|時点)/u],
]
const word =
  '(?:制定|策定|作成|初版|(?:最終|一部|全部|全面|第?[0-9]+[次回版])?(?:改定|改訂|改正|変更|更新)|施行|適用|発効|実施|現在|時点|[Ee]nacted|[Ee]stablished|(?:[Ll]ast )?(?:[Rr]evised|[Uu]pdated|[Aa]mended|[Mm]odified)|[Ee]ffective)'
const join = '(?: ?(?:・|/|、|及び|および|&|and) ?)'
const after = new RegExp(
  `^ ?(?:付け?|より|から|に|で|をもって|、|\\(| |:|-)*(${word}(?:${join}${word})*)`,
  'u',
)
const before = new RegExp(
  `(${word}(?:${join}${word})*) ?(?:年月日|日付|日|版|[Dd]ate|on|as of)? ?[:/)\\]】]? ?$`,
  'u',
)

/** The dates of a text that say when it was made, changed, or holds. */
export function dateSpans(text: string): Span[] {
  const found = datesIn(text)
  const plain = fold(text)
  return found.flatMap(({ start, end, text: printed, date }, i) => {
    const from = found[i - 1]?.end ?? 0
    const to = found[i + 1]?.start ?? plain.length
    const said = kindsBeside(
      plain.slice(Math.max(from, start - 24), start),
      plain.slice(end, Math.min(to, end + 24)),
    )
    if (said.length === 0) return []
    const node: PrintedDate = { type: 'date', kinds: said, date, text: printed }
    return [{ start, end, node, weight: 60 }]
  })
}

function kindsBeside(left: string, right: string): DateKind[] {
  const words = before.exec(left)?.[1] ?? after.exec(right)?.[1]
  if (words === undefined) return []
  const named = words.split(new RegExp(join, 'u')).map((one) => {
    const plain = one.replace(/^第?[0-9]+[次回版]/u, '')
    return kinds.find(([, start]) => start.test(plain))?.[0]
  })
  return [...new Set(named.filter((kind) => kind !== undefined))]
}
