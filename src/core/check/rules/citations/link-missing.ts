import { key } from '../../../fold.ts'
import { literal } from '../../../literal.ts'
import type { Range } from '../../../render/printed.ts'
import type { Analysis, Sentence } from '../../analysis.ts'
import { fact } from '../../fact.ts'
import { nextFrom } from '../../reading-order.ts'
import type { Draft, Rule } from '../../rule.ts'

/** Words that send a reader to another page, which needs an address. */
const document =
  '(?:ポリシー|規約|規程|規定|方針|について|ガイドライン|一覧|ページ|サイト|ルール|基準|通知文|同意書|説明書)'
const sees =
  '(?:を|にて|で|も)?(?:ご(?:覧|参照|確認)|参照|お読み)(?:ください|下さい|いただ|頂|の(?:上|うえ)|願い)'
const named = new RegExp(
  `(?<open>[「『【])(?<name>[^「」『』【】\\n]{2,50}${document}|[^「」『』【】\\n]{0,30}(?:Cookie|クッキー)[^「」『』【】\\n]{0,20})[」』】](?:${sees}|に同意)`,
  'gu',
)
const here = new RegExp(
  `(?:(?:詳細|詳しく|手続|方法|内容|一覧)[^。、]{0,16}(?:は|につい(?:て|ては))、?)?(?:こちら|下記リンク|以下のリンク|次に示すリンク先|リンク先(?!のサイト)|下記URL|以下のURL|下記のURL|次のURL)(?=(?:のページ|のリンク|のサイト)?(?:${sees}|から|より|をクリック|にアクセス))`,
  'gu',
)
const page =
  /(?:オプトアウト(?:の)?(?:ページ|サイト|リンク|画面))(?=(?:にアクセス|から|より|で|にて|へ|$))/gu

export const linkMissing: Rule = {
  id: 'link-missing',
  title: { ja: 'リンク先', en: 'Links without an address' },
  severity: 'warning',
  basis: null,
  *check(analysis, { linked }) {
    const told = new Set<string>()
    const linkedLines = linked.map(key)
    for (const sentence of analysis.sentences)
      for (const at of places(sentence, analysis)) {
        const met = analysis.text.slice(at.start, at.end)
        if (told.has(key(met)) || linkedLines.some((line) => line.includes(sentence.key))) continue
        told.add(key(met))
        yield draft(at, met, sentence)
      }
  },
}

/** What every such sentence has; most have none of it. */
const sent = /こちら|リンク|URL|オプトアウト|[」』】](?:を|に|で|も|ご|参照|お読)/u

function* places(sentence: Sentence, analysis: Analysis): Generator<Range> {
  const { text, start } = sentence
  if (!sent.test(text)) return
  const names = [...text.matchAll(named)].filter(({ groups }) => {
    const name = groups?.name ?? ''
    return !/メニュー|設定|ボタン|画面/u.test(name) && !isOnPage(name, analysis)
  })
  const elsewhere = [here, page].flatMap((pattern) =>
    [...text.matchAll(pattern)].map((match) => ({ match, pattern })),
  )
  if (names.length + elsewhere.length === 0 || hasPage(sentence, analysis)) return
  // 下記リンク, and the links stand in the lines below.
  if (names.length === 0 && elsewhere.every(({ match }) => /下記|以下|次/u.test(match[0])))
    if (hasPageBelow(sentence, analysis)) return
  for (const { index, groups } of names)
    yield { start: start + index, end: start + index + (groups?.name ?? '').length + 2 }
  // こちら may also be a desk that is printed below.
  if (elsewhere.length === 0 || hasDesk(sentence, analysis)) return
  for (const { match, pattern } of elsewhere)
    if (pattern === here || !listsOptOuts(analysis))
      yield { start: start + match.index, end: start + match.index + match[0].length }
}

/** Whether the text lists where one opts out, with addresses. */
const listsOptOuts = fact(({ text }) =>
  /(?:オプトアウト|無効化)[\s\S]{0,300}https?:|https?:\S*opt-?out/iu.test(text),
)

function draft(at: Range, met: string, sentence: Sentence): Draft {
  return {
    at,
    evidence: [met, sentence.text],
    message: {
      ja: `「${met}」を見るように書かれていますが、リンクもURLもありません。リンクを付けるか、URLを書いてください。`,
      en: `The reader is sent to 「${met}」, but there is neither a link nor an address. Add it.`,
    },
  }
}

/** Whether a page to go to stands in the passage, or right below it. */
function hasPage(sentence: Sentence, analysis: Analysis): boolean {
  const { passage } = sentence
  const until = endOfNext(sentence, analysis)
  if (/https?:|www\.|^[\w.-]+(?:\/[\w.-]*)+$/mu.test(analysis.text.slice(passage.start, until)))
    return true
  return analysis.of('link').some((link) => link.start < until && link.end > passage.start)
}

/** Whether a link or an address stands further below in the same section, as far as a reader looks. */
function hasPageBelow({ passage }: Sentence, analysis: Analysis): boolean {
  const until = Math.min(passage.section?.end ?? analysis.text.length, passage.end + 1_000)
  return (
    analysis.of('link').some(({ start }) => start > passage.start && start < until) ||
    /https?:|www\./u.test(analysis.text.slice(passage.start, until))
  )
}

function hasDesk(sentence: Sentence, analysis: Analysis): boolean {
  const near = analysis.text.slice(sentence.passage.start, endOfNext(sentence, analysis))
  return /＠|@|[0-9０-９]{2,4}[-－(（][0-9０-９]{2,4}/u.test(near)
}

function endOfNext({ passage }: Sentence, { passages }: Analysis): number {
  const next = nextFrom(passages, passage.end)
  return passage.end + (next ? Math.min(200, next.end - passage.end) : 0)
}

/** Whether a heading, a title or a document of the page has this name. */
function isOnPage(name: string, analysis: Analysis): boolean {
  const plain = key(name)
  const known = namesOnPage(analysis)
  const found = known.get(plain) ?? isNamed(plain, name, analysis)
  known.set(plain, found)
  return found
}
const namesOnPage = fact(() => new Map<string, boolean>())
const headingKeys = fact(
  ({ sections }) => new Set(sections.map(({ node }) => key(node.heading)).filter(Boolean)),
)

function isNamed(plain: string, name: string, analysis: Analysis): boolean {
  return (
    key(analysis.document.title.text) === plain ||
    [...headingKeys(analysis)].some(
      (heading) => heading.includes(plain) || plain.includes(heading),
    ) ||
    // （以下「…」といいます）: a term, not another page.
    new RegExp(`以下[、,]?「${literal(name)}」`, 'u').test(analysis.text)
  )
}
