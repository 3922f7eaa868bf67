import type { PolicyRecords } from '../../core/records.ts'
import type { Slugs } from '../../core/slugs.ts'

/** Where the records of each kind are stored. */
export const storedIn = {
  organisation: 'organisations',
  policy: 'policies',
  sections: 'policySections',
  purposes: 'purposes',
  exceptionClauses: 'exceptionClauses',
  jointUsePartners: 'jointUsePartners',
  safetyMeasures: 'safetyMeasures',
  contacts: 'contacts',
} satisfies { readonly [K in keyof PolicyRecords]: keyof Slugs }
