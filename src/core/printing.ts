import {
  type Block,
  type Contact,
  type ContactField,
  contactFields,
  type DocumentOrganisation,
  type SectionReference,
  type Value,
} from './document.ts'
import { fromLexical, type RecordSource } from './lexical/from-lexical.ts'
import { referenceText } from './numbering.ts'
import type { Localised, PolicyRecords, SectionRecord } from './records.ts'
import { definedTermsIn } from './terms.ts'

/** A place in the records, and what an editor has to do there. */
export type ComposeProblem = {
  readonly collection: keyof PolicyRecords
  readonly id: string
  readonly field: string
  readonly message: { readonly ja: string; readonly en: string }
}

/** A section with its place among the others, before its body is read. */
export type Placed = {
  readonly record: SectionRecord
  readonly level: number
  readonly number: string
  readonly heading: string
  /** Counts the sections of its level in reading order, through all parents, as 前条 and 次条 do. */
  readonly place: number
  readonly parent: Placed | null
  readonly children: readonly Placed[]
}

/** Reads records in one language and notes what is missing. */
export class Printer {
  readonly #records: PolicyRecords
  readonly #base: string
  readonly #problems: ComposeProblem[]
  readonly #index: ReadonlyMap<string, { readonly id: string }>
  readonly #contacts = new Map<string, Contact>()

  constructor(
    records: PolicyRecords,
    readonly locale: string,
    base: string,
    problems: ComposeProblem[],
  ) {
    this.#records = records
    this.#base = base
    this.#problems = problems
    this.#index = new Map(
      recordKinds.flatMap((kind) =>
        records[kind].map((record) => [`${kind} ${record.id}`, record]),
      ),
    )
  }

  text(value: Localised<string>, at: Omit<ComposeProblem, 'message'>): string {
    const own = value[this.locale]
    if (own) return own
    if (value[this.#base]) this.#missing(at)
    return ''
  }

  blocks(
    value: Localised<Parameters<typeof fromLexical>[0]>,
    at: Omit<ComposeProblem, 'message'>,
    source: RecordSource,
  ): readonly Block[] {
    const own = value[this.locale]
    if (!own && value[this.#base]) {
      // An editor's state that prints nothing in the base language asks for no translation.
      if (fromLexical(value[this.#base], source).length) this.#missing(at)
      return []
    }
    try {
      return fromLexical(own, source)
    } catch (error) {
      if (!(error instanceof RangeError)) throw error
      this.#problem(at, {
        ja: `本文に扱えない要素があります（${error.message}）。段落・箇条書き・型付きの要素に書き直してください。`,
        en: `${error.message} It stands in ${at.collection} ${at.id}, ${at.field}.`,
      })
      return []
    }
  }

  organisation(record: PolicyRecords['organisation']): DocumentOrganisation {
    const at = (field: string) => ({ collection: 'organisation', id: record.id, field }) as const
    const { service } = this.#records.policy
    const inService = (field: string) =>
      ({ collection: 'policy', id: this.#records.policy.id, field: `service.${field}` }) as const
    const serviceFields = {
      ...present('name', this.text(service.name, inService('name'))),
      ...present('selfTerm', this.text(service.selfTerm, inService('selfTerm'))),
      ...present('url', service.url),
    }
    return {
      id: record.id,
      legalName: this.text(record.legalName, at('legalName')),
      selfTerm: this.text(record.selfTerm, at('selfTerm')),
      representatives: record.representatives.map((representative, i) => ({
        title: this.text(representative.title, at(`representatives.${i}.title`)),
        name: this.text(representative.name, at(`representatives.${i}.name`)),
      })),
      ...present('postalCode', record.postalCode),
      ...present('address', this.text(record.address, at('address'))),
      ...present('corporateNumber', record.corporateNumber),
      ...present('url', record.url),
      ...(Object.keys(serviceFields).length > 0 && { service: serviceFields }),
    }
  }

  /** Records as they print inside a section (or before and after all sections). */
  inside(here: Placed | null, sections: ReadonlyMap<string, Placed>): RecordSource {
    return {
      purpose: (id) => {
        const text = this.#textOf('purposes', id)
        return { type: 'purpose', id, text, ...definesIn(text) }
      },
      exceptionClause: (id) => {
        const record = this.#find('exceptionClauses', id)
        const text = this.#textOf('exceptionClauses', id)
        return {
          type: 'exceptionClause',
          id,
          text,
          basis: record?.basis ?? 'other',
          appliesTo: record?.appliesTo ?? 'third-party-provision',
          ...definesIn(text),
        }
      },
      jointUsePartner: (id) => {
        const record = this.#find('jointUsePartners', id)
        const name = record
          ? this.text(record.name, { collection: 'jointUsePartners', id, field: 'name' })
          : ''
        return { type: 'jointUsePartner', id, name, ...present('url', record?.url) }
      },
      safetyMeasure: (id) => {
        const text = this.#textOf('safetyMeasures', id)
        const category = this.#find('safetyMeasures', id)?.category ?? 'general'
        return { type: 'safetyMeasure', id, text, category, ...definesIn(text) }
      },
      contact: (id) => this.#contact(id),
      value: (of, id, field) => this.#value(of, id, field),
      reference: (reference) => this.#reference(reference, here, sections),
    }
  }

  /** A section that hangs below no section of this policy would silently not print. */
  unplaced(id: string): void {
    this.#problem(
      { collection: 'sections', id, field: 'parent' },
      {
        ja: `節 ${id} の親がありません（ごみ箱にあるか、親子が循環しています）。親を選び直してください。`,
        en: `Section ${id} has no parent in this policy (it is in the trash, or in a circle). Choose another parent.`,
      },
    )
  }

  #textOf(kind: 'purposes' | 'exceptionClauses' | 'safetyMeasures', id: string): string {
    const record = this.#find(kind, id)
    return record ? this.text(record.text, { collection: kind, id, field: 'text' }) : ''
  }

  #contact(id: string): Contact {
    const known = this.#contacts.get(id)
    if (known) return known
    const record = this.#find('contacts', id)
    const at = (field: string) => ({ collection: 'contacts', id, field }) as const
    const fields: { [F in ContactField]?: string } = {}
    for (const field of contactFields) {
      const value = record?.[field]
      const text = typeof value === 'object' && value ? this.text(value, at(field)) : value
      if (text) fields[field] = text
    }
    const contact: Contact = {
      type: 'contact',
      id,
      roles: record?.roles ?? [],
      ...fields,
      lines: (record?.lines ?? []).map((line, i) => ({
        label: this.text(line.label, at(`lines.${i}.label`)),
        field: line.field,
        text: line.field ? (fields[line.field] ?? '') : '',
        ...(line.joined && { joined: true as const }),
      })),
    }
    this.#contacts.set(id, contact)
    return contact
  }

  #value(of: Value['of'], id: string | null, field: string): Value {
    const record = of === 'organisation' ? this.#records.organisation.id : (id ?? '')
    const text =
      of === 'organisation'
        ? this.#organisationField(field)
        : of === 'contact'
          ? this.#contact(record)[field as ContactField]
          : this.#partnerField(record, field)
    if (!text) this.#emptyValue(of, record, field)
    return { type: 'value', of, record, field, text: text ?? '' } as Value
  }

  #organisationField(field: string): string | undefined {
    this.#organisation ??= this.organisation(this.#records.organisation)
    return organisationField(this.#organisation, field)
  }
  #organisation: DocumentOrganisation | undefined

  #partnerField(id: string, field: string): string | undefined {
    const record = this.#find('jointUsePartners', id)
    if (!record) return undefined
    return field === 'url'
      ? (record.url ?? undefined)
      : this.text(record.name, { collection: 'jointUsePartners', id, field })
  }

  /** What a reference prints now: a following one is written anew from its target. */
  #reference(
    reference: SectionReference,
    here: Placed | null,
    sections: ReadonlyMap<string, Placed>,
  ): SectionReference {
    if (!reference.follow || !reference.target || !reference.form) return reference
    const target = sections.get(reference.target)
    if (!target) {
      this.#absent('sections', reference.target)
      return reference
    }
    const relative = reference.form === 'previous' || reference.form === 'next'
    const form = relative && !isNeighbour(here, target, reference.form) ? 'number' : reference.form
    return { ...reference, text: referenceText(form, target) }
  }

  #find<K extends (typeof recordKinds)[number]>(
    kind: K,
    id: string,
  ): PolicyRecords[K][number] | undefined {
    const record = this.#index.get(`${kind} ${id}`)
    if (!record) this.#absent(kind, id)
    return record as PolicyRecords[K][number] | undefined
  }

  #missing(at: Omit<ComposeProblem, 'message'>): void {
    this.#problem(at, {
      ja: `言語「${this.locale}」の文がありません（${at.collection} ${at.id} の ${at.field}）。入力するか、この言語を公開しないでください。`,
      en: `There is no text in \`${this.locale}\` at ${at.collection} ${at.id}, ${at.field}. Write it, or do not publish this language.`,
    })
  }

  #absent(collection: keyof PolicyRecords, id: string): void {
    this.#problem(
      { collection, id, field: 'id' },
      {
        ja: `本文が使っている記録 ${collection} ${id} がありません（またはごみ箱にあります）。元に戻すか、本文から外してください。`,
        en: `The body uses ${collection} ${id}, which is missing or in the trash. Restore it, or take it out of the body.`,
      },
    )
  }

  #emptyValue(of: Value['of'], id: string, field: string): void {
    const collection = (
      {
        organisation: 'organisation',
        contact: 'contacts',
        jointUsePartner: 'jointUsePartners',
      } as const
    )[of]
    this.#problem(
      { collection, id, field },
      {
        ja: `本文が印字する項目 ${field} が空です（${collection} ${id}）。入力してください。`,
        en: `The body prints ${field} of ${collection} ${id}, which is empty. Fill it in.`,
      },
    )
  }

  #problem(at: Omit<ComposeProblem, 'message'>, message: ComposeProblem['message']): void {
    if (this.#problems.some((known) => known.message.en === message.en)) return
    this.#problems.push({ ...at, message })
  }
}

const recordKinds = [
  'purposes',
  'exceptionClauses',
  'jointUsePartners',
  'safetyMeasures',
  'contacts',
] as const

/** 前条 and 次条 name the neighbour, on the target's level, of the section that the reference stands in. */
function isNeighbour(here: Placed | null, target: Placed, form: 'previous' | 'next'): boolean {
  let around = here
  while (around && around.level > target.level) around = around.parent
  if (around?.level !== target.level) return false
  return target.place === around.place + (form === 'previous' ? -1 : 1)
}

export function definesIn(text: string) {
  const terms = definedTermsIn(text)
  return terms.length ? { defines: terms } : {}
}

function present<K extends string>(key: K, value: string | null | undefined) {
  return (value ? { [key]: value } : {}) as { [P in K]?: string }
}

/** A printed field of an organisation; undefined when it has none. */
export function organisationField(
  organisation: DocumentOrganisation,
  field: string,
): string | undefined {
  const [head, index, part] = field.split('.')
  if (head === 'representatives')
    return organisation.representatives[Number(index)]?.[part as 'title' | 'name']
  if (head === 'service') return organisation.service?.name
  return organisation[field as 'legalName']
}
