import type { SectionKind } from '../../../document.ts'
import { shortened } from '../../../shortened.ts'
import type { Analysis, Passage, Sentence } from '../../analysis.ts'
import type { Draft, Rule } from '../../rule.ts'

/** The same item twice in one list, or the first sentence of a section again in the next: copied, and not rewritten. */
export const numStructureRepeat: Rule = {
  id: 'num-structure-repeat',
  title: { ja: '同じ記載の繰り返し', en: 'What is said twice' },
  severity: 'warning',
  basis: null,
  isQuestion: true,
  *check(analysis) {
    yield* items(analysis)
    yield* openings(analysis.sentences)
  },
}

/** Of one list alone; where several of its items come again, lists of several things were read as one. */
function* items({ passages, of }: Analysis): Generator<Draft> {
  const passageOf = new Map(passages.map((passage) => [passage.node, passage]))
  for (const type of lists)
    for (const { node } of of(type)) {
      const its = node.children.flatMap((child) => passageOf.get(child) ?? [])
      const seen = new Map<string, Passage>()
      const again = its.filter((one) => {
        if (one.kind !== 'item' || one.key.length < 10 || ofData.test(one.key)) return false
        if (seen.has(one.key)) return true
        seen.set(one.key, one)
        return false
      })
      const [one] = again
      const before = one && seen.get(one.key)
      if (!one || !before || again.length > 1 || its.length < 3) continue
      yield {
        at: { start: one.start, end: one.end },
        evidence: [one.text, before.text],
        message: {
          ja: `「${shortened(one.text)}」が同じ一覧に2回あります。書き写しの際に重なったものなら、一方を削除するか、書くはずだった項目に改めてください。`,
          en: `「${shortened(one.text)}」 stands twice in one list. If it was copied by mistake, delete one, or write what was meant.`,
        },
      }
    }
}
const lists = ['list', 'purposeList', 'exceptionClauseList', 'safetyMeasureList'] as const
/** 氏名、電話番号; 受付時間：9:00～17:00: kinds of people share their data, and each desk has its hours. */
const ofData =
  /氏名|名前|住所|電話|アドレス|[0-9]{1,2}:[0-9]{2}|[0-9]{2,4}-[0-9]{2,4}|@|〒|https?:|^[^\p{Script=Han}]*$/u

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
      /。$/u.test(one.key) &&
      !alike.has(section.node.kind) &&
      !/(?:以下|次|下記)の/u.test(one.key)
    )
      yield {
        at: { start: one.start, end: one.end },
        evidence: [one.text, before.text],
        message: {
          ja: `「${section.node.heading.trim()}」が、前の見出しと同じ文「${shortened(one.text)}」で始まっています。書き写しの際に残ったものなら、この見出しに合う内容に改めてください。`,
          en: `「${section.node.heading.trim()}」 begins with the same sentence as the heading before it, 「${shortened(one.text)}」. If it was left over when the text was copied, write what belongs here.`,
        },
      }
    before = section ? one : null
  }
}

/** How to ask for the one and the other is often told in the same words, and so are the purposes of each group. */
const alike: ReadonlySet<SectionKind> = new Set([
  'purposes',
  'disclosure',
  'correction',
  'utilisationCease',
  'procedure',
  'contact',
  'complaints',
])
