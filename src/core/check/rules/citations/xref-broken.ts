import type { SectionKind } from '../../../document.ts'
import { fold, key } from '../../../fold.ts'
import { bareLabel, readLabel } from '../../../numbering.ts'
import type { Analysis, Passage } from '../../analysis.ts'
import { mayHold } from '../../facts/held.ts'
import { type Reference, referencesOf, sectionIndexOf } from '../../facts/references.ts'
import type { Draft, Rule } from '../../rule.ts'
import { clauseAround } from '../../text/around.ts'

export const xrefBroken: Rule = {
  id: 'xref-broken',
  title: { ja: '参照先', en: 'References within the text' },
  severity: 'error',
  basis: null,
  *check(analysis) {
    for (const reference of referencesOf(analysis)) {
      const found =
        missing(reference, analysis) ??
        otherTitle(reference, analysis) ??
        otherTopic(reference, analysis)
      if (found) yield found
    }
    yield* articlesWithout(analysis)
    yield* itemsWithout(analysis)
    yield* namesWithout(analysis)
  },
}

/** What a text besides this one has articles. */
const otherTexts = /法|令|規則|規約|規程|条例|約款|条約|契約|協定|定款|GDPR|別表|ガイドライン/u

/** 第14条 in a text of twelve articles. */
function missing({ start, end, target, passage }: Reference, { text }: Analysis): Draft | null {
  if (target) return null
  const sentence = text.slice(Math.max(passage.start, text.lastIndexOf('。', start) + 1), start)
  if (otherTexts.test(sentence.slice(-60)) || otherTexts.test(text.slice(end, end + 4))) return null
  if (/^関係|^の/u.test(text.slice(end, end + 2)) && /別表/u.test(passage.text)) return null
  const met = text.slice(start, end)
  return {
    at: { start, end },
    evidence: [met, ...around({ start, end }, text)],
    message: {
      ja: `「${met}」に当たる見出しがこの文書にありません。正しい番号に改めてください。`,
      en: `There is no 「${met}」 in this text. Give the right number.`,
    },
  }
}

/** 第10項「問い合わせ先」, where 10 is headed 問い合わせ. */
function otherTitle({ start, end, target, passage }: Reference, { text }: Analysis): Draft | null {
  if (!target) return null
  const met = text.slice(start, end)
  const behind = text.slice(end, Math.min(passage.end, end + 50))
  const quoted =
    /[「『]([^「」『』]{2,40})[」』]$/u.exec(met)?.[1] ??
    (/^第/u.test(met)
      ? /^(?:に記載)?の?[「『]([^「」『』]{2,40})[」』]/u.exec(behind)?.[1]
      : undefined)
  if (quoted === undefined) return null
  const label = readLabel(fold(quoted))?.label ?? ''
  const said = plainTitle(quoted.slice(label.length))
  const is = plainTitle(target.node.heading)
  if (said === '' || is === '' || said === is) return null
  // Found by another name of the same section (number and heading as one).
  if (key(quoted) === key(target.node.number + target.node.heading)) return null
  return {
    at: { start, end },
    // A title cut short still leads its reader there; another one does not.
    ...((is.includes(said) || said.includes(is)) && { severity: 'warning' as const }),
    evidence: [met, ...around({ start, end }, text)],
    message: {
      ja: `「${met}」が指す見出しは「${target.node.number.trim()} ${target.node.heading}」で、題名が一致しません。見出しのとおりに書いてください。`,
      en: `「${met}」 leads to 「${target.node.number.trim()} ${target.node.heading}」, whose title is another. Write it as the heading has it.`,
    },
  }
}

const plainTitle = (title: string) =>
  key(title)
    .replace(/[・、.。【】「」『』()]/gu, '')
    .replace(/(?:について|に関して|に関する事項|等)$/u, '')
    .replace(/^(?:第?[0-9一二三四五六七八九十]+[条項章]?)(?=\p{Script=Han}{2}|[ァ-ヶ])/u, '')

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

/** 「５．第三者提供について」記載の共同利用者, while joint use stands under 6. */
function otherTopic({ start, end, target, passage }: Reference, analysis: Analysis): Draft | null {
  if (!target) return null
  const { text } = analysis
  const behind = text.slice(end, Math.min(passage.end, end + 24))
  const sought =
    /^(?:に|で)?(?:記載|規定|掲げ|定め|示|列挙|明示)(?:する|した|る|された|している|の)*(?:の)?(.{2,12})/u.exec(
      behind,
    )?.[1]
  if (sought === undefined) return null
  for (const [words, kinds] of topics) {
    if (!sought.startsWith(words)) continue
    if (kinds.includes(target.node.kind)) return null
    if (key(text.slice(target.start, target.end)).includes(key(words))) return null
    const [right] = analysis.ofKind(...kinds)
    if (!right || right === target) return null
    const met = text.slice(start, end)
    return {
      at: { start, end },
      evidence: [met, ...around({ start, end }, text)],
      message: {
        ja: `「${met}」には「${words}」の記載がありません。「${words}」があるのは「${right.node.number.trim()} ${right.node.heading}」です。参照先を改めてください。`,
        en: `「${met}」 says nothing of 「${words}」, which stands under 「${right.node.number.trim()} ${right.node.heading}」. Refer to that.`,
      },
    }
  }
  return null
}

/** 前条, 次条 in a text that counts no 条. */
function* articlesWithout(analysis: Analysis): Generator<Draft> {
  if (sectionIndexOf(analysis).articles || analysis.sections.length < 2) return
  if (/^\s*第\s?[0-9０-９一二三四五六七八九十]+\s?条/mu.test(analysis.text)) return
  for (const match of analysis.text.matchAll(
    /(?<![\p{Script=Han}])(?:前条|次条|本条)(?!件|約|例|文|項目)/gu,
  )) {
    const at = { start: match.index, end: match.index + match[0].length }
    const near = analysis.text.slice(Math.max(0, at.start - 30), at.start)
    if (/法律?(?:第|の)/u.test(near)) continue
    yield {
      at,
      severity: 'warning',
      evidence: [match[0], ...around(at, analysis.text)],
      message: {
        ja: `この文書の見出しは「条」で数えられていないため、「${match[0]}」がどこを指すか決まりません。見出しの番号か題名で示してください。`,
        en: `The headings of this text are no articles, so 「${match[0]}」 points nowhere. Name the heading by its number or title.`,
      },
    }
  }
}

/** 上記各号, where what stands above are bullets. */
function* itemsWithout(analysis: Analysis): Generator<Draft> {
  if (!mayHold(analysis)('各号')) return
  const pattern = /(?:上記|前|下記|次の|以下の|次に掲げる|以下に掲げる)各号/gu
  for (const match of analysis.text.matchAll(pattern)) {
    const at = { start: match.index, end: match.index + match[0].length }
    const passage = analysis.passages.find((one) => one.start <= at.start && at.end <= one.end)
    if (!passage?.section) continue
    const items = analysis.passages.filter((one) => one.kind === 'item' && isWithin(one, passage))
    const isBullet = ({ marker }: Passage) => /^[・･•●○◦\-*＊]\s*$/u.test(marker.trim())
    if (!items.some(isBullet) || items.some((one) => one.marker.trim() !== '' && !isBullet(one)))
      continue
    // 法第27条第1項各号 is of the statute.
    if (/第[^。]{1,8}(?:条|項)$/u.test(analysis.text.slice(Math.max(0, at.start - 10), at.start)))
      continue
    yield {
      at,
      severity: 'warning',
      evidence: [match[0], ...around(at, analysis.text), passage.text],
      message: {
        ja: `「${match[0]}」とありますが、項目は番号のない箇条書きで、号ではありません。項目に番号を付けるか、「上記の場合」などと改めてください。`,
        en: `「${match[0]}」 (numbered items) refers to bullets. Number the items, or write 「上記の場合」 or the like.`,
      },
    }
  }
}
const isWithin = (one: Passage, near: Passage) => one.section === near.section

const pointed = /(?:[上下前後]記|[後前]述)の?(?<name>[「【][^「」【】\n]{4,40}[」】])/gu

/** 下記「…」, where no heading and no other words are called so. */
function* namesWithout(analysis: Analysis): Generator<Draft> {
  const named = [...analysis.text.matchAll(pointed)]
  if (named.length === 0) return
  const names = new Set(
    analysis.sections.flatMap(({ node }) => [
      key(node.heading),
      key(bareLabel(node.number) + node.heading),
    ]),
  )
  const plain = key(analysis.text)
  for (const match of named) {
    const name = match.groups?.name ?? ''
    const words = key(name.slice(1, -1))
    if (!/(?:について|方針|ポリシー|規程|手続き?|一覧)$/u.test(words)) continue
    if ([...names].some((one) => one !== '' && (one.includes(words) || words.includes(one))))
      continue
    if (plain.split(words).length > 2) continue
    const start = match.index + match[0].length - name.length
    const at = { start, end: start + name.length }
    yield {
      at,
      severity: 'warning',
      evidence: [name, ...around(at, analysis.text)],
      message: {
        ja: `${name}という見出しがこの文書にありません。見出しのとおりに書くか、参照先を示してください。`,
        en: `No heading of this text is called ${name}. Write it as the heading has it, or say where it stands.`,
      },
    }
  }
}

function around(at: { start: number; end: number }, text: string): string[] {
  const { start } = clauseAround(text, at)
  const end = clauseAround(text, { start: at.end, end: at.end }).end
  return [text.slice(start, end)]
}
