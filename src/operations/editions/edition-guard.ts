import { sql } from '@payloadcms/db-postgres'
import type { Payload } from 'payload'
import { queryIn, tableNameOf } from '../database/sql.ts'
import { settingsOf } from '../settings.ts'

const ROW_GUARD = 'privacy_policy_edition_rows_frozen'
const TABLE_GUARD = 'privacy_policy_edition_table_frozen'

/**
 * SQL that freezes the editions' table: UPDATE, DELETE and TRUNCATE fail for everybody, in replication roles too
 * (ENABLE ALWAYS). Running it again changes nothing.
 */
export function editionGuardSql(table: string): string {
  return `
create or replace function privacy_policy_editions_are_frozen() returns trigger language plpgsql as $$
begin
  raise exception 'Editions are frozen: % is refused. Publish an erratum or a withdrawal instead.', tg_op
    using errcode = 'restrict_violation';
end $$;
create or replace trigger ${ROW_GUARD} before update or delete on ${table}
  for each row execute function privacy_policy_editions_are_frozen();
create or replace trigger ${TABLE_GUARD} before truncate on ${table}
  for each statement execute function privacy_policy_editions_are_frozen();
alter table ${table} enable always trigger ${ROW_GUARD};
alter table ${table} enable always trigger ${TABLE_GUARD};
`
}

/** Whether both triggers stand on the editions' table and fire always. */
export async function editionsAreGuarded(payload: Payload): Promise<boolean> {
  const table = tableNameOf(payload, settingsOf(payload).slugs.policyEditions)
  const { rows } = await queryIn(
    { payload },
    sql`select tgname from pg_trigger
        where tgrelid = to_regclass(${table}) and tgenabled = 'A'
          and tgname in (${ROW_GUARD}, ${TABLE_GUARD})`,
  )
  return rows.length === 2
}

/** Puts the guard on the editions' table unless it stands there; says whether it stands now. */
export async function guardEditions(payload: Payload): Promise<boolean> {
  const table = tableNameOf(payload, settingsOf(payload).slugs.policyEditions)
  const { rows } = await queryIn({ payload }, sql`select to_regclass(${table}) as found`)
  if (!(rows[0] as { found: string | null } | undefined)?.found) return false
  if (await editionsAreGuarded(payload)) return true
  try {
    await queryIn({ payload }, sql.raw(editionGuardSql(table)))
  } catch (error) {
    payload.logger.error({ err: error, msg: guardRemedy.en })
    return false
  }
  return true
}

export const guardRemedy = {
  ja: '版を保護するデータベースのトリガーがないため、公表できません。表の所有者で「privacy-policy guard」を実行してください。',
  en: 'The database triggers that freeze editions are missing, so nothing can be published. Run `privacy-policy guard` as the owner of the table.',
}
