import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "privacy_policy_bulk_updates" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"organisation_id" varchar,
  	"unit" varchar NOT NULL,
  	"title" varchar,
  	"plan" varchar NOT NULL,
  	"reverts" varchar,
  	"applied_by" varchar,
  	"record_count" numeric,
  	"edition_count" numeric,
  	"records" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "policies" ADD COLUMN "bulk_update" varchar;
  ALTER TABLE "_policies_v" ADD COLUMN "version_bulk_update" varchar;
  ALTER TABLE "policy_sections" ADD COLUMN "bulk_update" varchar;
  ALTER TABLE "_policy_sections_v" ADD COLUMN "version_bulk_update" varchar;
  ALTER TABLE "purposes" ADD COLUMN "bulk_update" varchar;
  ALTER TABLE "_purposes_v" ADD COLUMN "version_bulk_update" varchar;
  ALTER TABLE "exception_clauses" ADD COLUMN "bulk_update" varchar;
  ALTER TABLE "_exception_clauses_v" ADD COLUMN "version_bulk_update" varchar;
  ALTER TABLE "joint_use_partners" ADD COLUMN "bulk_update" varchar;
  ALTER TABLE "_joint_use_partners_v" ADD COLUMN "version_bulk_update" varchar;
  ALTER TABLE "safety_measures" ADD COLUMN "bulk_update" varchar;
  ALTER TABLE "_safety_measures_v" ADD COLUMN "version_bulk_update" varchar;
  ALTER TABLE "contacts" ADD COLUMN "bulk_update" varchar;
  ALTER TABLE "_contacts_v" ADD COLUMN "version_bulk_update" varchar;
  ALTER TABLE "organisations" ADD COLUMN "bulk_update" varchar;
  ALTER TABLE "_organisations_v" ADD COLUMN "version_bulk_update" varchar;
  ALTER TABLE "privacy_policy_bulk_updates" ADD CONSTRAINT "privacy_policy_bulk_updates_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  CREATE INDEX "privacy_policy_bulk_updates_organisation_idx" ON "privacy_policy_bulk_updates" USING btree ("organisation_id");
  CREATE UNIQUE INDEX "privacy_policy_bulk_updates_unit_idx" ON "privacy_policy_bulk_updates" USING btree ("unit");
  CREATE INDEX "privacy_policy_bulk_updates_plan_idx" ON "privacy_policy_bulk_updates" USING btree ("plan");
  CREATE INDEX "privacy_policy_bulk_updates_reverts_idx" ON "privacy_policy_bulk_updates" USING btree ("reverts");
  CREATE INDEX "privacy_policy_bulk_updates_updated_at_idx" ON "privacy_policy_bulk_updates" USING btree ("updated_at");
  CREATE INDEX "privacy_policy_bulk_updates_created_at_idx" ON "privacy_policy_bulk_updates" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "privacy_policy_bulk_updates" CASCADE;
  ALTER TABLE "policies" DROP COLUMN "bulk_update";
  ALTER TABLE "_policies_v" DROP COLUMN "version_bulk_update";
  ALTER TABLE "policy_sections" DROP COLUMN "bulk_update";
  ALTER TABLE "_policy_sections_v" DROP COLUMN "version_bulk_update";
  ALTER TABLE "purposes" DROP COLUMN "bulk_update";
  ALTER TABLE "_purposes_v" DROP COLUMN "version_bulk_update";
  ALTER TABLE "exception_clauses" DROP COLUMN "bulk_update";
  ALTER TABLE "_exception_clauses_v" DROP COLUMN "version_bulk_update";
  ALTER TABLE "joint_use_partners" DROP COLUMN "bulk_update";
  ALTER TABLE "_joint_use_partners_v" DROP COLUMN "version_bulk_update";
  ALTER TABLE "safety_measures" DROP COLUMN "bulk_update";
  ALTER TABLE "_safety_measures_v" DROP COLUMN "version_bulk_update";
  ALTER TABLE "contacts" DROP COLUMN "bulk_update";
  ALTER TABLE "_contacts_v" DROP COLUMN "version_bulk_update";
  ALTER TABLE "organisations" DROP COLUMN "bulk_update";
  ALTER TABLE "_organisations_v" DROP COLUMN "version_bulk_update";`)
}
