/** The collections of the plugin; a host may call them otherwise. */
export type Slugs = {
  readonly organisations: string
  readonly policies: string
  readonly policySections: string
  readonly purposes: string
  readonly exceptionClauses: string
  readonly jointUsePartners: string
  readonly safetyMeasures: string
  readonly contacts: string
  readonly policyEditions: string
  readonly webhookEndpoints: string
  readonly webhookDeliveries: string
  readonly bulkUpdates: string
}

/** The field of a policy whose rows, its sections, the editor drags into order. */
export const SECTIONS_JOIN = 'sections'

/** The field of a section in which Payload keeps its place among the rows of that join. */
export function sectionOrderField({ policySections }: Pick<Slugs, 'policySections'>): string {
  return `_${policySections}_${SECTIONS_JOIN}_order`
}
