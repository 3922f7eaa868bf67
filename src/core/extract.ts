import {
  type Block,
  type Contact,
  type ContactField,
  contactFields,
  type ExceptionClause,
  type JointUsePartner,
  labelOf,
  nodesOf,
  type PolicyDocument,
  type Purpose,
  type SafetyMeasure,
  type Section,
  type Value,
  visit,
} from './document.ts'
import { withoutGenerated } from './history/generated.ts'
import { toLexical } from './lexical/to-lexical.ts'
import { formatLabel, readLabel } from './numbering.ts'
import { organisationField } from './printing.ts'
import type { Localised, PolicyRecord, PolicyRecords, SectionRecord } from './records.ts'

type Documents = readonly [PolicyDocument, ...PolicyDocument[]]

/**
 * The records that a document states; several documents are the same policy in several languages, with the same ids.
 * Ids, and the order of sections, are those of the first document. Slugs are the caller's to give.
 * A record that prints differently at two places is a contradiction and refused; a `value` that no longer equals its
 * record becomes plain text. What was written from the editions states no record.
 *
 * @throws RangeError when ids contradict each other or blocks stand between sub-sections
 */
export function extract(...documents: Documents): PolicyRecords {
  return extractKnowing({}, ...documents)
}

/** What numbers and prose alone do not tell. */
export type Known = {
  /** Where any section is numbered by the style of its level here, that is the style of the level. */
  readonly styles?: PolicyRecord['numbering']
  /** Records of which a document prints nothing but a value in prose, as they print in its language. */
  readonly mentioned?: { readonly [locale: string]: readonly Mentioned[] }
}
export type Mentioned = Contact | JointUsePartner

/** The same for who knows more than the documents state. */
export function extractKnowing(
  { styles = [], mentioned = {} }: Known,
  ...printed: Documents
): PolicyRecords {
  const documents = printed.map(withoutGenerated) as unknown as Documents
  const numbering = numberingOf(documents, styles)
  const [first] = documents
  const localised = <T>(pick: (document: PolicyDocument) => T | null | undefined): Localised<T> =>
    Object.fromEntries(documents.map((document) => [document.locale, pick(document)]))
  const state = (blocksOf: (document: PolicyDocument) => readonly Block[]) =>
    localised((document) => toLexical(blocksOf(document), editing.get(document) as Editing))
  const editing = new Map(
    documents.map((document) => [
      document,
      new Editing(document, mentioned[document.locale] ?? []),
    ]),
  )

  const { organisation } = first
  return {
    organisation: {
      id: organisation.id,
      slug: '',
      legalName: localised((document) => document.organisation.legalName),
      selfTerm: localised((document) => document.organisation.selfTerm),
      representatives: organisation.representatives.map((_, i) => ({
        title: localised((document) => document.organisation.representatives[i]?.title),
        name: localised((document) => document.organisation.representatives[i]?.name),
      })),
      postalCode: organisation.postalCode ?? null,
      address: localised((document) => document.organisation.address),
      corporateNumber: organisation.corporateNumber ?? null,
      url: organisation.url ?? null,
    },
    policy: {
      id: 'policy',
      organisation: organisation.id,
      slug: '',
      title: localised((document) => document.title.text),
      titlePrinted: first.title.printed,
      service: {
        name: localised((document) => document.organisation.service?.name),
        selfTerm: localised((document) => document.organisation.service?.selfTerm),
        url: organisation.service?.url ?? null,
      },
      numbering,
      preamble: state((document) => split(document).before),
      closing: state((document) => split(document).after),
    },
    sections: sectionRecords(documents, editing, numbering),
    ...typedRecords(documents, mentioned),
  }
}

/** What `toLexical` needs to know of the document around a body. */
class Editing {
  readonly #sections: ReadonlySet<string>
  readonly #contacts: ReadonlyMap<string, Contact>
  readonly #partners: ReadonlyMap<string, JointUsePartner>

  constructor(
    readonly document: PolicyDocument,
    mentioned: readonly Mentioned[],
  ) {
    const known = <N extends Mentioned>(type: N['type']) =>
      new Map(
        [...mentioned.filter((node) => node.type === type), ...nodesOf(document, type)].map(
          (node) => [node.id, node as N],
        ),
      )
    this.#sections = new Set(nodesOf(document, 'section').map((section) => section.id))
    this.#contacts = known<Contact>('contact')
    this.#partners = known<JointUsePartner>('jointUsePartner')
  }

  isSection = (id: string): boolean => this.#sections.has(id)

  /** Whether the record still says what the value prints. */
  isTrue = (value: Value): boolean => {
    switch (value.of) {
      case 'organisation':
        return (organisationField(this.document.organisation, value.field) ?? '') === value.text
      case 'contact': {
        const contact = this.#contacts.get(value.record)
        return contact !== undefined && (contact[value.field] ?? '') === value.text
      }
      case 'jointUsePartner': {
        const partner = this.#partners.get(value.record)
        return partner !== undefined && (partner[value.field] ?? '') === value.text
      }
    }
  }
}

type Parent = PolicyDocument | Section

/** A parent's blocks before its sub-sections, the sub-sections, and the blocks after them. */
function split(parent: Parent): {
  readonly before: readonly Block[]
  readonly sections: readonly Section[]
  readonly after: readonly Block[]
} {
  const isSection = (child: Block | Section): child is Section => child.type === 'section'
  const { children } = parent
  const from = children.findIndex(isSection)
  if (from < 0) return { before: children as readonly Block[], sections: [], after: [] }
  const to = children.findLastIndex(isSection) + 1
  const sections = children.slice(from, to)
  if (!sections.every(isSection))
    throw new RangeError(
      `Expected the sub-sections of \`${'id' in parent ? parent.id : 'document'}\` to stand together, not with blocks between them`,
    )
  return {
    before: children.slice(0, from) as readonly Block[],
    sections,
    after: children.slice(to) as readonly Block[],
  }
}

function sectionRecords(
  documents: Documents,
  editing: ReadonlyMap<PolicyDocument, Editing>,
  styles: PolicyRecord['numbering'],
): readonly SectionRecord[] {
  const byId = documents.map(
    (document) => new Map(nodesOf(document, 'section').map((section) => [section.id, section])),
  )
  const [base] = byId
  for (const [i, sections] of byId.entries())
    for (const id of sections.keys())
      if (!base?.has(id))
        throw new RangeError(
          `Expected section \`${id}\` of \`${documents[i]?.locale}\` to stand in \`${documents[0].locale}\` too`,
        )
  const localised = <T>(id: string, pick: (section: Section) => T): Localised<T> =>
    Object.fromEntries(
      documents.flatMap((document, i) => {
        const section = byId[i]?.get(id)
        return section ? [[document.locale, pick(section)]] : []
      }),
    )
  const state = (id: string, blocksOf: (section: Section) => readonly Block[]) =>
    Object.fromEntries(
      documents.map((document, i) => {
        const section = byId[i]?.get(id)
        return [
          document.locale,
          section && toLexical(blocksOf(section), editing.get(document) as Editing),
        ]
      }),
    )

  const records: SectionRecord[] = []
  const place = (parent: Parent): void => {
    let ordinal = 1
    for (const [i, section] of split(parent).sections.entries()) {
      const numbers = localised(section.id, labelOf)
      const style = styles[section.level - 1]?.style ?? {}
      const follows = Object.entries(numbers).every(
        ([locale, number]) => number !== '' && number === label(style[locale], ordinal),
      )
      const isBare = Object.values(numbers).every((number) => number === '')
      if (follows) ordinal++
      records.push({
        id: section.id,
        parent: parent.type === 'section' ? parent.id : null,
        order: String(i).padStart(6, '0'),
        kind: section.kind,
        numbered: follows ? 'style' : isBare ? 'none' : 'printed',
        number: follows || isBare ? {} : numbers,
        heading: localised(section.id, (own) => own.heading),
        headingAbove: section.headingAbove === true,
        body: state(section.id, (own) => split(own).before),
        end: state(section.id, (own) => split(own).after),
      })
      place(section)
    }
  }
  place(documents[0])
  return records
}

/** For each level, the style that the most sections follow when they are counted within their parent. */
function numberingOf(
  documents: Documents,
  given: PolicyRecord['numbering'],
): PolicyRecord['numbering'] {
  const families: {
    readonly level: number
    readonly numbers: readonly string[]
    locale: string
  }[] = documents.flatMap((document) => {
    const found: { level: number; numbers: readonly string[]; locale: string }[] = []
    visit(document, (node) => {
      if (node.type !== 'document' && node.type !== 'section') return
      const { sections } = split(node)
      if (sections[0])
        found.push({
          level: sections[0].level,
          numbers: sections.map(labelOf),
          locale: document.locale,
        })
    })
    return found
  })
  const depth = Math.max(0, ...families.map((family) => family.level))
  return Array.from({ length: depth }, (_, i) => ({
    style: Object.fromEntries(
      documents.map(({ locale }) => [
        locale,
        bestStyle(
          families
            .filter((family) => family.level === i + 1 && family.locale === locale)
            .map((family) => family.numbers),
          given[i]?.style[locale],
        ),
      ]),
    ),
  }))
}

function bestStyle(
  families: readonly (readonly string[])[],
  given: string | null | undefined,
): string | null {
  const followers = (style: string) =>
    families.reduce((sum, numbers) => {
      let ordinal = 1
      for (const number of numbers) if (number === label(style, ordinal)) ordinal++
      return sum + ordinal - 1
    }, 0)
  if (given && followers(given) > 0) return given
  const styles = new Set(families.flat().flatMap((number) => readLabel(number)?.style ?? []))
  let best: { style: string; count: number } | null = null
  for (const style of styles) {
    const count = followers(style)
    if (count > (best?.count ?? 0)) best = { style, count }
  }
  return best?.style ?? null
}

const label = (style: string | null | undefined, ordinal: number) =>
  style ? formatLabel(style, ordinal) : null

type RecordNode = Purpose | ExceptionClause | JointUsePartner | SafetyMeasure | Contact

/** One record for each id; what prints under one id must be the same wherever it prints. */
function typedRecords(documents: Documents, mentioned: Known['mentioned'] = {}) {
  const collect = <N extends RecordNode>(
    type: N['type'],
    printed: (node: N) => unknown,
  ): ReadonlyMap<string, { readonly [locale: string]: N }> => {
    const found = new Map<string, { [locale: string]: N }>()
    for (const document of documents)
      for (const node of nodesOf(document, type) as unknown as N[]) {
        const record = found.get(node.id) ?? {}
        const known = record[document.locale]
        if (known && JSON.stringify(printed(known)) !== JSON.stringify(printed(node)))
          throw new RangeError(
            `Expected ${type} \`${node.id}\` to print the same everywhere, not \`${JSON.stringify(printed(known))}\` and \`${JSON.stringify(printed(node))}\``,
          )
        record[document.locale] = node
        found.set(node.id, record)
      }
    for (const [locale, nodes] of Object.entries(mentioned))
      for (const node of nodes) {
        if (node.type !== type) continue
        found.set(node.id, { [locale]: node as RecordNode as N, ...found.get(node.id) })
      }
    return found
  }
  const text = <N extends { readonly text: string }>(nodes: { readonly [locale: string]: N }) =>
    Object.fromEntries(Object.entries(nodes).map(([locale, node]) => [locale, node.text]))
  const any = <N>(nodes: { readonly [locale: string]: N }) => Object.values(nodes)[0] as N

  return {
    purposes: [...collect<Purpose>('purpose', (node) => node.text)].map(([id, nodes]) => ({
      id,
      text: text(nodes),
    })),
    exceptionClauses: [
      ...collect<ExceptionClause>('exceptionClause', (node) => [
        node.text,
        node.basis,
        node.appliesTo,
      ]),
    ].map(([id, nodes]) => ({
      id,
      text: text(nodes),
      basis: any(nodes).basis,
      appliesTo: any(nodes).appliesTo,
    })),
    jointUsePartners: [
      ...collect<JointUsePartner>('jointUsePartner', (node) => [node.name, node.url]),
    ].map(([id, nodes]) => ({
      id,
      name: Object.fromEntries(Object.entries(nodes).map(([locale, node]) => [locale, node.name])),
      url: any(nodes).url ?? null,
    })),
    safetyMeasures: [
      ...collect<SafetyMeasure>('safetyMeasure', (node) => [node.text, node.category]),
    ].map(([id, nodes]) => ({ id, text: text(nodes), category: any(nodes).category })),
    contacts: [
      ...collect<Contact>('contact', (node) => [
        node.roles,
        contactFields.map((field) => node[field]),
        node.lines,
      ]),
    ].map(([id, nodes]) => contactRecord(id, nodes)),
  }
}

function contactRecord(
  id: string,
  nodes: { readonly [locale: string]: Contact },
): PolicyRecords['contacts'][number] {
  const locales = Object.entries(nodes)
  const base = locales[0]?.[1] as Contact
  const localised = (field: ContactField) =>
    Object.fromEntries(locales.map(([locale, node]) => [locale, node[field]]))
  return {
    id,
    roles: base.roles,
    name: localised('name'),
    person: localised('person'),
    postalCode: base.postalCode ?? null,
    address: localised('address'),
    tel: base.tel ?? null,
    tollFree: base.tollFree ?? null,
    email: base.email ?? null,
    url: base.url ?? null,
    hours: localised('hours'),
    lines: base.lines.map((line, i) => {
      // A piece whose text is not its field's value is printed as it stands, as a label.
      const holds = locales.every(([, node]) => {
        const own = node.lines[i]
        return own?.field ? own.text === (node[own.field] ?? '') : own?.text === ''
      })
      return {
        label: Object.fromEntries(
          locales.map(([locale, node]) => {
            const own = node.lines[i]
            return [locale, holds ? own?.label : `${own?.label ?? ''}${own?.text ?? ''}`]
          }),
        ),
        field: holds ? line.field : null,
        joined: line.joined === true,
      }
    }),
  }
}
