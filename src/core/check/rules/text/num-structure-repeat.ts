import { fold } from '../../../fold.ts'
import type { Passage, Sentence } from '../../analysis.ts'
import type { Draft, Rule } from '../../rule.ts'

/** The same item twice in one list, or the first sentence of a section again in the next: copied, and not rewritten. */
export const numStructureRepeat: Rule = {
  id: 'num-structure-repeat',
  title: { ja: '同じ記載の繰り返し', en: 'What is said twice' },
  severity: 'warning',
  basis: null,
  isQuestion: true,
  *check({ passages, sentences }) {
    yield* items(passages)
    yield* openings(sentences)
  },
}

/** Within a list without a break; what each of two lists says is said of each. */
function* items(passages: readonly Passage[]): Generator<Draft> {
  const told = new Set<string>()
  let style: string | null = null
  let seen = new Map<string, Passage>()
  for (const one of passages) {
    const here = one.kind === 'item' ? styleOf(one.marker) : null
    if (here !== style) seen = new Map()
    style = here
    if (here === null || one.key.length < 10 || !/\p{Script=Han}{2}/u.test(one.key)) continue
    if (ofDesk.test(one.key)) continue
    const before = seen.get(one.key)
    seen.set(one.key, one)
    if (!before || told.has(one.key)) continue
    told.add(one.key)
    yield {
      at: { start: one.start, end: one.end },
      evidence: [one.text, before.text],
      message: {
        ja: `「${short(one.text)}」が同じ箇所に2回あります。書き写しの際に重なったものなら、一方を削除するか、書くはずだった項目に改めてください。`,
        en: `「${short(one.text)}」 stands twice in the same place. If it was copied by mistake, delete one, or write what was meant.`,
      },
    }
  }
}

/** 第1条（取得）and 第2条（利用）that begin with the same sentence. */
function* openings(sentences: readonly Sentence[]): Generator<Draft> {
  let before: Sentence | null = null
  let section: Passage['section'] = null
  for (const one of sentences) {
    const { passage } = one
    if (passage.kind === 'heading' || passage.kind === 'title' || passage.section === section)
      continue
    section = passage.section
    if (
      before &&
      section &&
      before.key === one.key &&
      one.key.length >= 20 &&
      /\p{Script=Han}{2}/u.test(one.key) &&
      !/(?:以下|次|下記)の/u.test(one.key)
    )
      yield {
        at: { start: one.start, end: one.end },
        evidence: [one.text, before.text],
        message: {
          ja: `「${section.node.heading.trim()}」が、前の見出しと同じ文「${short(one.text)}」で始まっています。書き写しの際に残ったものなら、この見出しに合う内容に改めてください。`,
          en: `「${section.node.heading.trim()}」 begins with the same sentence as the heading before it, 「${short(one.text)}」. If it was left over when the text was copied, write what belongs here.`,
        },
      }
    before = section ? one : null
  }
}

const styleOf = (marker: string) =>
  fold(marker)
    .replace(/[\p{L}\p{N}]+/u, '1')
    .trim()
/** 受付時間：9:00～17:00: each desk says its own. */
const ofDesk = /[0-9]{1,2}:[0-9]{2}|[0-9]{2,4}-[0-9]{2,4}|@|〒|https?:/u

const short = (text: string) => (text.length > 40 ? `${text.slice(0, 40)}…` : text)
