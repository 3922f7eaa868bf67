import type { Purpose } from '../../../document.ts'
import { fold, key } from '../../../fold.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis, Placed } from '../../analysis.ts'
import type { Draft, Rule } from '../../rule.ts'

export const txtVariantParallel: Rule = {
  id: 'txt-variant-parallel',
  title: { ja: '並列の書き方', en: 'Parallels written differently' },
  severity: 'info',
  basis: null,
  *check(analysis) {
    yield* endings(analysis)
    yield* singleTari(analysis)
  },
}

/** How purposes end: …ため, …場合, or a noun. */
const endings_ = [/ため[。)）]*$/u, /場合[。)）]*$/u, /こと[。)）]*$/u]

/** One list of purposes of which most end alike and few otherwise; exceptions end in 場合 and とき by right. */
function* endings({ of }: Analysis): Generator<Draft> {
  const lists = new Map<Placed<Purpose>['section'], Placed<Purpose>[]>()
  // A purpose within a sentence is no item of the list.
  for (const purpose of of('purpose').filter(({ passage }) => passage?.kind === 'item'))
    lists.set(purpose.section, [...(lists.get(purpose.section) ?? []), purpose])
  for (const purposes of lists.values()) {
    if (purposes.length < 5) continue
    const ending = (one: Placed<Purpose>) =>
      endings_.findIndex((pattern) =>
        pattern.test(one.node.text.trim().replace(/[(（][^()（）]*[)）][。]?$/u, '')),
      )
    for (const [i, pattern] of endings_.entries()) {
      // 上記に付随する目的 closes a list whatever its items end in.
      const styles = new Set(purposes.filter((one) => ending(one) === i).map(styleOf))
      const odd = purposes.filter(
        (one) =>
          ending(one) !== i &&
          !/目的[。]?$/u.test(one.node.text) &&
          !isParty.test(key(one.node.text)) &&
          !isClass.test(key(one.node.text)) &&
          styles.has(styleOf(one)),
      )
      if (odd.length === 0 || odd.length > 2 || odd.length * 4 > purposes.length) continue
      const [first] = odd
      if (!first) continue
      const usual = pattern.source.slice(0, 2)
      yield {
        at: textOf(first),
        evidence: odd.map(({ node }) => node.text),
        message: {
          ja: `この一覧の項目は「${usual}」で終わりますが、${odd.length}項目だけ終わり方が異なります。終わり方をそろえてください。`,
          en: `The items of this list end in 「${usual}」, but ${odd.length} of them otherwise. Let them end alike.`,
        },
      }
    }
  }
}
/** 業務委託先（再委託先を含みます。）: who uses, not what for. */
const isParty = /(?:先|会社|企業|各社|業者)(?:[(][^()]*[)])?[。]?$/u
/** お問い合わせの際に入力された情報: whose data it is, and not what for. */
const isClass = /(?:情報|データ)(?:等|など)?[。]?$/u
/** (4) among ①, ② is of another list. */
const styleOf = ({ node, passage }: Placed<Purpose>) =>
  fold(passage?.marker || (node.marker ?? ''))
    .replace(/[0-9]+/u, '1')
    .trim()
const textOf = ({ node, start, end }: Placed<Purpose>): Range => ({
  start: start + (node.marker ?? '').length,
  end,
})

/** 登録を受けたり、利用するにあたり: a first たり with a comma asks for a second (たり…たりする). */
const tari = /(?<=[^\sあわふひいゆ、])(?:た|だ)り、/gu
function* singleTari({ sentences, text }: Analysis): Generator<Draft> {
  for (const sentence of sentences) {
    if (!sentence.text.includes('り、')) continue
    const found = [...sentence.text.matchAll(tari)].filter(
      ({ index }) => !/(?:に当|に渡|[^ぁ-ん])$/u.test(sentence.text.slice(0, index)),
    )
    const [only] = found
    if (found.length !== 1 || !only) continue
    const after = sentence.text.slice(only.index + only[0].length)
    if (/[いしっきえけせてねべめれげ][たた]り|んだり|いだり/u.test(after)) continue
    const start = sentence.start + only.index
    const before = /[^、。「」\s]{1,8}$/u.exec(
      text.slice(Math.max(sentence.start, start - 8), start),
    )
    const at = { start: start - (before?.[0].length ?? 0), end: start + 2 }
    const met = text.slice(at.start, at.end)
    yield {
      at,
      message: {
        ja: `「${met}、」と並べ始めて、これに続く「たり」がありません。「〜たり、〜たりする」とするか、「〜し、」に改めてください。`,
        en: `「${met}、」 begins a parallel that no second たり ends. Write 〜たり、〜たりする, or 〜し.`,
      },
    }
  }
}
