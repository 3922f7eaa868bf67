import type { CollectionConfig } from 'payload'
import type { Slugs } from '../src/core/slugs.ts'
import { bulkUpdates } from './bulk-updates.ts'
import { contacts } from './contacts.ts'
import { exceptionClauses } from './exception-clauses.ts'
import { jointUsePartners } from './joint-use-partners.ts'
import type { CollectionOptions } from './options.ts'
import { organisations } from './organisations.ts'
import { policies } from './policies.ts'
import { policyEditions } from './policy-editions.ts'
import { policySections } from './policy-sections.ts'
import { purposes } from './purposes.ts'
import { safetyMeasures } from './safety-measures.ts'
import { webhookDeliveries } from './webhook-deliveries.ts'
import { webhookEndpoints } from './webhook-endpoints.ts'

/** What is stored, in the order of the admin's menu. */
export function collections(options: CollectionOptions): {
  readonly [K in keyof Slugs]: CollectionConfig
} {
  return {
    policies: policies(options),
    policySections: policySections(options),
    purposes: purposes(options),
    exceptionClauses: exceptionClauses(options),
    jointUsePartners: jointUsePartners(options),
    safetyMeasures: safetyMeasures(options),
    contacts: contacts(options),
    organisations: organisations(options),
    policyEditions: policyEditions(options),
    webhookEndpoints: webhookEndpoints(options),
    webhookDeliveries: webhookDeliveries(options),
    bulkUpdates: bulkUpdates(options),
  }
}
