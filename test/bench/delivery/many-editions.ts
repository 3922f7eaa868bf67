import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queryIn } from '../../../src/operations/sql.ts'
import { shortPolicy } from '../../core/edition-chain.ts'

/** A policy of so many short editions, a day after another from 1990 on, written by one statement. */
export async function manyEditions(payload: Payload, name: string, count: number): Promise<void> {
  const documents = { ja: shortPolicy('当社は、個人情報を適正に取得します。') }
  const languages = { ja: { sha256: '0', title: '個人情報保護方針', organisation: '架空商店' } }
  await queryIn(
    { payload },
    sql`insert into policy_editions (id, organisation_slug, policy_slug, number, kind, effective_from,
        recorded_at, summary, languages, documents, schema, internal, internal_sha256, sha256, policy, organisation)
      select ${name} || '-' || n, 'bench', ${name}, n, 'import', to_char(date '1990-01-01' + n, 'YYYY-MM-DD'),
        timestamptz '1990-01-01' + n * interval '1 day', '{}', ${JSON.stringify(languages)}::jsonb,
        ${JSON.stringify(documents)}::jsonb, 1, '{}', '0', ${name} || n, ${name}, 'bench'
      from generate_series(1, ${count}) n`,
  )
}
