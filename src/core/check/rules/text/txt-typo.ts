import { fold } from '../../../fold.ts'
import type { Passage } from '../../analysis.ts'
import { mayHold } from '../../facts/held.ts'
import { holding } from '../../reading-order.ts'
import type { Draft, Rule } from '../../rule.ts'
import { clauseAround, wordsAround } from '../../text/around.ts'
import { unpairedIn } from '../../text/brackets.ts'
import { misprintsIn } from '../../text/misprints.ts'
import { misspellingsIn } from '../../text/misspellings.ts'
import { askedIn } from '../../text/placeholders.ts'
import { twistedIn } from '../../text/twisted.ts'

export const txtTypo: Rule = {
  id: 'txt-typo',
  title: { ja: '誤字・脱字', en: 'Misspellings' },
  severity: 'warning',
  basis: null,
  *check(analysis) {
    const { text } = analysis
    let from = 0
    const found = [...misspellingsIn(text, mayHold(analysis)), ...misprintsIn(text)]
    for (const { start, end, right } of found.sort((a, b) => a.start - b.start)) {
      if (start < from || isBroken(text, start, end, right)) continue
      from = end
      const at = { start, end }
      const wrong = text.slice(start, end)
      // A page prints its title for screens of two widths.
      if (wrong === `${right}${right}` && isHeading(holding(analysis.passages, at))) continue
      const clause = clauseAround(text, at)
      yield {
        at,
        evidence: [wrong, text.slice(clause.start, clause.end)],
        message:
          right === null
            ? {
                ja: `「${wrong}」は助詞が合いません。「の」にするか、「する」を補ってください。`,
                en: `The particle of 「${wrong}」 does not fit its noun. Write の, or make the noun a verb (する).`,
              }
            : {
                ja: `「${shown(text, at, wrong)}」は「${shown(text, at, right)}」の誤記と思われます。「${right}」に改めてください。`,
                en: `「${shown(text, at, wrong)}」 looks like a slip for 「${shown(text, at, right)}」. Change it to 「${right}」.`,
              },
        ...(right === null ? {} : { fix: right }),
      }
    }
    for (const at of askedIn(text))
      yield {
        at,
        message: {
          ja: `「${text.slice(at.start, at.end)}」は、ひな形の記入欄のままです。内容を書き入れてください。`,
          en: `「${text.slice(at.start, at.end)}」 is what a template leaves to be filled in. Write it.`,
        },
      }
    yield* radicals(text)
    for (const { start, end, name, partner } of unpairedIn(analysis.passages)) {
      const clause = clauseAround(text, { start, end })
      yield {
        at: { start, end },
        evidence: [text.slice(clause.start, clause.end)],
        message: {
          ja: `「${text.slice(clause.start, clause.end)}」に、${name.ja}に対応する${partner.ja}がありません。補うか、取り除いてください。`,
          en: `In 「${text.slice(clause.start, clause.end)}」 the ${name.en} has no ${partner.en}. Add it, or take it out.`,
        },
      }
    }
    for (const { sentence, subject, verb, evidence } of twistedIn(analysis.sentences))
      yield {
        at: { start: sentence.start, end: sentence.start + (evidence[0] ?? sentence.text).length },
        evidence,
        message: {
          ja: `「${subject}」に「…${verb}します」が続き、主語と述語が合っていません。「${subject}、…です」とするか、「…により${verb}します」に改めてください。`,
          en: `「${subject}」 is followed by 「…${verb}します」: subject and predicate do not fit. Write 「${subject}、…です」, or 「…により${verb}します」.`,
        },
      }
  },
}

/** 利⏎用目的: the sign that is missed stands on the line before or behind, where a page broke the word. */
function isBroken(text: string, start: number, end: number, right: string | null): boolean {
  const wrong = text.slice(start, end)
  const before = /(\S)\s*\n\s*$/u.exec(text.slice(Math.max(0, start - 8), start))?.[1] ?? ''
  const behind = /^\s*\n\s*(\S)/u.exec(text.slice(end, end + 8))?.[1] ?? ''
  return right !== null && wrong !== right && [before + wrong, wrong + behind].includes(right)
}

const isHeading = (passage: Passage | undefined) =>
  passage?.kind === 'heading' || passage?.kind === 'title'

/** Words of one or two signs with some of what stands around them, so that the slip can be seen. */
function shown(text: string, { start, end }: { start: number; end: number }, word: string): string {
  if (end - start > 2) return word
  const near = wordsAround(text, wordsAround(text, { start, end }))
  // りの間覧: what begins with its ending is no word yet.
  const from = /^[ぁ-ん]/u.test(text.slice(near.start)) ? wordsAround(text, near).start : near.start
  return text.slice(from, start) + word + text.slice(end, near.end)
}

/** 個⼈情報 with U+2F08: a sign for a radical, printed like the character, and another one to whatever looks for it. */
function* radicals(text: string): Generator<Draft> {
  const places = [...text.matchAll(/[\u2e80-\u2fdf]/gu)].map(({ index }) => ({
    start: index,
    end: index + 1,
  }))
  const [first] = places
  if (!first) return
  const around = places.map((place) => {
    const { start, end } = wordsAround(text, place)
    return text.slice(start, end)
  })
  const sign = text.charAt(first.start)
  const code = `U+${sign.charCodeAt(0).toString(16).toUpperCase()}`
  yield {
    at: first,
    evidence: [sign, ...around.slice(0, 10)],
    message: {
      ja: `「${around[0]}」の「${sign}」は部首の記号（${code}）で、漢字の「${fold(sign)}」ではありません（${places.length}か所）。検索や読み上げで別の文字になるので、漢字に改めてください。`,
      en: `The 「${sign}」 of 「${around[0]}」 is the sign of a radical (${code}), not the character 「${fold(sign)}」 (${places.length} places), and is another one to searches and screen readers. Use the character.`,
    },
    fix: {
      title: { ja: '漢字に改める', en: 'Use the characters' },
      edits: places.map((place) => ({
        ...place,
        text: text.slice(place.start, place.end),
        replacement: fold(text.slice(place.start, place.end)),
      })),
    },
  }
}
