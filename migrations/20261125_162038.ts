import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_policies_prints_dates" AS ENUM('preamble', 'closing');
  CREATE TYPE "public"."enum_policies_prints_calendar" AS ENUM('wareki', 'western');
  CREATE TYPE "public"."enum__policies_v_version_prints_dates" AS ENUM('preamble', 'closing');
  CREATE TYPE "public"."enum__policies_v_version_prints_calendar" AS ENUM('wareki', 'western');
  ALTER TYPE "public"."enum_policy_sections_kind" ADD VALUE 'supplementaryProvisions' BEFORE 'other';
  ALTER TYPE "public"."enum__policy_sections_v_version_kind" ADD VALUE 'supplementaryProvisions' BEFORE 'other';
  CREATE TABLE "policies_prints_earlier" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"date" varchar NOT NULL
  );
  
  CREATE TABLE "_policies_v_version_prints_earlier" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"date" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  ALTER TABLE "policies" ADD COLUMN "prints_dates" "enum_policies_prints_dates";
  ALTER TABLE "policies" ADD COLUMN "prints_calendar" "enum_policies_prints_calendar" DEFAULT 'wareki';
  ALTER TABLE "policies" ADD COLUMN "prints_history" boolean DEFAULT false;
  ALTER TABLE "policies" ADD COLUMN "prints_supplement" boolean DEFAULT false;
  ALTER TABLE "_policies_v" ADD COLUMN "version_prints_dates" "enum__policies_v_version_prints_dates";
  ALTER TABLE "_policies_v" ADD COLUMN "version_prints_calendar" "enum__policies_v_version_prints_calendar" DEFAULT 'wareki';
  ALTER TABLE "_policies_v" ADD COLUMN "version_prints_history" boolean DEFAULT false;
  ALTER TABLE "_policies_v" ADD COLUMN "version_prints_supplement" boolean DEFAULT false;
  ALTER TABLE "policies_prints_earlier" ADD CONSTRAINT "policies_prints_earlier_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_version_prints_earlier" ADD CONSTRAINT "_policies_v_version_prints_earlier_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_policies_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "policies_prints_earlier_order_idx" ON "policies_prints_earlier" USING btree ("_order");
  CREATE INDEX "policies_prints_earlier_parent_id_idx" ON "policies_prints_earlier" USING btree ("_parent_id");
  CREATE INDEX "_policies_v_version_prints_earlier_order_idx" ON "_policies_v_version_prints_earlier" USING btree ("_order");
  CREATE INDEX "_policies_v_version_prints_earlier_parent_id_idx" ON "_policies_v_version_prints_earlier" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "policies_prints_earlier" CASCADE;
  DROP TABLE "_policies_v_version_prints_earlier" CASCADE;
  ALTER TABLE "policy_sections" ALTER COLUMN "kind" SET DATA TYPE text;
  ALTER TABLE "policy_sections" ALTER COLUMN "kind" SET DEFAULT 'other'::text;
  DROP TYPE "public"."enum_policy_sections_kind";
  CREATE TYPE "public"."enum_policy_sections_kind" AS ENUM('scope', 'definitions', 'acquisition', 'purposes', 'relatedInformation', 'thirdPartyProvision', 'entrustment', 'jointUse', 'safetyMeasures', 'disclosure', 'correction', 'utilisationCease', 'cookies', 'voluntariness', 'procedure', 'complaints', 'contact', 'changes', 'compliance', 'accreditedOrganisation', 'foreignTransfer', 'ssl', 'statement', 'other');
  ALTER TABLE "policy_sections" ALTER COLUMN "kind" SET DEFAULT 'other'::"public"."enum_policy_sections_kind";
  ALTER TABLE "policy_sections" ALTER COLUMN "kind" SET DATA TYPE "public"."enum_policy_sections_kind" USING "kind"::"public"."enum_policy_sections_kind";
  ALTER TABLE "_policy_sections_v" ALTER COLUMN "version_kind" SET DATA TYPE text;
  ALTER TABLE "_policy_sections_v" ALTER COLUMN "version_kind" SET DEFAULT 'other'::text;
  DROP TYPE "public"."enum__policy_sections_v_version_kind";
  CREATE TYPE "public"."enum__policy_sections_v_version_kind" AS ENUM('scope', 'definitions', 'acquisition', 'purposes', 'relatedInformation', 'thirdPartyProvision', 'entrustment', 'jointUse', 'safetyMeasures', 'disclosure', 'correction', 'utilisationCease', 'cookies', 'voluntariness', 'procedure', 'complaints', 'contact', 'changes', 'compliance', 'accreditedOrganisation', 'foreignTransfer', 'ssl', 'statement', 'other');
  ALTER TABLE "_policy_sections_v" ALTER COLUMN "version_kind" SET DEFAULT 'other'::"public"."enum__policy_sections_v_version_kind";
  ALTER TABLE "_policy_sections_v" ALTER COLUMN "version_kind" SET DATA TYPE "public"."enum__policy_sections_v_version_kind" USING "version_kind"::"public"."enum__policy_sections_v_version_kind";
  ALTER TABLE "policies" DROP COLUMN "prints_dates";
  ALTER TABLE "policies" DROP COLUMN "prints_calendar";
  ALTER TABLE "policies" DROP COLUMN "prints_history";
  ALTER TABLE "policies" DROP COLUMN "prints_supplement";
  ALTER TABLE "_policies_v" DROP COLUMN "version_prints_dates";
  ALTER TABLE "_policies_v" DROP COLUMN "version_prints_calendar";
  ALTER TABLE "_policies_v" DROP COLUMN "version_prints_history";
  ALTER TABLE "_policies_v" DROP COLUMN "version_prints_supplement";
  DROP TYPE "public"."enum_policies_prints_dates";
  DROP TYPE "public"."enum_policies_prints_calendar";
  DROP TYPE "public"."enum__policies_v_version_prints_dates";
  DROP TYPE "public"."enum__policies_v_version_prints_calendar";`)
}
