import { fold, key } from '../../../fold.ts'
import { bareLabel, readLabel } from '../../../numbering.ts'
import type { Analysis, Passage, SectionPlace } from '../../analysis.ts'
import { fact } from '../../fact.ts'
import { mayHold } from '../../facts/held.ts'
import { type Reference, referencesOf, sectionIndexOf } from '../../facts/references.ts'
import { holding } from '../../reading-order.ts'
import type { Draft, Rule } from '../../rule.ts'
import { matchesIn } from '../../search.ts'
import { around, besideInformation, besideTopic } from './sought-elsewhere.ts'

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
        paragraphWithout(reference, analysis) ??
        otherTopic(reference, analysis)
      if (found) yield found
    }
    yield* articlesWithout(analysis)
    yield* itemsWithout(analysis)
    yield* namesWithout(analysis)
    yield* dotted(analysis)
    yield* numbersWithout(analysis)
  },
}

/** What a text besides this one has articles. */
const otherTexts = /法|令|規則|規約|規程|条例|約款|条約|契約|協定|定款|GDPR|別表|ガイドライン/u

/** 第14条 in a text of twelve articles. */
function missing({ start, end, target, passage }: Reference, analysis: Analysis): Draft | null {
  if (target) return null
  const { text } = analysis
  const sentence = text.slice(Math.max(passage.start, text.lastIndexOf('。', start) + 1), start)
  if (otherTexts.test(sentence.slice(-60)) || otherTexts.test(text.slice(end, end + 4))) return null
  if (/^関係|^の/u.test(text.slice(end, end + 2)) && /別表/u.test(passage.text)) return null
  const met = text.slice(start, end)
  if (standsAtLine(met, analysis)) return null
  return {
    at: { start, end },
    evidence: [met, ...around({ start, end }, text)],
    message: {
      ja: `「${met}」に当たる見出しがこの文書にありません。正しい番号に改めてください。`,
      en: `There is no 「${met}」 in this text. Give the right number.`,
    },
  }
}

/** Whether a line begins with what is referred to, be it read as a heading or not. */
function standsAtLine(met: string, analysis: Analysis): boolean {
  const label = labelOf.exec(fold(met))?.[0]
  return label !== undefined && labelsAtLines(analysis).has(label)
}
const labelOf = /第?[0-9一二三四五六七八九十]+[条項章節]|\([0-9]+\)/u
const labelsAtLines = fact(({ text }) => {
  const atStart = new RegExp(`^\\s*(${labelOf.source})(?=[\\s(.:【「]|$)`, 'gmu')
  return new Set([...fold(text).matchAll(atStart)].map(([, label]) => label))
})

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

/** 「５．第三者提供について」記載の共同利用者, while joint use stands under 6. */
function otherTopic({ start, end, target, passage }: Reference, analysis: Analysis): Draft | null {
  if (!target) return null
  const { text } = analysis
  // （4）上記（2）の利用目的: an item of the same list.
  const met = fold(text.slice(start, end))
  if (/^\([0-9]+\)$/u.test(met) && itemsOf(analysis).get(passage.section)?.has(met)) return null
  const behind = text.slice(end, Math.min(passage.end, end + 24))
  const sought =
    /^(?:に|で)?(?:記載|規定|掲げ|定め|示|列挙|明示)(?:する|した|る|された|している|の)*(?:の)?(.{2,12})/u.exec(
      behind,
    )?.[1] ?? /^の(窓口|共同利用|安全管理|利用目的|手数料)/u.exec(behind)?.[1]
  if (sought === undefined) return null
  return (
    besideTopic({ start, end }, sought, target, analysis) ??
    besideInformation({ start, end }, sought, target, analysis)
  )
}

const itemsOf = fact(({ passages }) => {
  const labels = new Map<SectionPlace | null, Set<string>>()
  for (const { section, marker } of passages) {
    const known = labels.get(section) ?? new Set()
    labels.set(section, known.add(fold(marker).trim()))
  }
  return labels
})

/** 第13条第2項, where 13 is one sentence. */
function paragraphWithout(
  { start, end, target, passage }: Reference,
  { text, passages }: Analysis,
) {
  // 第3条 of a text whose headings are (3) is of another one.
  if (!target || !/条$/u.test(text.slice(start, end)) || !/条/u.test(target.node.number))
    return null
  const behind = fold(text.slice(end, Math.min(passage.end, end + 8)))
  const [met, number] = /^ ?第 ?([2-9]) ?項/u.exec(behind) ?? []
  if (met === undefined) return null
  const within = passages.filter(
    (one) => one.kind !== 'heading' && target.start <= one.start && one.end <= target.end,
  )
  // Paragraphs without numbers count too.
  if (within.length === 0 || within.length >= Number(number) || within[0]?.text.includes('\n'))
    return null
  const at = { start, end: end + met.length }
  const words = text.slice(at.start, at.end)
  return {
    at,
    evidence: [words, ...around(at, text)],
    message: {
      ja: `「${words}」とありますが、「${target.node.number.trim()}」は${within.length}項しかありません。正しい番号に改めてください。`,
      en: `There is no 「${words}」: 「${target.node.number.trim()}」 has ${within.length} paragraph(s). Give the right number.`,
    },
  }
}

/** １１．の窓口, 上記１．に記載した利用目的: numbers as the headings print them, and a thing that is sought there. */
function* dotted(analysis: Analysis): Generator<Draft> {
  const { sections, text } = analysis
  const byNumber = new Map<number, SectionPlace[]>()
  for (const section of sections) {
    const number = /^([0-9]{1,2})[.]?$/u.exec(fold(section.node.number).trim())?.[1]
    if (number !== undefined && section.parent === null)
      byNumber.set(Number(number), [...(byNumber.get(Number(number)) ?? []), section])
  }
  if (byNumber.size < 4) return
  const known = referencesOf(analysis)
  for (const passage of analysis.passages) {
    if (passage.kind === 'heading' || !/[0-9][.](?:の|に)/u.test(passage.key)) continue
    for (const { start, end, groups } of matchesIn(passage, pointsByNumber)) {
      const [met, number = '', sought = ''] = groups
      const targets = byNumber.get(Number(number)) ?? []
      const at = { start, end: end - (met.length - met.indexOf('.') - 1) }
      const words = text.slice(at.start, at.end)
      if (targets.length === 0)
        yield {
          at,
          evidence: [words, ...around(at, text)],
          message: {
            ja: `「${words}」に当たる見出しがこの文書にありません。正しい番号に改めてください。`,
            en: `There is no 「${words}」 in this text. Give the right number.`,
          },
        }
      const [target, ...others] = targets
      if (
        !target ||
        others.length > 0 ||
        known.some((one) => at.start < one.end && one.start < at.end)
      )
        continue
      const found = besideTopic(at, sought, target, analysis)
      if (found) yield found
    }
  }
}
const pointsByNumber =
  /(?<![0-9.,第条項])([0-9]{1,2})[.](?:の|に(?:記載|定め|掲げ|示)(?:し(?:た|ている)|する|る)?(?:の)?)(窓口|利用目的|共同利用|安全管理|手数料)/gu

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
    const passage = holding(analysis.passages, at)
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

/** 9にて記載した, 次のa)～c)のいずれか: numbers and letters that no line begins with. */
function* numbersWithout(analysis: Analysis): Generator<Draft> {
  for (const passage of analysis.passages) {
    if (!/にて|[~〜]/u.test(passage.key)) continue
    for (const { start, end, groups } of matchesIn(passage, bareNumber)) {
      const first = groups.groups?.number ?? groups.groups?.from ?? ''
      if (first === '' || beginsLine(first, analysis)) continue
      const at = { start, end }
      const met = analysis.text.slice(start, end)
      yield {
        at,
        severity: 'warning',
        evidence: [met, ...around(at, analysis.text)],
        message: {
          ja: `「${met}」とありますが、この文書に「${first}」の番号や記号の付いた箇所がありません。正しい番号に改めるか、題名で示してください。`,
          en: `「${met}」 refers to 「${first}」, but nothing in this text has that number or letter. Give the right one, or name what is meant.`,
        },
      }
    }
  }
}
const bareNumber =
  /(?<![0-9.,/第月年時号条項番-])(?<number>[0-9]{1,2})(?=にて(?:記載|述べ|定め|示|規定))|(?:次|以下|下記)の(?=(?:\(?[a-zア-オ①-⑨]\)?)[~〜])\(?(?<from>[a-zア-オ①-⑨])\)?[~〜]\(?[a-zア-オ①-⑨]\)?(?=の?(?:いずれか|各|場合|とおり))/gu

/** Whether a line begins with a number or a letter, in whatever form. */
function beginsLine(label: string, { text }: Analysis): boolean {
  return new RegExp(`^\\s*[(第]?\\s*${label}\\s*[).、:：．.条項 ]|^\\s*${label} `, 'mu').test(
    fold(text),
  )
}

const pointed = /(?:[上下前後]記|[後前]述)の?(?<name>[「【][^「」【】\n]{4,40}[」】])/gu

/** 下記「…」, where no heading and no other words are called so. */
function* namesWithout(analysis: Analysis): Generator<Draft> {
  const named = [...analysis.text.matchAll(pointed)]
  if (named.length === 0) return
  const names = new Set(
    analysis.sections.flatMap(({ node }) => [
      plainTitle(node.heading),
      plainTitle(bareLabel(node.number) + node.heading),
    ]),
  )
  const plain = key(analysis.text)
  for (const match of named) {
    const name = match.groups?.name ?? ''
    const words = key(name.slice(1, -1))
    if (
      !/(?:について|方針|ポリシー|規程|手続き?|一覧|利用目的|事項|措置|共同利用|第三者提供)$/u.test(
        words,
      )
    )
      continue
    const sought = plainTitle(words)
    if ([...names].some((one) => one !== '' && (one.includes(sought) || sought.includes(one))))
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
