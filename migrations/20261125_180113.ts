import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."enum_privacy_policy_webhooks_events" AS ENUM('edition.published', 'edition.upcoming', 'edition.in-force');
  CREATE TYPE "public"."enum__privacy_policy_webhooks_v_version_events" AS ENUM('edition.published', 'edition.upcoming', 'edition.in-force');
  CREATE TYPE "public"."enum_privacy_policy_webhook_deliveries_event" AS ENUM('edition.published', 'edition.upcoming', 'edition.in-force');
  CREATE TYPE "public"."enum_privacy_policy_webhook_deliveries_state" AS ENUM('pending', 'delivered', 'failed', 'cancelled');
  CREATE TYPE "public"."enum_payload_jobs_log_task_slug" AS ENUM('inline', 'deliverPrivacyPolicyWebhooks');
  CREATE TYPE "public"."enum_payload_jobs_log_state" AS ENUM('failed', 'succeeded');
  CREATE TYPE "public"."enum_payload_jobs_task_slug" AS ENUM('inline', 'deliverPrivacyPolicyWebhooks');
  CREATE TABLE "privacy_policy_webhooks_events" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_privacy_policy_webhooks_events",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "privacy_policy_webhooks" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"organisation_id" varchar NOT NULL,
  	"url" varchar NOT NULL,
  	"is_active" boolean DEFAULT true,
  	"secrets" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "privacy_policy_webhooks_numbers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"number" numeric,
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"path" varchar NOT NULL
  );
  
  CREATE TABLE "_privacy_policy_webhooks_v_version_events" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum__privacy_policy_webhooks_v_version_events",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "_privacy_policy_webhooks_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_organisation_id" varchar NOT NULL,
  	"version_url" varchar NOT NULL,
  	"version_is_active" boolean DEFAULT true,
  	"version_secrets" jsonb,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_privacy_policy_webhooks_v_numbers" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"number" numeric,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL
  );
  
  CREATE TABLE "privacy_policy_webhook_deliveries" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"organisation_id" varchar NOT NULL,
  	"message_id" varchar NOT NULL,
  	"endpoint" varchar,
  	"url" varchar,
  	"policy" varchar,
  	"edition" varchar,
  	"event" "enum_privacy_policy_webhook_deliveries_event",
  	"state" "enum_privacy_policy_webhook_deliveries_state" DEFAULT 'pending' NOT NULL,
  	"due_at" timestamp(3) with time zone,
  	"next_try_at" timestamp(3) with time zone,
  	"leased_until" timestamp(3) with time zone,
  	"last_status" numeric,
  	"reason" varchar,
  	"attempts" jsonb DEFAULT '[]'::jsonb,
  	"body" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_jobs_log" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"executed_at" timestamp(3) with time zone NOT NULL,
  	"completed_at" timestamp(3) with time zone NOT NULL,
  	"task_slug" "enum_payload_jobs_log_task_slug" NOT NULL,
  	"task_i_d" varchar NOT NULL,
  	"input" jsonb,
  	"output" jsonb,
  	"state" "enum_payload_jobs_log_state" NOT NULL,
  	"error" jsonb
  );
  
  CREATE TABLE "payload_jobs" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"input" jsonb,
  	"completed_at" timestamp(3) with time zone,
  	"total_tried" numeric DEFAULT 0,
  	"has_error" boolean DEFAULT false,
  	"error" jsonb,
  	"task_slug" "enum_payload_jobs_task_slug",
  	"queue" varchar DEFAULT 'default',
  	"wait_until" timestamp(3) with time zone,
  	"processing" boolean DEFAULT false,
  	"meta" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_jobs_stats" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"stats" jsonb,
  	"updated_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone
  );
  
  ALTER TABLE "payload_locked_documents_rels" ADD COLUMN "privacy_policy_webhooks_id" varchar;
  ALTER TABLE "privacy_policy_webhooks_events" ADD CONSTRAINT "privacy_policy_webhooks_events_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."privacy_policy_webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "privacy_policy_webhooks" ADD CONSTRAINT "privacy_policy_webhooks_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "privacy_policy_webhooks_numbers" ADD CONSTRAINT "privacy_policy_webhooks_numbers_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."privacy_policy_webhooks"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_privacy_policy_webhooks_v_version_events" ADD CONSTRAINT "_privacy_policy_webhooks_v_version_events_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_privacy_policy_webhooks_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_privacy_policy_webhooks_v" ADD CONSTRAINT "_privacy_policy_webhooks_v_parent_id_privacy_policy_webhooks_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."privacy_policy_webhooks"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_privacy_policy_webhooks_v" ADD CONSTRAINT "_privacy_policy_webhooks_v_version_organisation_id_organisations_id_fk" FOREIGN KEY ("version_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_privacy_policy_webhooks_v_numbers" ADD CONSTRAINT "_privacy_policy_webhooks_v_numbers_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_privacy_policy_webhooks_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "privacy_policy_webhook_deliveries" ADD CONSTRAINT "privacy_policy_webhook_deliveries_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "payload_jobs_log" ADD CONSTRAINT "payload_jobs_log_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."payload_jobs"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "privacy_policy_webhooks_events_order_idx" ON "privacy_policy_webhooks_events" USING btree ("order");
  CREATE INDEX "privacy_policy_webhooks_events_parent_idx" ON "privacy_policy_webhooks_events" USING btree ("parent_id");
  CREATE INDEX "privacy_policy_webhooks_organisation_idx" ON "privacy_policy_webhooks" USING btree ("organisation_id");
  CREATE INDEX "privacy_policy_webhooks_updated_at_idx" ON "privacy_policy_webhooks" USING btree ("updated_at");
  CREATE INDEX "privacy_policy_webhooks_created_at_idx" ON "privacy_policy_webhooks" USING btree ("created_at");
  CREATE INDEX "privacy_policy_webhooks_deleted_at_idx" ON "privacy_policy_webhooks" USING btree ("deleted_at");
  CREATE INDEX "privacy_policy_webhooks_numbers_order_parent_idx" ON "privacy_policy_webhooks_numbers" USING btree ("order","parent_id");
  CREATE INDEX "_privacy_policy_webhooks_v_version_events_order_idx" ON "_privacy_policy_webhooks_v_version_events" USING btree ("order");
  CREATE INDEX "_privacy_policy_webhooks_v_version_events_parent_idx" ON "_privacy_policy_webhooks_v_version_events" USING btree ("parent_id");
  CREATE INDEX "_privacy_policy_webhooks_v_parent_idx" ON "_privacy_policy_webhooks_v" USING btree ("parent_id");
  CREATE INDEX "_privacy_policy_webhooks_v_version_version_organisation_idx" ON "_privacy_policy_webhooks_v" USING btree ("version_organisation_id");
  CREATE INDEX "_privacy_policy_webhooks_v_version_version_updated_at_idx" ON "_privacy_policy_webhooks_v" USING btree ("version_updated_at");
  CREATE INDEX "_privacy_policy_webhooks_v_version_version_created_at_idx" ON "_privacy_policy_webhooks_v" USING btree ("version_created_at");
  CREATE INDEX "_privacy_policy_webhooks_v_version_version_deleted_at_idx" ON "_privacy_policy_webhooks_v" USING btree ("version_deleted_at");
  CREATE INDEX "_privacy_policy_webhooks_v_created_at_idx" ON "_privacy_policy_webhooks_v" USING btree ("created_at");
  CREATE INDEX "_privacy_policy_webhooks_v_updated_at_idx" ON "_privacy_policy_webhooks_v" USING btree ("updated_at");
  CREATE INDEX "_privacy_policy_webhooks_v_numbers_order_parent_idx" ON "_privacy_policy_webhooks_v_numbers" USING btree ("order","parent_id");
  CREATE INDEX "privacy_policy_webhook_deliveries_organisation_idx" ON "privacy_policy_webhook_deliveries" USING btree ("organisation_id");
  CREATE UNIQUE INDEX "privacy_policy_webhook_deliveries_message_id_idx" ON "privacy_policy_webhook_deliveries" USING btree ("message_id");
  CREATE INDEX "privacy_policy_webhook_deliveries_endpoint_idx" ON "privacy_policy_webhook_deliveries" USING btree ("endpoint");
  CREATE INDEX "privacy_policy_webhook_deliveries_next_try_at_idx" ON "privacy_policy_webhook_deliveries" USING btree ("next_try_at");
  CREATE INDEX "privacy_policy_webhook_deliveries_updated_at_idx" ON "privacy_policy_webhook_deliveries" USING btree ("updated_at");
  CREATE INDEX "privacy_policy_webhook_deliveries_created_at_idx" ON "privacy_policy_webhook_deliveries" USING btree ("created_at");
  CREATE INDEX "payload_jobs_log_order_idx" ON "payload_jobs_log" USING btree ("_order");
  CREATE INDEX "payload_jobs_log_parent_id_idx" ON "payload_jobs_log" USING btree ("_parent_id");
  CREATE INDEX "payload_jobs_completed_at_idx" ON "payload_jobs" USING btree ("completed_at");
  CREATE INDEX "payload_jobs_total_tried_idx" ON "payload_jobs" USING btree ("total_tried");
  CREATE INDEX "payload_jobs_has_error_idx" ON "payload_jobs" USING btree ("has_error");
  CREATE INDEX "payload_jobs_task_slug_idx" ON "payload_jobs" USING btree ("task_slug");
  CREATE INDEX "payload_jobs_queue_idx" ON "payload_jobs" USING btree ("queue");
  CREATE INDEX "payload_jobs_wait_until_idx" ON "payload_jobs" USING btree ("wait_until");
  CREATE INDEX "payload_jobs_processing_idx" ON "payload_jobs" USING btree ("processing");
  CREATE INDEX "payload_jobs_updated_at_idx" ON "payload_jobs" USING btree ("updated_at");
  CREATE INDEX "payload_jobs_created_at_idx" ON "payload_jobs" USING btree ("created_at");
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_privacy_policy_webhooks_fk" FOREIGN KEY ("privacy_policy_webhooks_id") REFERENCES "public"."privacy_policy_webhooks"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "payload_locked_documents_rels_privacy_policy_webhooks_id_idx" ON "payload_locked_documents_rels" USING btree ("privacy_policy_webhooks_id");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   ALTER TABLE "privacy_policy_webhooks_events" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "privacy_policy_webhooks" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "privacy_policy_webhooks_numbers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_privacy_policy_webhooks_v_version_events" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_privacy_policy_webhooks_v" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "_privacy_policy_webhooks_v_numbers" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "privacy_policy_webhook_deliveries" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload_jobs_log" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload_jobs" DISABLE ROW LEVEL SECURITY;
  ALTER TABLE "payload_jobs_stats" DISABLE ROW LEVEL SECURITY;
  DROP TABLE "privacy_policy_webhooks_events" CASCADE;
  DROP TABLE "privacy_policy_webhooks" CASCADE;
  DROP TABLE "privacy_policy_webhooks_numbers" CASCADE;
  DROP TABLE "_privacy_policy_webhooks_v_version_events" CASCADE;
  DROP TABLE "_privacy_policy_webhooks_v" CASCADE;
  DROP TABLE "_privacy_policy_webhooks_v_numbers" CASCADE;
  DROP TABLE "privacy_policy_webhook_deliveries" CASCADE;
  DROP TABLE "payload_jobs_log" CASCADE;
  DROP TABLE "payload_jobs" CASCADE;
  DROP TABLE "payload_jobs_stats" CASCADE;
  ALTER TABLE "payload_locked_documents_rels" DROP CONSTRAINT "payload_locked_documents_rels_privacy_policy_webhooks_fk";
  
  DROP INDEX "payload_locked_documents_rels_privacy_policy_webhooks_id_idx";
  ALTER TABLE "payload_locked_documents_rels" DROP COLUMN "privacy_policy_webhooks_id";
  DROP TYPE "public"."enum_privacy_policy_webhooks_events";
  DROP TYPE "public"."enum__privacy_policy_webhooks_v_version_events";
  DROP TYPE "public"."enum_privacy_policy_webhook_deliveries_event";
  DROP TYPE "public"."enum_privacy_policy_webhook_deliveries_state";
  DROP TYPE "public"."enum_payload_jobs_log_task_slug";
  DROP TYPE "public"."enum_payload_jobs_log_state";
  DROP TYPE "public"."enum_payload_jobs_task_slug";`)
}
