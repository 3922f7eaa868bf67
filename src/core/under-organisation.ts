import type { PolicyDocument } from './document.ts'
import { extract } from './extract.ts'
import { Printer } from './printing.ts'
import type { OrganisationRecord } from './records.ts'

type Documents = readonly [PolicyDocument, ...PolicyDocument[]]

/**
 * The documents as policies of an organisation that is there already: what prose prints of the organisation and the
 * record does not say becomes plain text when it is extracted, so that the text stays what it was.
 */
export function underOrganisation(
  documents: Documents,
  organisation: OrganisationRecord,
): Documents {
  const records = { ...extract(...documents), organisation }
  const [first, ...others] = documents.map((document) => ({
    ...document,
    organisation: new Printer(records, document.locale, document.locale, []).organisation(
      organisation,
    ),
  }))
  return [first as PolicyDocument, ...others]
}

/** A field of an organisation of which a document says something else than the record. */
export type OrganisationDifference = {
  readonly field: string
  readonly locale: string
  readonly stored: string
  readonly stated: string
}

/** What documents state of an organisation otherwise than its record; what they do not state is no difference. */
export function organisationDifferences(
  documents: Documents,
  organisation: OrganisationRecord,
): readonly OrganisationDifference[] {
  const stored = underOrganisation(documents, organisation)
  return documents.flatMap((document, i) => {
    const flat = flattened(stored[i]?.organisation)
    const { id: _, service: __, ...stated } = document.organisation
    return [...flattened(stated)].flatMap(([field, value]) => {
      const own = flat.get(field) ?? ''
      return own === value || (i > 0 && !localised.test(field))
        ? []
        : [{ field, locale: document.locale, stored: own, stated: value }]
    })
  })
}
const localised = /^(?:legalName|selfTerm|address|representatives)/u

function flattened(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value === 'string') return value === '' ? new Map() : new Map([[path, value]])
  if (typeof value !== 'object' || value === null) return new Map()
  return new Map(
    Object.entries(value).flatMap(([key, inner]) => [
      ...flattened(inner, path === '' ? key : `${path}.${key}`),
    ]),
  )
}
