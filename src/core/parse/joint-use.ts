import type {
  JointUseDataItem,
  JointUsePartner,
  JointUsePurpose,
  JointUseStatement,
} from '../document.ts'
import { fold, key } from '../fold.ts'
import { address, entityKind, isLegalName, latinEntity, url } from './contact-lines.ts'
import { type Context, nearest } from './context.ts'
import { namesIn } from './names.ts'
import type { Span } from './phrases.ts'
import { sentencesOf } from './sentences.ts'
import { isLeadIn, isSentence } from './shape.ts'

/** Which of the facts that 27条5項3号 asks for a text gives; `acquisition` is what JIS Q 15001 adds. */
export type JointUseTopic = 'scope' | 'items' | 'purposes' | 'acquisition' | 'manager'
export type JointUseFact = JointUsePartner | JointUsePurpose | JointUseDataItem | JointUseStatement

const topics: readonly (readonly [JointUseTopic, RegExp])[] = [
  ['manager', /責任(?:を有する)?者|管理者/u],
  ['acquisition', /取得(?:の)?方法/u],
  ['purposes', /目的/u],
  [
    'scope',
    /範囲|利用者$|利用する(?:者|会社|法人|団体|事業者|相手)|利用(?:先|会社|企業|団体)|相手|提供先|共同利用者|グループ(?:会社|企業)$|事業者$/u,
  ],
  ['items', /項目|個人情報(?:の内容)?$|個人データ(?:の内容)?$|情報(?:の種類)?$/u],
]

/** The topic that a heading, or the label of an item, names. */
export function jointUseTopicOf(text: string): JointUseTopic | null {
  const plain = key(text).replace(/[】\])。.:]+$/u, '')
  return topics.find(([, words]) => words.test(plain))?.[0] ?? null
}

/** The topic of a place in a section on joint use. */
export function topicAt(context: Context): JointUseTopic | null {
  const heading = nearest(context)
  const byHeading = jointUseTopicOf(
    heading.replace(/^[\s\S]*共同利用(?:について|の?お知らせ)?$/u, ''),
  )
  if (byHeading) return byHeading
  return context.lead === ''
    ? null
    : jointUseTopicOf(context.lead.replace(/(?:は、?)?(?:以下|次)の[\s\S]*$/u, ''))
}

/** The node for an item that states one fact and nothing else; null where it is more than that. */
export function jointUseFact(
  text: string,
  topic: JointUseTopic,
  context: Context,
  place: number,
): JointUseFact | null {
  switch (topic) {
    case 'scope': {
      if (namesIn(text, false).length > 1) return null
      const name = partnerName(text) ?? clubAlone(text)
      return name === null || name !== text ? null : context.records.partner(name, null, 0.9, place)
    }
    case 'items':
      return isLeadIn(text) || nothingHere(text) ? null : { type: 'jointUseDataItem', text }
    case 'purposes':
      return isLeadIn(text) || nothingHere(text) ? null : { type: 'jointUsePurpose', text }
    case 'acquisition':
      return { type: 'jointUseStatement', about: 'acquisition', text }
    case 'manager':
      return isLeadIn(text) ? null : { type: 'jointUseStatement', about: 'manager', text }
  }
}
const nothingHere = (text: string) => /^(?:なお|ただし|※)/u.test(text)

/** What a line prints behind a partner's name: a URL, a note, an address, who represents it. */
const afterName = new RegExp(
  ` ?\\((?:https?:|以下|旧|本社|所在地|住所|代表|法人番号|[^()]{0,10}(?:都|道|府|県))|https?:| +(?:住所|所在地|代表|本社|本店|〒|${address.source})|$`,
  'u',
)

/** The company that a line of the list of partners names, before any URL or note. */
function partnerName(text: string): string | null {
  if (isSentence(text)) return null
  const plain = fold(text)
  const name = text.slice(0, plain.search(afterName)).trimEnd()
  if (key(name).length < 2 || key(name).length > 60 || /[。、]|(?<=.)は(?![ぁ-ん])/u.test(name))
    return null
  if (/責任者|管理者|委員長|担当|窓口/u.test(name)) return null
  if (/および|及び|並びに|ならびに/u.test(name)) return null
  return isLegalName(name) || entityKind.test(fold(name)) || latinEntity.test(name) ? name : null
}

/** 青葉健康保険組合, みどり町: what is no company, on a line of the list of partners that says nothing else. */
function clubAlone(text: string): string | null {
  const [only, ...others] = isSentence(text) ? [] : namesIn(text, true)
  return only && others.length === 0 && only.name === text ? text : null
}

/* Partners and statements within sentences. */

export function jointUseSpans(text: string, context: Context, place: number): Span[] {
  if (context.kind !== 'jointUse') return []
  const label = ownLabel.exec(text)?.[0].length
  if (label !== undefined) return labelledFact(text, label, context, place)
  const topic = topicAt(context)
  const spans: Span[] = []
  const several = isSentence(text) ? [] : namesIn(text, topic === 'scope')
  const alone = several.length === 1 && topic === 'scope' && partnerName(text) === null
  if (topic !== 'manager' && (several.length > 1 || alone))
    return several.map(({ at, name }) => partnerSpan(at, name, 0.8, context, place))
  const line = partnerName(text)
  if (line !== null && topic !== 'manager') {
    const link = url.exec(fold(text))
    const node = context.records.partner(line, link ? link[0] : null, 0.9, place)
    spans.push({ start: 0, end: line.length, node, weight: 85 })
    if (link)
      spans.push({
        start: link.index,
        end: link.index + link[0].length,
        node: {
          type: 'value',
          of: 'jointUsePartner',
          record: node.id,
          field: 'url',
          text: text.slice(link.index, link.index + link[0].length),
        },
        weight: 85,
      })
    return spans
  }
  for (const sentence of sentencesOf(text))
    spans.push(...inSentence(sentence.text, sentence.start, topic, context, place))
  return spans
}

function inSentence(
  sentence: string,
  start: number,
  topic: JointUseTopic | null,
  context: Context,
  place: number,
): Span[] {
  const whole = (about: JointUseStatement['about']): Span => ({
    start,
    end: start + sentence.length,
    node: { type: 'jointUseStatement', about, text: sentence },
    weight: 70,
  })
  const plain = key(sentence)
  if (
    /共同(?:して|で)?(?:の)?利用(?:は|を|することは|は一切|を一切)?[^。、]{0,12}(?:行いません|行っていません|行っておりません|しません|いたしません|ありません|行わない|しておりません|していません|ございません)/u.test(
      plain,
    )
  )
    return [whole('none')]
  const partners = partnersIn(sentence, start, context, place)
  if (partners.length > 0 && topic !== 'manager') return partners
  if (topic === 'acquisition' && /取得|入手/u.test(plain)) return [whole('acquisition')]
  if (topic === 'manager' && /責任/u.test(plain) && !isLeadIn(sentence)) return [whole('manager')]
  if (/共同利用(?:者|する者|する会社)?の?範囲(?:は|について)/u.test(plain) && topic === 'scope')
    return [whole('scope')]
  return []
}

/* 共同利用する者：A社、B会; 管理責任者：… — a fact behind its label, on one line. */

const ownLabel =
  /^(?:[^:：。、「」(（]|[(（][^()（）]*[)）]){2,30}[:：](?!\/\/)[\s　]*(?=\S)|^(?=[^。、「」]{0,30}(?:者|項目|目的|方法|範囲)[ 　])[^ 　。、「」]{2,30}[ 　]+(?=\S)/u

/** Whether a line states its fact behind a label of its own, whatever leads to it. */
export const labelsItself = (text: string) => ownLabel.test(text)

function labelledFact(text: string, label: number, context: Context, place: number): Span[] {
  const topic = jointUseTopicOf(text.slice(0, label).trimEnd())
  const value = text.slice(label)
  if (topic === null) return partnersIn(text, 0, context, place)
  if (topic === 'scope') {
    const all = namesIn(value, true)
    return all.map(({ at, name }) => partnerSpan(label + at, name, 0.8, context, place))
  }
  const node = isSentence(value) ? null : jointUseFact(value, topic, context, place)
  return node ? [{ start: label, end: text.length, node, weight: 78 }] : []
}

/** Companies that the sentence says share the data: 当社は、株式会社青葉物流との間で…. */
function partnersIn(sentence: string, start: number, context: Context, place: number): Span[] {
  if (!/共同|グループ|提携|間で|範囲/u.test(sentence)) return []
  const own = key(context.organisation.legalName)
  return namesIn(sentence, false)
    .filter(({ name }) => own === '' || !own.includes(key(name)))
    .map(({ at, name }) => partnerSpan(start + at, name, 0.75, context, place))
}

function partnerSpan(
  at: number,
  name: string,
  confidence: number,
  context: Context,
  place: number,
): Span {
  const node = context.records.partner(name, null, confidence, place)
  return { start: at, end: at + name.length, node, weight: 79 }
}
