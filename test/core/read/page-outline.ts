import {
  headingOf,
  type Node,
  type PolicyDocument,
  type Section,
  textOf,
  visit,
} from '../../../src/core/document.ts'
import type { Parsed } from '../../../src/core/parse/index.ts'

const typed = new Set<Node['type']>([
  'purpose',
  'exceptionClause',
  'jointUsePartner',
  'jointUsePurpose',
  'jointUseDataItem',
  'jointUseStatement',
  'safetyMeasure',
  'procedureItem',
  'externalService',
  'contact',
  'fee',
  'date',
  'link',
  'strong',
])

/** What a reader finds on a page: sections, the records in them, what was left out. */
export function pageOutline({ document, report }: Parsed): string {
  const { organisation, title } = document
  const lines = [
    `${title.text}${title.printed ? '' : ' (not printed)'}`,
    `${organisation.legalName} / ${organisation.selfTerm}`,
  ]
  const blocks = (parent: PolicyDocument | Section, indent: string) => {
    for (const child of parent.children)
      if (child.type === 'section') {
        lines.push(`${indent}§ ${headingOf(child).replaceAll('\n', ' / ')} [${child.kind}]`)
        blocks(child, `${indent}  `)
      } else {
        lines.push(`${indent}${child.type}: ${textOf(child).replaceAll('\n', ' / ')}`)
        visit(child, (node) => {
          if (node !== child && typed.has(node.type))
            lines.push(`${indent}  · ${node.type} ${fact(node)}`)
        })
      }
  }
  blocks(document, '')
  for (const { text, why } of report.dropped) lines.push(`- ${why.en}: ${text}`)
  for (const { message, place } of report.doubts) lines.push(`? ${place}: ${message.en}`)
  return `${lines.join('\n')}\n`
}

function fact(node: Node): string {
  const text = textOf(node).replaceAll('\n', ' / ')
  if (node.type === 'link') return `${text} → ${node.url}`
  if (node.type === 'exceptionClause') return `${text} (${node.basis})`
  if (node.type === 'safetyMeasure') return `${text} (${node.category})`
  if (node.type === 'contact') return `${text} (${node.roles.join(' ')})`
  return text
}
