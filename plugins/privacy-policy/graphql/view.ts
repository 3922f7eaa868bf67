import {
  type Block,
  type Node,
  type NodeOf,
  type NodeType,
  type PolicyDocument,
  type Section,
  textOf,
  visit,
} from '../../../src/core/document.ts'
import type { Edition } from '../../../src/core/edition/index.ts'
import { sectionHtml } from '../../../src/core/render/html.ts'
import { render } from '../../../src/core/render/index.ts'

/** A section with its own text, and the sections within it. */
type SectionView = { readonly id: string; readonly children: readonly SectionView[] }

/**
 * An edition in one language as GraphQL shows it, by the names of `types.ts`. It is made once for each edition;
 * what costs anything is worked out when it is first asked for.
 */
export type PolicyView = { readonly locale: string; readonly document: PolicyDocument }

export function viewOf(edition: Edition, locale: string): PolicyView {
  const { [locale]: document } = edition.documents
  if (!document) throw new RangeError(`Expected a language of the edition, not \`${locale}\``)
  const { documents, ...head } = edition
  const known = {
    edition: { ...head, languages: Object.keys(edition.languages) },
    locale,
    title: document.title.text,
    organisation: document.organisation,
    dates: document.dates,
    document,
  }
  const list = (type: NodeType) => () => standing(document, type)
  const outline = once(() => sectionsOf(document, document, null))
  return lazily(known, {
    html: () => render(document, 'html'),
    markdown: () => render(document, 'markdown'),
    text: () => render(document, 'text'),
    outline,
    sections: () => outline().flatMap(flat),
    purposes: list('purpose'),
    exceptionClauses: list('exceptionClause'),
    jointUse: () => ({
      statements: standing(document, 'jointUseStatement'),
      partners: standing(document, 'jointUsePartner'),
      dataItems: standing(document, 'jointUseDataItem').map(({ text }) => text),
      purposes: standing(document, 'jointUsePurpose').map(({ text }) => text),
    }),
    safetyMeasures: list('safetyMeasure'),
    contacts: () =>
      standing(document, 'contact').map((contact) => ({ ...contact, text: textOf(contact) })),
    procedure: list('procedureItem'),
    externalServices: list('externalService'),
    fees: list('fee'),
    definedTerms: () => definedTermsOf(document),
  })
}

function sectionsOf(
  document: PolicyDocument,
  { children }: Pick<PolicyDocument | Section, 'children'>,
  parentId: string | null,
): readonly SectionView[] {
  return children.flatMap((child) => {
    if (child.type !== 'section') return []
    const { id, kind, level, bullet, number, heading } = child
    const within = sectionsOf(document, child, id)
    const ownBlocks = child.children.filter((one): one is Block => one.type !== 'section')
    return lazily(
      {
        id,
        parentId,
        kind,
        level,
        bullet: bullet?.trim() ?? null,
        number: number.trim(),
        heading,
        children: within,
      },
      {
        html: () => sectionHtml(document, child),
        text: () => ownBlocks.map(textOf).join('\n'),
      },
    )
  })
}

const flat = (section: SectionView): readonly SectionView[] => [
  section,
  ...section.children.flatMap(flat),
]

type Standing<K extends NodeType> = NodeOf<K> & { readonly sectionId: string | null }

/** The nodes of a type in reading order, each with the innermost section around it. */
function standing<K extends NodeType>(document: PolicyDocument, type: K): Standing<K>[] {
  const found: Standing<K>[] = []
  visit(document, (node, ancestors) => {
    if (node.type === type)
      found.push({ ...(node as NodeOf<K>), sectionId: sectionAround(ancestors) })
  })
  return found
}

/** Defined terms stand in the prose, and in the texts of records and headings. */
function definedTermsOf(document: PolicyDocument): Standing<'definedTerm'>[] {
  const found: Standing<'definedTerm'>[] = []
  visit(document, (node, ancestors) => {
    const own = node.type === 'section' ? node.id : null
    const terms =
      node.type === 'definedTerm' ? [node] : 'defines' in node ? (node.defines ?? []) : []
    for (const term of terms) found.push({ ...term, sectionId: own ?? sectionAround(ancestors) })
  })
  return found
}

const sectionAround = (ancestors: readonly Node[]): string | null =>
  ancestors.findLast((node) => node.type === 'section')?.id ?? null

function once<T>(work: () => T): () => T {
  let made: { readonly value: T } | undefined
  return () => {
    made ??= { value: work() }
    return made.value
  }
}

/** Adds properties that are worked out when they are first read, and kept. */
function lazily<T extends object, L extends { readonly [name: string]: () => unknown }>(
  known: T,
  later: L,
): T & { readonly [K in keyof L]: ReturnType<L[K]> } {
  for (const [name, work] of Object.entries(later))
    Object.defineProperty(known, name, { get: once(work), enumerable: true })
  return known as never
}
