import {
  headingOf,
  type Node,
  type NodeType,
  nodesOf,
  type PolicyDocument,
  type Section,
} from '../../core/document.ts'
import type { Parsed, ParseReport } from '../../core/parse/index.ts'
import { shortened } from '../../core/shortened.ts'
import { dateKindWords, sectionKindWords, type Words } from '../../core/words.ts'
import { say } from '../language.ts'

const counted = {
  purpose: { ja: '利用目的', en: 'purposes' },
  exceptionClause: { ja: '例外', en: 'exceptions' },
  jointUsePartner: { ja: '共同利用者', en: 'joint-use partners' },
  safetyMeasure: { ja: '安全管理措置', en: 'safety measures' },
  contact: { ja: '窓口', en: 'contacts' },
  procedureItem: { ja: '手続の事項', en: 'procedure items' },
  externalService: { ja: '外部サービス', en: 'external services' },
  fee: { ja: '手数料', en: 'fees' },
  definedTerm: { ja: '定義語', en: 'defined terms' },
  sectionReference: { ja: '条項の参照', en: 'references' },
  lawReference: { ja: '法令の引用', en: 'citations' },
} satisfies { [K in NodeType]?: Words }

/** What was understood of a policy, what is doubtful and what was left out, for a person to look over. */
export function outline({ document, report }: Pick<Parsed, 'document' | 'report'>): string {
  const { organisation, title } = document
  const lines = [
    `${title.text}${title.printed ? '' : say({ ja: '（印字なし）', en: ' (not printed)' })}`,
    `  ${organisation.legalName}${organisation.selfTerm ? `（${organisation.selfTerm}）` : ''}`,
    ...document.dates.map(
      ({ kind, date, text }) => `  ${say(dateKindWords[kind])} ${date}（${text}）`,
    ),
    '',
  ]
  const walk = (parent: PolicyDocument | Section): void => {
    for (const child of parent.children) {
      if (child.type !== 'section') continue
      const indent = '  '.repeat(child.level)
      const heading =
        headingOf(child).replaceAll('\n', ' ') || say({ ja: '（見出しなし）', en: '(no heading)' })
      const counts = countsOf(child)
      lines.push(
        `${indent}${heading}  [${say(sectionKindWords[child.kind])}]${counts && ` ${counts}`}`,
      )
      walk(child)
    }
  }
  walk(document)
  const total = countsOf(document, true)
  return [...lines, '', total, ...doubts(report), ...dropped(report)].join('\n')
}

function doubts(report: ParseReport): string[] {
  if (report.doubts.length === 0) return []
  return [
    '',
    say({ ja: `確かめる箇所 ${report.doubts.length}`, en: `To check: ${report.doubts.length}` }),
    ...report.doubts.map(
      ({ message, place }) =>
        `  ? ${say({ ja: `${place}行目`, en: `line ${place}` })}: ${say(message)}`,
    ),
  ]
}

function dropped(report: ParseReport): string[] {
  if (report.dropped.length === 0) return []
  return [
    '',
    say({
      ja: `取り込まなかった部分 ${report.dropped.length}`,
      en: `Left out: ${report.dropped.length}`,
    }),
    ...report.dropped.map(({ text, why }) => `  - ${say(why)}: ${short(text)}`),
  ]
}

function short(text: string): string {
  return shortened(text.replace(/\s+/gu, ' '), 60)
}

/** Typed nodes of a section itself, not of its sub-sections; of everything with `deep`. */
function countsOf(node: PolicyDocument | Section, deep = false): string {
  const roots: readonly Node[] = deep
    ? [node]
    : node.children.filter((child) => child.type !== 'section')
  return Object.entries(counted)
    .map(([type, words]) => {
      const count = roots.reduce((sum, root) => sum + nodesOf(root, type as NodeType).length, 0)
      return count ? `${say(words)} ${count}` : ''
    })
    .filter(Boolean)
    .join(say({ ja: '・', en: ', ' }))
}
