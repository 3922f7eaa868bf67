import { contactFields, organisationFields, type PolicyDocument, visit } from '../document.ts'
import { organisationField } from '../printing.ts'
import type { Localised, PolicyRecords } from '../records.ts'
import { keyOf, type OrganisationPart, organisationParts } from './places.ts'
import { type PrintedPlace, printedPlaces, recordOf, recordsIn } from './printed-places.ts'

/** What one place mentions and another holds: the target of a reference, a defined term, a field printed in prose. */
type Mentions = {
  readonly holders: ReadonlyMap<string, ReadonlySet<string>>
  readonly users: ReadonlyMap<string, ReadonlySet<string>>
}

/** Whether a record is there on both sides; one that is not comes and goes with the place that prints it. */
type IsShared = (key: string) => boolean

/** Who holds and who mentions what, by the keys of places, in the texts and the records of one side. */
export function mentionsIn(
  documents: readonly PolicyDocument[],
  { contacts, jointUsePartners }: PolicyRecords,
  isShared: IsShared,
): Mentions {
  const holders = new Map<string, Set<string>>()
  const users = new Map<string, Set<string>>()
  const note = (map: Map<string, Set<string>>, what: string, key: string) => {
    const known = map.get(what)
    if (known) known.add(key)
    else map.set(what, new Set([key]))
  }
  for (const document of documents) {
    const { locale } = document
    const term = (word: string) => `term ${locale} ${word}`
    for (const field of organisationFields)
      if (organisationField(document.organisation, field))
        note(holders, value('organisation', '', field, locale), holderOfField(field))
    const hold = (
      key: string,
      of: 'contact' | 'jointUsePartner',
      record: { readonly id: string },
      fields: readonly string[],
    ) => {
      if (!isShared(key)) return
      for (const field of fields) {
        const said = (record as { readonly [field: string]: unknown })[field]
        if (said && (typeof said === 'string' || (said as Localised<string>)[locale]))
          note(holders, value(of, record.id, field, locale), key)
      }
    }
    for (const desk of contacts)
      hold(keyOf.record('contacts', desk.id), 'contact', desk, contactFields)
    for (const partner of jointUsePartners)
      hold(keyOf.record('jointUsePartners', partner.id), 'jointUsePartner', partner, [
        'name',
        'url',
      ])
    for (const place of printedPlaces(document)) {
      const { key, section } = place
      if (section) {
        note(holders, target(section.id), key)
        for (const own of section.defines ?? []) note(holders, term(own.term), key)
      }
      visitBlocks(place, (node) => {
        if ('defines' in node) {
          const record = recordOf(node) ?? key
          const holder = isShared(record) ? record : key
          for (const own of node.defines ?? []) note(holders, term(own.term), holder)
        }
        switch (node.type) {
          case 'listItem':
            if (node.id !== undefined) note(holders, target(node.id), key)
            break
          case 'definedTerm':
            note(holders, term(node.term), key)
            break
          case 'termReference':
            note(users, term(node.term), key)
            break
          case 'sectionReference':
            if (node.target !== null) note(users, target(node.target), key)
            break
          case 'value': {
            const record = node.of === 'organisation' ? '' : node.record
            note(users, value(node.of, record, node.field, locale), key)
            break
          }
        }
      })
      for (const record of recordsIn(place)) if (isShared(record)) note(users, record, key)
    }
  }
  return { holders, users }
}

const target = (id: string) => `target ${id}`
const value = (of: string, record: string, field: string, locale: string) =>
  `value ${of} ${record} ${field} ${locale}`

function holderOfField(field: string): string {
  const [head = ''] = field.split('.')
  if (head === 'service') return keyOf.policy('service')
  const parts = Object.entries(organisationParts) as [OrganisationPart, readonly string[]][]
  return keyOf.organisation(parts.find(([, fields]) => fields.includes(head))?.[0] ?? 'legalName')
}

function visitBlocks({ blocks }: PrintedPlace, visitor: Parameters<typeof visit>[1]): void {
  for (const block of blocks) visit(block, visitor)
}
