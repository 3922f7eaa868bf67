import type { Passage } from '../../analysis.ts'
import type { Rule } from '../../rule.ts'
import { type Match, matches } from '../../search.ts'

/** How a text calls itself. */
const itself =
  /(?<![日基見資原抄謄台手絵])本(?:個人情報保護方針|プライバシー(?:・)?ポリシー|個人情報(?:の)?(?:取扱(?:い)?|保護)(?:規[程則約定]|指針)|ポリシー|方針|声明|ステートメント|規程|通知|告知|文書|規約)/gu

/** A title or heading that is the name of a document. */
const isTitle = ({ kind, key }: Passage) =>
  (kind === 'title' || kind === 'heading') &&
  key.length <= 30 &&
  /(?:ポリシー|方針|声明|ステートメント|規程|指針|通知|告知|規約)$/u.test(key)

export const docTitleVariants: Rule = {
  id: 'doc-title-variants',
  title: { ja: '文書の呼び名', en: 'One name for the document' },
  severity: 'info',
  basis: null,
  *check(analysis) {
    const byName = new Map<string, Match[]>()
    const [, ...parts] = analysis.passages.filter(isTitle)
    for (const match of matches(analysis, itself)) {
      const [name] = match.groups
      // Several documents on one page: each calls itself by the noun of its own title.
      const own = parts.findLast(({ start }) => start <= match.start)
      if (own?.key.endsWith(name.slice(1))) continue
      byName.set(name, [...(byName.get(name) ?? []), match])
    }
    // 本規約 beside 本ポリシー is most often another document.
    if (byName.size > 1) byName.delete('本規約')
    if (byName.size < 2) return
    const names = [...byName].toSorted(([, a], [, b]) => b.length - a.length)
    const [[most], ...others] = names as [[string, Match[]], ...[string, Match[]][]]
    const counted = names.map(([name, its]) => `「${name}」${its.length}か所`).join('、')
    const firsts = others.flatMap(([, its]) => its.slice(0, 1))
    const [first] = firsts
    if (!first) return
    yield {
      at: first,
      evidence: firsts.map(({ text }) => text),
      message: {
        ja: `この文書の呼び名が揃っていません（${counted}）。別の文書を指すのでなければ、「${most}」などひとつに揃えてください。`,
        en: `The text calls itself by several names (${names.map(([name, its]) => `${name} ×${its.length}`).join(', ')}). Unless they are different documents, use one, such as ${most}.`,
      },
    }
  },
}
