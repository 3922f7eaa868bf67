import type { PayloadRequest } from 'payload'
import { runIn, tableNameOf } from '../database/sql.ts'
import { settingsOf } from '../settings.ts'

/** The organisation of a policy, where anybody wants to be told of its editions; null where nobody does. */
export async function organisationToTell(
  policy: string,
  req: PayloadRequest,
): Promise<string | null> {
  const { payload } = req
  const { slugs } = settingsOf(payload)
  const { rows } = await runIn(
    req,
    `select e.organisation_id as id from ${tableNameOf(payload, slugs.webhookEndpoints)} e
     join ${tableNameOf(payload, slugs.policies)} p on p.organisation_id = e.organisation_id
     where p.id = $1 and e.is_active limit 1`,
    [policy],
    'privacy-policy-listeners',
  )
  return (rows[0] as { readonly id: string } | undefined)?.id ?? null
}
