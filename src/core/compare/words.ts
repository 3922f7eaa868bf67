import { sideBySide } from './sequence.ts'

/** A stretch of a line: in both texts, or in one where the other says something else or nothing. */
export type Stretch = { readonly text: string; readonly changed: boolean }
export type Words = { readonly before: readonly Stretch[]; readonly after: readonly Stretch[] }

/**
 * What of two texts is not the same, by words and not by signs: 提供し → 提供いたし is one change, and 第3条 → 第4条, and
 * never half a word. Each side, put together, is its text.
 */
export function wordsOf(before: string, after: string): Words {
  if (before === after) return { before: whole(before, false), after: whole(after, false) }
  if (before === '' || after === '')
    return { before: whole(before, true), after: whole(after, true) }
  const [label] = /^[^：:\n]{1,16}[：:][ 　]*/u.exec(before) ?? []
  if (label !== undefined && after.startsWith(label)) return labelled(label, before, after)
  const [start, end] = around(before, after)
  const middle = (text: string) => phrasesOf(text.slice(start, text.length - end))
  const outer = { same: true, before: [before.slice(0, start)], after: [after.slice(0, start)] }
  const last = before.slice(before.length - end)
  const runs = [
    outer,
    ...bridged(sideBySide(middle(before), middle(after), (phrase) => phrase)),
    { same: true, before: [last], after: [last] },
  ].map(({ same, before: own, after: other }) => ({
    same,
    before: own.join(''),
    after: other.join(''),
  }))
  const kept = runs.reduce((sum, run) => sum + (run.same ? run.before.trim().length : 0), 0)
  // A few words that happen to stand in both are no text that stayed.
  const [less, more] = [before.length, after.length].sort((a, b) => a - b) as [number, number]
  if (more >= 24 && kept < 0.35 * more && kept < 0.7 * less)
    return { before: whole(before, true), after: whole(after, true) }
  const side = (of: 'before' | 'after') =>
    runs.flatMap(({ same, [of]: text }) => (text === '' ? [] : { text, changed: !same }))
  return { before: side('before'), after: side('after') }
}

/** 電話番号： stays, whatever the number. */
function labelled(label: string, before: string, after: string): Words {
  const rest = wordsOf(before.slice(label.length), after.slice(label.length))
  const same = { text: label, changed: false }
  return { before: [same, ...rest.before], after: [same, ...rest.after] }
}

/** How much both texts have in common at their ends, up to a sign that no phrase reaches across. */
function around(before: string, after: string): readonly [number, number] {
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  while (start > 0 && !limit.test(before[start - 1] ?? '')) start--
  let end = 0
  const own = (text: string) => text[text.length - 1 - end]
  while (end < most - start && own(before) === own(after)) end++
  while (end > 0 && !limit.test(before[before.length - end] ?? '')) end--
  return [start, end]
}
const limit = /[、。「」『』・\n\t　]/u

const whole = (text: string, changed: boolean): Stretch[] =>
  text === '' ? [] : [{ text, changed }]

type Phrases = ReturnType<typeof sideBySide<string>>

/** Changes with next to nothing between them are one: what a reader sees is a phrase, not crumbs. */
function bridged(runs: Phrases): Phrases {
  const done: Phrases[number][] = []
  runs.forEach((run, i) => {
    const last = done.at(-1)
    const next = runs[i + 1]
    const isBridge =
      run.same && last && !last.same && next && !next.same && isCrumb(run.before.join(''))
    if (last && !last.same && (isBridge || !run.same))
      done.splice(-1, 1, {
        same: false,
        before: [...last.before, ...run.before],
        after: [...last.after, ...run.after],
      })
    else done.push(run)
  })
  return done.flatMap(tightened)
}

/** Words that a change begins or ends with on both sides are none of it. */
function tightened(run: Phrases[number]): Phrases {
  const { same, before, after } = run
  if (same) return [run]
  const most = Math.min(before.length, after.length)
  let start = 0
  while (start < most && before[start] === after[start]) start++
  let end = 0
  while (end < most - start && before.at(-1 - end) === after.at(-1 - end)) end++
  const part = (side: readonly string[], from: number, to: number) => side.slice(from, to)
  const parts: Phrases = [
    { same: true, before: part(before, 0, start), after: part(after, 0, start) },
    {
      same: false,
      before: part(before, start, before.length - end),
      after: part(after, start, after.length - end),
    },
    {
      same: true,
      before: part(before, before.length - end, before.length),
      after: part(after, after.length - end, after.length),
    },
  ]
  return parts.filter((one) => one.before.length + one.after.length > 0)
}

const isCrumb = (text: string) => /^[ぁ-ん\s・]{1,2}$|^[^、。（）「」()]$/u.test(text)

const segmenter = new Intl.Segmenter('ja', { granularity: 'word' })

/**
 * The words of a text, each with the ending that bends it: 提供＋いたし, 取り扱い＋ます. A particle and a sign of
 * punctuation stand by themselves, a number has its unit: 第4条, 1,000円, （１）.
 */
export function phrasesOf(text: string): string[] {
  const phrases: string[] = []
  let isOpen = false
  for (const [piece] of text.matchAll(pieces)) {
    if (isWhole(piece)) {
      phrases.push(piece)
      isOpen = false
      continue
    }
    for (const { segment } of segmenter.segment(piece)) {
      const isEnding: boolean = isOpen && hiragana.test(segment) && !particles.has(segment)
      if (isEnding) phrases.splice(-1, 1, phrases.at(-1) + segment)
      else phrases.push(segment)
      isOpen = isEnding || /[\p{Script=Han}\p{Script=Katakana}ー]$/u.test(segment)
    }
  }
  return phrases
}

/** What has a shape of its own is one piece; what lies between is for the segmenter. */
const pieces =
  /https?:\/\/[\w\-./?#=&%~:+]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|第[0-9０-９一二三四五六七八九十百]+[条項号章節](?:の[0-9０-９]+)?|[(（][0-9０-９]+[)）]|[0-9０-９][0-9０-９,，.．\-－‐−]*(?:[年月日円条項号回歳時分名件])?|[a-zA-Zａ-ｚＡ-Ｚ]+(?:['’-][a-zA-Z]+)*|[^0-9０-９第(（a-zA-Zａ-ｚＡ-Ｚ]+|[\s\S]/gu
const isWhole = (piece: string) =>
  /^(?:https?:|[\w.+-]+@|第.|[(（][0-9０-９]|[0-9０-９a-zA-Zａ-ｚＡ-Ｚ])/u.test(piece)

const hiragana = /^[ぁ-んー]+$/u
/** Case and topic: they belong to no word. */
const particles = new Set(
  'は が を に へ と で の も や から まで より など か ため こと もの とき 又は 及び'.split(' '),
)
