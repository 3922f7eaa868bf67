import type { Range } from '../../render/printed.ts'
import type { Words } from '../../words.ts'
import type { Passage } from '../analysis.ts'

/** A bracket without its partner in the same passage: 以下、本サービス」といいます, 廃棄します）。 */
export type Unpaired = Range & { readonly name: Words; readonly partner: Words }

export function unpairedIn(passages: readonly Passage[]): Unpaired[] {
  const lines = passages.filter(({ kind }) => kind === 'paragraph' || kind === 'item')
  return lines.flatMap((passage, i) =>
    pairs.flatMap((pair) => {
      // What a broken line opened another may close.
      const beside = [lines[i - 2], lines[i - 1], lines[i + 1], lines[i + 2]]
      const found = [...unpaired(passage, pair)]
      return found.length > 0 &&
        beside.some((one) => one && [...unpaired(one, pair, true)].length > 0)
        ? []
        : found
    }),
  )
}

const pairs = [
  {
    opens: '「',
    closes: '」',
    begins: { ja: '始めのかぎ括弧', en: 'opening quote 「' },
    ends: { ja: '終わりのかぎ括弧', en: 'closing quote 」' },
  },
  {
    opens: '(',
    closes: ')',
    begins: { ja: '始めの丸括弧', en: 'opening bracket （' },
    ends: { ja: '終わりの丸括弧', en: 'closing bracket ）' },
  },
] as const

function* unpaired(
  { plain, start }: Passage,
  { opens, closes, begins, ends }: (typeof pairs)[number],
  goesOn = false,
): Generator<Unpaired> {
  if (!plain.includes(opens) && !plain.includes(closes)) return
  const open: number[] = []
  const at = (i: number, sign: string) => {
    const [name, partner] = sign === opens ? [begins, ends] : [ends, begins]
    return { start: start + i, end: start + i + 1, name, partner }
  }
  for (let i = 0; i < plain.length; i++) {
    const sign = plain.charAt(i)
    if (sign === opens) open.push(i)
    else if (
      sign === closes &&
      open.pop() === undefined &&
      !isLabel(plain.slice(Math.max(0, i - 4), i))
    )
      yield at(i, closes)
  }
  // A line that goes on elsewhere may close it there.
  if (goesOn || /。$/u.test(plain)) for (const i of open) yield at(i, opens)
}

/** a), 例), ①): no bracket is opened before these. */
const isLabel = (before: string) =>
  /(?:^|[^0-9A-Za-z])[0-9A-Za-z]{1,2} ?$|[例注※:;] ?-?$|(?:^|[^ァ-ヶー])[ア-ン] ?$|[①-⑳一二三四五六七八九十] ?$/u.test(
    before,
  )
