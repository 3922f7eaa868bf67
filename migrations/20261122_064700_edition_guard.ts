import { type MigrateDownArgs, type MigrateUpArgs, sql } from '@payloadcms/db-postgres'
import { editionGuardSql } from '../src/operations/editions/edition-guard.ts'

export async function up({ db }: MigrateUpArgs): Promise<void> {
  await db.execute(sql.raw(editionGuardSql('"policy_editions"')))
}

export async function down({ db }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`drop function if exists privacy_policy_editions_are_frozen() cascade`)
}
