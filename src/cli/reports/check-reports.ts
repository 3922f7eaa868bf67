import type { Finding, Severity } from '../../core/check/finding.ts'
import { sarifLog } from '../../core/check/sarif.ts'
import type { SourceMap } from '../../core/check/source-map.ts'
import type { Suppressed } from '../../core/check/suppression.ts'
import { headingOf, nodesOf, type PolicyDocument } from '../../core/document.ts'
import type { Certainty } from '../../core/law/dated.ts'
import type { Words } from '../../core/words.ts'
import { language, say } from '../language.ts'

/** One text that was checked, and what it is called. */
export type Checking = {
  readonly name: string
  readonly title: string
  /** Of its sections, by their ids. */
  readonly headings: ReadonlyMap<string, string>
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  /** The file, where it is one, and where in it the printed characters stand. */
  readonly file: string | null
  readonly source: SourceMap | null
}

/** What a report says of a text beside its findings. */
export const namedIn = (document: PolicyDocument): Pick<Checking, 'title' | 'headings'> => ({
  title: document.title.text,
  headings: new Map(
    nodesOf(document, 'section').map((section) => [section.id, headingOf(section)]),
  ),
})

/** How findings are printed, by the name of the format. */
export const reports = {
  text: (checked) => checked.map(textReport).join('\n\n'),
  json: (checked) =>
    JSON.stringify({ findings: checked.flatMap(({ findings }) => findings) }, null, 2),
  sarif: (checked) => {
    const [first] = checked
    const log = sarifLog({
      findings: checked.flatMap(({ findings }) => findings),
      suppressed: checked.flatMap(({ suppressed }) => suppressed),
      language,
      uri: first?.file ?? null,
      source: first?.source ?? null,
    })
    return JSON.stringify(log, null, 2)
  },
} satisfies Record<string, (checked: readonly Checking[]) => string>

const severityWords = {
  error: { ja: 'エラー', en: 'error' },
  warning: { ja: '警告', en: 'warning' },
  info: { ja: '情報', en: 'note' },
} satisfies Record<Severity, Words>

const certaintyWords = {
  certain: null,
  likely: { ja: '（有力）', en: ' (likely)' },
  unverified: { ja: '（未確認）', en: ' (not verified)' },
} satisfies Record<Certainty, Words | null>

/** Findings below the heading of the section that they stand in, then how many there are. */
function textReport(checking: Checking): string {
  const { name, title, headings, findings } = checking
  const lines = [`${name}  ${title}`.trimEnd()]
  let last: string | null | undefined
  for (const finding of findings) {
    const { section } = finding.place
    if (section !== last) lines.push('', placeName(finding, headings))
    last = section
    lines.push(...linesOf(finding, checking))
  }
  return [...lines, '', summary(checking)].join('\n')
}

function placeName({ place }: Finding, headings: ReadonlyMap<string, string>): string {
  if (place.section !== null)
    return (
      headings.get(place.section)?.replaceAll('\n', ' ') ||
      say({ ja: '（見出しのない節）', en: '(section without heading)' })
    )
  return place.end > place.start
    ? say({ ja: '前文・結び', en: 'Before and after the sections' })
    : say({ ja: '文書全体', en: 'The whole document' })
}

function linesOf(finding: Finding, { source }: Checking): string[] {
  const { severity, isQuestion, message, law, place, ruleId, evidence, fix } = finding
  const line = source && place.end > place.start ? source.positionOf(place.start).line : null
  const where = line === null ? '' : say({ ja: ` ${line}行目`, en: ` line ${line}` })
  const question = isQuestion ? say({ ja: '（確認）', en: ' (question)' }) : ''
  const quotes = evidence
    .slice(0, 3)
    .map((text) => say({ ja: `「${short(text)}」`, en: `“${short(text)}”` }))
  const basis = law
    ? say(law.article) +
      (certaintyWords[law.certainty] ? say(certaintyWords[law.certainty] as Words) : '')
    : ''
  return [
    `  ${say(severityWords[severity])}${question}${where} ${quotes.join(' ')}`.trimEnd(),
    `    ${say(message)}`,
    `    ${[basis, ruleId].filter(Boolean).join('  ')}`,
    ...(fix ? [`    ${say({ ja: '自動で直せます', en: 'Can be fixed' })}: ${say(fix.title)}`] : []),
  ]
}

function summary({ findings, suppressed }: Checking): string {
  const count = (severity: Severity) => findings.filter((one) => one.severity === severity).length
  const [errors, warnings, notes] = [count('error'), count('warning'), count('info')]
  const questions = findings.filter(({ isQuestion }) => isQuestion).length
  const fixable = findings.filter(({ fix }) => fix).length
  if (findings.length === 0)
    return say({ ja: '問題は見つかりませんでした。', en: 'Nothing was found.' }) + held(suppressed)
  return (
    say({
      ja: `エラー ${errors}、警告 ${warnings}、情報 ${notes}（うち判断が要るもの ${questions}）${fixable ? `。${fixable}件は --fix で直せます` : ''}`,
      en: `${errors} errors, ${warnings} warnings, ${notes} notes (${questions} need judgement)${fixable ? `; --fix mends ${fixable}` : ''}`,
    }) + held(suppressed)
  )
}

const held = ({ length }: readonly Suppressed[]) =>
  length ? say({ ja: `（ほかに抑止 ${length}）`, en: ` (${length} suppressed)` }) : ''

function short(text: string): string {
  const line = text.replace(/\s+/gu, ' ').trim()
  return line.length > 50 ? `${line.slice(0, 50)}…` : line
}
