import { parse } from '../../core/parse/index.ts'
import { inTransaction } from '../database/in-transaction.ts'
import { localApi } from '../database/local-api.ts'
import { importPolicy } from '../importing/import-policy.ts'
import type { Reading } from '../policy/load-policy.ts'
import { publishPolicy } from '../publishing/publish-policy.ts'
import { settingsOf } from '../settings.ts'

/** A policy that a new user meets first, as the legal department would hand it in. */
export type Sample = {
  readonly organisation: string
  readonly policy: string
  readonly text: string
}

/**
 * Stores and publishes the samples on a database that has no organisation yet; says which it brought. The editions
 * are imports, in force from the last date that each text prints.
 */
export async function bringSampleContent(
  samples: readonly Sample[],
  reading: Reading,
): Promise<readonly Sample[]> {
  const { payload } = reading.req
  const { totalDocs } = await localApi(payload).count({
    collection: settingsOf(payload).slugs.organisations,
    trash: true,
    req: reading.req,
    overrideAccess: reading.overrideAccess,
  })
  if (totalDocs > 0) return []
  const stored = await inTransaction(reading.req, async () => {
    const policies: { id: string; effectiveFrom: string | undefined }[] = []
    for (const { organisation, policy, text } of samples) {
      const { document } = parse(text)
      const target = { organisation, policy, createOrganisation: true }
      const { policy: id } = await importPolicy({ documents: [document], ...target }, reading)
      const dates = document.dates.filter(({ kind }) => kind !== 'asOf').map(({ date }) => date)
      policies.push({ id, effectiveFrom: dates.toSorted().at(-1) })
    }
    return policies
  })
  for (const { id, effectiveFrom } of stored)
    await publishPolicy(
      { policy: id, kind: 'import', ...(effectiveFrom && { effectiveFrom }) },
      reading,
    )
  return samples
}
