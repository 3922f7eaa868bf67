import { headingOf, nodesOf, type PolicyDocument } from '../document.ts'
import type { PolicyRecords } from '../records.ts'

type Named = { readonly ja: string; readonly en: string }

/** What people call a place in the records, by the first of some documents that prints it. */
export function placeName(
  {
    collection,
    id,
    field,
  }: {
    readonly collection: keyof PolicyRecords
    readonly id: string
    readonly field: string
  },
  documents: readonly PolicyDocument[],
): Named {
  if (collection === 'policy')
    return policyFields[field.split('.')[0] ?? ''] ?? named('ポリシー', 'the policy')
  if (collection === 'organisation') return named('事業者の記載', 'the organisation')
  const print = documents.map((document) => printOf(collection, id, document)).find(Boolean)
  const quoted = print === undefined ? id : print.length > 40 ? `${print.slice(0, 39)}…` : print
  const kind = kinds[collection]
  return named(`${kind.ja}「${quoted}」`, `${kind.en} “${quoted}”`)
}

const named = (ja: string, en: string): Named => ({ ja, en })

const policyFields: { readonly [field: string]: Named } = {
  title: named('表題', 'the title'),
  preamble: named('前文', 'the preamble'),
  closing: named('結び', 'the closing'),
  service: named('対象のサービス', 'the service'),
  numbering: named('番号の形式', 'the numbering'),
}

type Kind = Exclude<keyof PolicyRecords, 'policy' | 'organisation'>

const kinds: { readonly [K in Kind]: Named } = {
  sections: named('条項', 'section'),
  purposes: named('利用目的', 'purpose'),
  exceptionClauses: named('例外', 'exception'),
  jointUsePartners: named('共同利用者', 'joint use partner'),
  safetyMeasures: named('安全管理措置', 'measure'),
  contacts: named('窓口', 'contact'),
}

const nodeOf = {
  sections: 'section',
  purposes: 'purpose',
  exceptionClauses: 'exceptionClause',
  jointUsePartners: 'jointUsePartner',
  safetyMeasures: 'safetyMeasure',
  contacts: 'contact',
} as const

function printOf(kind: Kind, id: string, document: PolicyDocument): string | undefined {
  const node = nodesOf(document, nodeOf[kind]).find((one) => one.id === id)
  if (!node) return undefined
  if (node.type === 'section') return headingOf(node).replace(/\n/g, '') || undefined
  if (node.type === 'jointUsePartner') return node.name
  return node.type === 'contact' ? (node.name ?? node.lines[0]?.text) : node.text
}
