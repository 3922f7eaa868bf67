import type { DocumentOrganisation, OrganisationField } from '../document.ts'
import type { Span } from './phrases.ts'

/** Where a text prints a field of the organisation exactly as it is recorded. */
export function valueSpans(
  text: string,
  organisation: DocumentOrganisation,
  signature: boolean,
): Span[] {
  const spans: Span[] = []
  const add = (field: OrganisationField, value: string | undefined) => {
    if (!value || value.length < 2) return
    for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length))
      spans.push({
        start: at,
        end: at + value.length,
        node: { type: 'value', of: 'organisation', record: organisation.id, field, text: value },
        weight: 20,
      })
  }
  add('address', organisation.address)
  add('legalName', organisation.legalName)
  if (signature) {
    organisation.representatives.forEach(({ title, name }, i) => {
      if (i > 2 || !text.includes(name)) return
      add(`representatives.${i as 0 | 1 | 2}.name`, name)
      add(`representatives.${i as 0 | 1 | 2}.title`, title)
    })
    add('postalCode', organisation.postalCode)
  }
  return spans
}
