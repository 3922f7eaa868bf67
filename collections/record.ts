import type { CollectionBeforeOperationHook, CollectionConfig } from 'payload'

/**
 * A request that names no locale is in the default one. Payload leaves it without any where the host has
 * `localization.fallback: false`, and then drops every localised value that it is given, without an error.
 */
const inSomeLocale: CollectionBeforeOperationHook = ({ req }) => {
  const { localization } = req.payload.config
  if (localization && !req.locale) Object.assign(req, { locale: localization.defaultLocale })
}

/**
 * What all records have in common. Every save is kept for ever (Payload's default of 100 would delete the oldest
 * silently), there is no third state of draft, and what is deleted goes to the trash. A new object each time: Payload
 * adds to it.
 */
export const record = () =>
  ({
    versions: { maxPerDoc: 0, drafts: false },
    trash: true,
    disableDuplicate: true,
    hooks: { beforeOperation: [inSomeLocale] },
  }) satisfies Partial<CollectionConfig>
