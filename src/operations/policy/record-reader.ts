import type { HistoryPrinting } from '../../core/history/print-history.ts'
import type { LexicalState } from '../../core/lexical/state.ts'
import type { Localised, PolicyRecords } from '../../core/records.ts'
import { sectionOrderField } from '../../core/slugs.ts'
import type { Doc } from '../database/local-api.ts'
import type { Settings } from '../settings.ts'

/** Payload's documents as records of the domain; the one place that knows both shapes. */
export function recordReaderOf(settings: Settings) {
  const languages = Object.entries(settings.locales)
  const localised = <T>(value: unknown): Localised<T> =>
    Object.fromEntries(
      languages.map(([language, code]) => [
        language,
        (code === null ? value : (value as Record<string, T> | null | undefined)?.[code]) as T,
      ]),
    )
  const text = (value: unknown) => localised<string>(value)
  const state = (value: unknown) => localised<LexicalState>(value)
  const string = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null)
  const list = (value: unknown) =>
    Array.isArray(value) ? (value as Record<string, unknown>[]) : []
  const printsOf = (prints: Record<string, unknown>): HistoryPrinting => ({
    dates: string(prints.dates) as HistoryPrinting['dates'] & string,
    history: prints.history === true,
    supplement: prints.supplement === true,
    calendar: prints.calendar === 'western' ? 'western' : 'wareki',
    earlier: list(prints.earlier).flatMap(({ date }) => string(date) ?? []),
  })

  return {
    organisation: (doc: Doc): PolicyRecords['organisation'] => ({
      id: doc.id,
      slug: String(doc.slug),
      legalName: text(doc.legalName),
      selfTerm: text(doc.selfTerm),
      representatives: list(doc.representatives).map((representative) => ({
        title: text(representative.title),
        name: text(representative.name),
      })),
      postalCode: string(doc.postalCode),
      address: text(doc.address),
      corporateNumber: string(doc.corporateNumber),
      url: string(doc.url),
      answersOnRequest: doc.answersOnRequest === true,
    }),
    policy: (doc: Doc): PolicyRecords['policy'] => {
      const service = (doc.service ?? {}) as Record<string, unknown>
      return {
        id: doc.id,
        organisation: String(doc.organisation),
        slug: String(doc.slug),
        title: text(doc.title),
        titlePrinted: doc.titlePrinted === true,
        service: {
          name: text(service.name),
          selfTerm: text(service.selfTerm),
          url: string(service.url),
        },
        numbering: list(doc.numbering).map((level) => ({ style: text(level.style) })),
        preamble: state(doc.preamble),
        closing: state(doc.closing),
        prints: printsOf((doc.prints ?? {}) as Record<string, unknown>),
        suppressions: list(doc.suppressions).map(({ rule, place, reason }) => ({
          ruleId: String(rule),
          ...(string(place) !== null && { place: String(place) }),
          reason: String(reason),
        })),
      }
    },
    section: (doc: Doc): PolicyRecords['sections'][number] => ({
      id: doc.id,
      parent: string(doc.parent),
      order: String(doc[sectionOrderField(settings.slugs)] ?? ''),
      kind: doc.kind as PolicyRecords['sections'][number]['kind'],
      numbered: doc.numbered as PolicyRecords['sections'][number]['numbered'],
      number: text(doc.number),
      heading: text(doc.heading),
      headingAbove: doc.headingAbove === true,
      body: state(doc.body),
      end: state(doc.end),
    }),
    purpose: (doc: Doc): PolicyRecords['purposes'][number] => ({
      id: doc.id,
      text: text(doc.text),
    }),
    exceptionClause: (doc: Doc): PolicyRecords['exceptionClauses'][number] => ({
      id: doc.id,
      text: text(doc.text),
      basis: doc.basis as PolicyRecords['exceptionClauses'][number]['basis'],
      appliesTo: doc.appliesTo as PolicyRecords['exceptionClauses'][number]['appliesTo'],
    }),
    jointUsePartner: (doc: Doc): PolicyRecords['jointUsePartners'][number] => ({
      id: doc.id,
      name: text(doc.name),
      url: string(doc.url),
    }),
    safetyMeasure: (doc: Doc): PolicyRecords['safetyMeasures'][number] => ({
      id: doc.id,
      text: text(doc.text),
      category: doc.category as PolicyRecords['safetyMeasures'][number]['category'],
    }),
    contact: (doc: Doc): PolicyRecords['contacts'][number] => ({
      id: doc.id,
      roles: (doc.roles ?? []) as PolicyRecords['contacts'][number]['roles'],
      name: text(doc.name),
      person: text(doc.person),
      postalCode: string(doc.postalCode),
      address: text(doc.address),
      tel: string(doc.tel),
      tollFree: string(doc.tollFree),
      email: string(doc.email),
      url: string(doc.url),
      hours: text(doc.hours),
      lines: list(doc.lines).map((line) => ({
        label: text(line.label),
        field: string(line.field) as PolicyRecords['contacts'][number]['lines'][number]['field'],
        joined: line.joined === true,
      })),
    }),
  }
}
