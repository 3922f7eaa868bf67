import type { ExceptionScope, LawReference, SectionKind } from '../../document.ts'
import { appi } from '../../law/statutes.ts'
import type { TopicId } from '../../law/topics.ts'
import { lawSpans } from '../../parse/laws.ts'
import type { Range } from '../../render/printed.ts'
import type { Analysis, Sentence } from '../analysis.ts'
import { holding } from '../reading-order.ts'

/** A citation of the Act with an article, wherever it stands: also in headings and records, whose text is plain. */
export type Citation = Range & { readonly node: LawReference }

/**
 * The words by which a sentence tells what it cites an article for. Words of several topics (開示 is also said of
 * records) stand in the order of the more special first.
 */
const words: readonly (readonly [topic: TopicId, words: RegExp])[] = [
  ['accreditation', /認定個人情報保護団体|認定を受け/gu],
  [
    'purpose-notice',
    /(?:利用目的[^。]{0,30})?(?:公表|明示)(?:し|いた|する|、|又は|または)|利用目的[^。]{0,12}通知/gu,
  ],
  [
    'held-data-matters',
    /周知|知り得る状態|保有個人データに関する(?:事項|公表)|公表等?事項|利用目的の通知/gu,
  ],
  ['joint-use', /共同利用|共同[しで]て?利用/gu],
  ['foreign-third-party', /外国にある第三者|外国の第三者/gu],
  ['record-disclosure', /第三者提供記録の開示/gu],
  ['third-party', /第三者(?:へ|に|への)?(?:の)?(?:対して)?(?:開示又は|開示または)?提供/gu],
  ['opt-out', /オプトアウト/gu],
  ['entrustee-supervision', /委託先[^。]{0,20}監督|委託を受けた者に対する[^。]{0,12}監督/gu],
  ['employees', /従業(?:者|員)[^。]{0,16}監督/gu],
  ['security', /安全管理/gu],
  ['breach', /(?:漏えい|漏洩)[^。]{0,30}報告/gu],
  ['disclosure', /(?<!第三者提供記録の|第三者に)開示(?!又は提供|または提供)/gu],
  ['correction', /訂正/gu],
  ['cease', /利用(?:の)?停止/gu],
  ['fees', /手数料/gu],
  ['complaints', /苦情/gu],
  ['purpose-specification', /利用目的(?:を|の)[^。、]{0,12}特定/gu],
  ['purpose-restriction', /目的外|(?:目的|範囲)を超え/gu],
  ['anonymised', /匿名加工情報(?!の定義)/gu],
  ['personal-information', /(?<!\p{Script=Han})個人情報」?とは/gu],
  ['personal-data', /(?<!保有)個人データ」?とは/gu],
  ['retained-data', /保有個人データ」?とは/gu],
]

/** What a section or a list of exceptions is about, where the sentence itself does not say it. */
const ofSection: { readonly [K in SectionKind]?: TopicId } = {
  purposes: 'purpose-specification',
  entrustment: 'entrustee-supervision',
  safetyMeasures: 'security',
  thirdPartyProvision: 'third-party',
  foreignTransfer: 'foreign-third-party',
  jointUse: 'joint-use',
  disclosure: 'disclosure',
  correction: 'correction',
  utilisationCease: 'cease',
}
const ofScope: { readonly [K in ExceptionScope]?: TopicId } = {
  'third-party-provision': 'third-party',
  'disclosure-refusal': 'disclosure',
  'utilisation-cease': 'cease',
}

/** The topics that a citation may be for: those that its sentence names, else what stands around it is about. */
export function topicsCited(sentence: Sentence, citation: Citation): readonly TopicId[] {
  const named = topicsNamed(sentence, citation)
  if (named.length > 0) return named
  const { node, section } = sentence.passage
  const around =
    node.type === 'exceptionClause'
      ? ofScope[node.appliesTo]
      : section && ofSection[section.node.kind]
  return around ? [around] : []
}

/** The topics that the sentence around a citation names, the nearest first; what follows it is nearer. */
function topicsNamed(sentence: Sentence, citation: Range): readonly TopicId[] {
  const start = citation.start - sentence.start
  const end = citation.end - sentence.start
  const near: { readonly topic: TopicId; readonly far: number }[] = []
  for (const [topic, pattern] of words) {
    let far = Number.POSITIVE_INFINITY
    for (const { index, 0: match } of sentence.text.matchAll(pattern)) {
      const behind = index + match.length > end
      far = Math.min(far, behind ? Math.max(0, index - end) : 40 + start - index)
    }
    if (far < Number.POSITIVE_INFINITY) near.push({ topic, far })
  }
  return near.sort((a, b) => a.far - b.far).map(({ topic }) => topic)
}

/** The citations of the Act with an article, and the sentence that each stands in. */
export function* citationsOfAct(
  analysis: Analysis,
): Generator<{ readonly citation: Citation; readonly sentence: Sentence }> {
  const { of, sentences } = analysis
  for (const citation of [...of('lawReference'), ...plainCitations(analysis)]) {
    if (citation.node.law !== appi || citation.node.article === undefined) continue
    const sentence = holding(sentences, citation)
    if (sentence) yield { citation, sentence }
  }
}

function* plainCitations({ passages }: Analysis): Generator<Citation> {
  for (const { kind, node, text, start } of passages) {
    const isPlain = kind === 'heading' || plainTypes.has(node.type)
    if (!isPlain || !/法[^。]{0,4}第/u.test(text)) continue
    for (const span of lawSpans(text))
      if (span.node.type === 'lawReference')
        yield { start: start + span.start, end: start + span.end, node: span.node }
  }
}
const plainTypes: ReadonlySet<string> = new Set([
  'purpose',
  'exceptionClause',
  'safetyMeasure',
  'jointUsePurpose',
  'jointUseDataItem',
  'jointUseStatement',
  'procedureItem',
])
