import type { SectionKind } from '../../../document.ts'
import { key } from '../../../fold.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis, SectionPlace } from '../../analysis.ts'
import type { Draft } from '../../rule.ts'
import { clauseAround } from '../../text/around.ts'

/** What is sought behind a reference, and the kind of section that has it. */
const topics: readonly (readonly [words: string, kinds: readonly SectionKind[]])[] = [
  ['共同利用', ['jointUse']],
  ['委託先', ['entrustment', 'thirdPartyProvision']],
  ['安全管理', ['safetyMeasures']],
  ['利用目的', ['purposes', 'acquisition']],
  ['手数料', ['procedure', 'disclosure']],
  ['窓口', ['contact', 'complaints']],
  ['クッキー', ['cookies']],
  ['Cookie', ['cookies']],
]

/** What is sought behind a reference stands in another section than the one that it points at. */
export function besideTopic(
  { start, end }: Range,
  sought: string,
  target: SectionPlace,
  analysis: Analysis,
): Draft | null {
  const { text } = analysis
  for (const [words, kinds] of topics) {
    if (!sought.startsWith(words)) continue
    if (kinds.includes(target.node.kind)) return null
    const said = key(text.slice(target.start, target.end))
    if (said.includes(key(words))) return null
    if (words === '窓口' && /[0-9]{2,4}-[0-9]{2,4}|@|連絡先|問い?合わ?せ|申し?出/u.test(said))
      return null
    const [right] = analysis.ofKind(...kinds)
    if (!right || right === target) return null
    return elsewhere({ start, end }, words, right, text)
  }
  return null
}

function elsewhere(at: Range, words: string, right: SectionPlace, text: string): Draft {
  const met = text.slice(at.start, at.end)
  return {
    at,
    evidence: [met, ...around(at, text)],
    message: {
      ja: `「${met}」には「${words}」の記載がありません。「${words}」があるのは「${right.node.number.trim()} ${right.node.heading}」です。参照先を改めてください。`,
      en: `「${met}」 says nothing of 「${words}」, which stands under 「${right.node.number.trim()} ${right.node.heading}」. Refer to that.`,
    },
  }
}

/** 第4条に定める情報, where 4 has the purposes, and 3 what is collected. */
export function besideInformation(
  { start, end }: Range,
  sought: string,
  target: SectionPlace,
  analysis: Analysis,
): Draft | null {
  if (!/^(?:個人)?情報(?!を|の)/u.test(sought) || target.node.kind !== 'purposes') return null
  const [right, ...others] = analysis.ofKind('acquisition')
  const { text } = analysis
  if (!right || others.length > 0 || !/氏名|名前/u.test(text.slice(right.start, right.end)))
    return null
  if (/氏名|名前|住所|アドレス|取得/u.test(text.slice(target.start, target.end))) return null
  return elsewhere({ start, end }, '情報', right, text)
}

/** The words of a reference with their clause. */
export function around(at: { start: number; end: number }, text: string): string[] {
  const { start } = clauseAround(text, at)
  const end = clauseAround(text, { start: at.end, end: at.end }).end
  return [text.slice(start, end)]
}
