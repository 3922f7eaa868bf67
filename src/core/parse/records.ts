import type {
  Contact,
  ContactRole,
  ExceptionBasis,
  ExceptionClause,
  ExceptionScope,
  JointUsePartner,
  MeasureCategory,
  Purpose,
  SafetyMeasure,
} from '../document.ts'
import { definedTermsIn } from '../terms.ts'
import type { Report } from './report.ts'

/**
 * Names records by what they say: the same text of the same kind is one record, however often it prints, and the
 * same policy always gets the same ids.
 */
export class Records {
  readonly #ids = new Map<string, string>()
  readonly #counts = new Map<string, number>()
  readonly #roles = new Map<string, ContactRole[]>()
  readonly #report: Report
  constructor(report: Report) {
    this.#report = report
  }

  purpose(text: string, group: string | null, confidence: number, place: number): Purpose {
    const id = this.#id('p', text)
    this.#report.guess(id, { what: 'purpose', text, confidence, place })
    return { type: 'purpose', id, text, ...(group ? { group } : {}), ...defining(text) }
  }

  exceptionClause(
    text: string,
    { basis, appliesTo }: { basis: ExceptionBasis; appliesTo: ExceptionScope },
    confidence: number,
    place: number,
  ): ExceptionClause {
    const id = this.#id('e', `${basis} ${appliesTo} ${text}`)
    this.#report.guess(id, { what: 'exceptionClause', text, confidence, place })
    return { type: 'exceptionClause', id, text, basis, appliesTo, ...defining(text) }
  }

  safetyMeasure(
    text: string,
    category: MeasureCategory,
    confidence: number,
    place: number,
  ): SafetyMeasure {
    const id = this.#id('m', `${category} ${text}`)
    this.#report.guess(id, { what: 'safetyMeasure', text, confidence, place })
    return { type: 'safetyMeasure', id, text, category, ...defining(text) }
  }

  partner(name: string, url: string | null, confidence: number, place: number): JointUsePartner {
    const id = this.#id('j', `${name} ${url ?? ''}`)
    this.#report.guess(id, { what: 'jointUsePartner', text: name, confidence, place })
    return { type: 'jointUsePartner', id, name, ...(url ? { url } : {}) }
  }

  contact(contact: Omit<Contact, 'id' | 'type'>, confidence: number, place: number): Contact {
    const { roles, ...printed } = contact
    const id = this.#id('c', JSON.stringify(printed))
    // A desk printed in several places is for all that any of them says: its nodes share one list of roles.
    const all = this.#roles.get(id) ?? []
    for (const role of roles) if (!all.includes(role)) all.push(role)
    this.#roles.set(id, all)
    const text = contact.name ?? contact.lines.map((line) => line.label + line.text).join(' ')
    this.#report.guess(id, { what: 'contact', text, confidence, place })
    return { type: 'contact', id, ...printed, roles: all }
  }

  /** A list item that something refers to. */
  item(place: number): string {
    return this.#id('i', String(place))
  }

  #id(prefix: string, content: string): string {
    const whole = `${prefix} ${content}`
    const known = this.#ids.get(whole)
    if (known !== undefined) return known
    const count = (this.#counts.get(prefix) ?? 0) + 1
    this.#counts.set(prefix, count)
    this.#ids.set(whole, prefix + count)
    return prefix + count
  }
}

function defining(text: string) {
  const defines = definedTermsIn(text)
  return defines.length > 0 ? { defines } : {}
}
