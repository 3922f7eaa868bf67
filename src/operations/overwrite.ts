import { isolateObjectProperty } from 'payload'
import type { Reading } from './load-policy.ts'
import { settingsOf } from './settings.ts'
import { type Fields, fieldsIn, withRowIds } from './store-policy.ts'

/** Payload takes it in every query, and names it in the types of some. */
export const withoutJoins = { joins: false } as const

/**
 * Writes fields over those of a document, in some languages, and takes it out of the trash; what it says besides, and
 * in other languages, stays. Rows are new, so they say nothing in languages that are not written.
 */
export async function overwrite(
  collection: string,
  id: string,
  fixed: Fields,
  localised: Fields,
  languages: readonly string[],
  { req, overrideAccess }: Reading,
): Promise<void> {
  const { locales } = settingsOf(req.payload)
  let stored: object = {}
  for (const [i, language] of languages.entries()) {
    const fields = fieldsIn(localised, language, locales)
    const data = i === 0 ? { ...fixed, ...fields, deletedAt: null } : withRowIds(fields, stored)
    const doc = await req.payload.update({
      collection: collection as never,
      id,
      data: data as never,
      depth: 0,
      ...withoutJoins,
      trash: true,
      ...(locales[language] !== null && { locale: locales[language] as never }),
      req: isolateObjectProperty(req, ['locale', 'fallbackLocale', 'context']),
      overrideAccess,
      context: { privacyPolicyRelationsChecked: true },
    })
    if (i === 0) stored = doc
  }
}
