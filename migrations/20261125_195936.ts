import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TABLE "policies_suppressions" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"rule" varchar NOT NULL,
  	"place" varchar,
  	"reason" varchar NOT NULL
  );
  
  CREATE TABLE "_policies_v_version_suppressions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"rule" varchar NOT NULL,
  	"place" varchar,
  	"reason" varchar NOT NULL,
  	"_uuid" varchar
  );
  
  ALTER TABLE "policies_suppressions" ADD CONSTRAINT "policies_suppressions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_version_suppressions" ADD CONSTRAINT "_policies_v_version_suppressions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_policies_v"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "policies_suppressions_order_idx" ON "policies_suppressions" USING btree ("_order");
  CREATE INDEX "policies_suppressions_parent_id_idx" ON "policies_suppressions" USING btree ("_parent_id");
  CREATE INDEX "_policies_v_version_suppressions_order_idx" ON "_policies_v_version_suppressions" USING btree ("_order");
  CREATE INDEX "_policies_v_version_suppressions_parent_id_idx" ON "_policies_v_version_suppressions" USING btree ("_parent_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "policies_suppressions" CASCADE;
  DROP TABLE "_policies_v_version_suppressions" CASCADE;`)
}
