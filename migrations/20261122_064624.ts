import { MigrateUpArgs, MigrateDownArgs, sql } from '@payloadcms/db-postgres'

export async function up({ db, payload, req }: MigrateUpArgs): Promise<void> {
  await db.execute(sql`
   CREATE TYPE "public"."_locales" AS ENUM('ja', 'en');
  CREATE TYPE "public"."enum_users_policy_role" AS ENUM('viewer', 'editor', 'publisher', 'admin');
  CREATE TYPE "public"."enum_policy_sections_kind" AS ENUM('scope', 'definitions', 'acquisition', 'purposes', 'relatedInformation', 'thirdPartyProvision', 'entrustment', 'jointUse', 'safetyMeasures', 'disclosure', 'correction', 'utilisationCease', 'cookies', 'voluntariness', 'procedure', 'complaints', 'contact', 'changes', 'compliance', 'accreditedOrganisation', 'foreignTransfer', 'ssl', 'statement', 'other');
  CREATE TYPE "public"."enum_policy_sections_numbered" AS ENUM('style', 'printed', 'none');
  CREATE TYPE "public"."enum__policy_sections_v_version_kind" AS ENUM('scope', 'definitions', 'acquisition', 'purposes', 'relatedInformation', 'thirdPartyProvision', 'entrustment', 'jointUse', 'safetyMeasures', 'disclosure', 'correction', 'utilisationCease', 'cookies', 'voluntariness', 'procedure', 'complaints', 'contact', 'changes', 'compliance', 'accreditedOrganisation', 'foreignTransfer', 'ssl', 'statement', 'other');
  CREATE TYPE "public"."enum__policy_sections_v_version_numbered" AS ENUM('style', 'printed', 'none');
  CREATE TYPE "public"."enum_purposes_source" AS ENUM('directWriting', 'other', 'both');
  CREATE TYPE "public"."enum__purposes_v_version_source" AS ENUM('directWriting', 'other', 'both');
  CREATE TYPE "public"."enum_exception_clauses_basis" AS ENUM('appi-27-1-1', 'appi-27-1-2', 'appi-27-1-3', 'appi-27-1-4', 'appi-27-1-5', 'appi-27-1-6', 'appi-27-1-7', 'appi-27-5-1', 'appi-27-5-2', 'appi-27-5-3', 'appi-33-2-1', 'appi-33-2-2', 'appi-33-2-3', 'appi-35-1', 'appi-35-3', 'appi-35-5', 'other');
  CREATE TYPE "public"."enum_exception_clauses_applies_to" AS ENUM('third-party-provision', 'disclosure-refusal', 'utilisation-cease');
  CREATE TYPE "public"."enum__exception_clauses_v_version_basis" AS ENUM('appi-27-1-1', 'appi-27-1-2', 'appi-27-1-3', 'appi-27-1-4', 'appi-27-1-5', 'appi-27-1-6', 'appi-27-1-7', 'appi-27-5-1', 'appi-27-5-2', 'appi-27-5-3', 'appi-33-2-1', 'appi-33-2-2', 'appi-33-2-3', 'appi-35-1', 'appi-35-3', 'appi-35-5', 'other');
  CREATE TYPE "public"."enum__exception_clauses_v_version_applies_to" AS ENUM('third-party-provision', 'disclosure-refusal', 'utilisation-cease');
  CREATE TYPE "public"."enum_safety_measures_countries" AS ENUM('AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU', 'WF', 'WS', 'YE', 'YT', 'ZA', 'ZM', 'ZW');
  CREATE TYPE "public"."enum_safety_measures_category" AS ENUM('basicPolicy', 'rules', 'organisational', 'personnel', 'physical', 'technical', 'externalEnvironment', 'cloud', 'general');
  CREATE TYPE "public"."enum__safety_measures_v_version_countries" AS ENUM('AD', 'AE', 'AF', 'AG', 'AI', 'AL', 'AM', 'AO', 'AQ', 'AR', 'AS', 'AT', 'AU', 'AW', 'AX', 'AZ', 'BA', 'BB', 'BD', 'BE', 'BF', 'BG', 'BH', 'BI', 'BJ', 'BL', 'BM', 'BN', 'BO', 'BQ', 'BR', 'BS', 'BT', 'BV', 'BW', 'BY', 'BZ', 'CA', 'CC', 'CD', 'CF', 'CG', 'CH', 'CI', 'CK', 'CL', 'CM', 'CN', 'CO', 'CR', 'CU', 'CV', 'CW', 'CX', 'CY', 'CZ', 'DE', 'DJ', 'DK', 'DM', 'DO', 'DZ', 'EC', 'EE', 'EG', 'EH', 'ER', 'ES', 'ET', 'FI', 'FJ', 'FK', 'FM', 'FO', 'FR', 'GA', 'GB', 'GD', 'GE', 'GF', 'GG', 'GH', 'GI', 'GL', 'GM', 'GN', 'GP', 'GQ', 'GR', 'GS', 'GT', 'GU', 'GW', 'GY', 'HK', 'HM', 'HN', 'HR', 'HT', 'HU', 'ID', 'IE', 'IL', 'IM', 'IN', 'IO', 'IQ', 'IR', 'IS', 'IT', 'JE', 'JM', 'JO', 'JP', 'KE', 'KG', 'KH', 'KI', 'KM', 'KN', 'KP', 'KR', 'KW', 'KY', 'KZ', 'LA', 'LB', 'LC', 'LI', 'LK', 'LR', 'LS', 'LT', 'LU', 'LV', 'LY', 'MA', 'MC', 'MD', 'ME', 'MF', 'MG', 'MH', 'MK', 'ML', 'MM', 'MN', 'MO', 'MP', 'MQ', 'MR', 'MS', 'MT', 'MU', 'MV', 'MW', 'MX', 'MY', 'MZ', 'NA', 'NC', 'NE', 'NF', 'NG', 'NI', 'NL', 'NO', 'NP', 'NR', 'NU', 'NZ', 'OM', 'PA', 'PE', 'PF', 'PG', 'PH', 'PK', 'PL', 'PM', 'PN', 'PR', 'PS', 'PT', 'PW', 'PY', 'QA', 'RE', 'RO', 'RS', 'RU', 'RW', 'SA', 'SB', 'SC', 'SD', 'SE', 'SG', 'SH', 'SI', 'SJ', 'SK', 'SL', 'SM', 'SN', 'SO', 'SR', 'SS', 'ST', 'SV', 'SX', 'SY', 'SZ', 'TC', 'TD', 'TF', 'TG', 'TH', 'TJ', 'TK', 'TL', 'TM', 'TN', 'TO', 'TR', 'TT', 'TV', 'TW', 'TZ', 'UA', 'UG', 'UM', 'US', 'UY', 'UZ', 'VA', 'VC', 'VE', 'VG', 'VI', 'VN', 'VU', 'WF', 'WS', 'YE', 'YT', 'ZA', 'ZM', 'ZW');
  CREATE TYPE "public"."enum__safety_measures_v_version_category" AS ENUM('basicPolicy', 'rules', 'organisational', 'personnel', 'physical', 'technical', 'externalEnvironment', 'cloud', 'general');
  CREATE TYPE "public"."enum_contacts_roles" AS ENUM('inquiry', 'complaints', 'privacyManager', 'accreditedOrganisation', 'withdrawal', 'request');
  CREATE TYPE "public"."enum_contacts_lines_field" AS ENUM('name', 'person', 'postalCode', 'address', 'tel', 'tollFree', 'email', 'url', 'hours');
  CREATE TYPE "public"."enum__contacts_v_version_roles" AS ENUM('inquiry', 'complaints', 'privacyManager', 'accreditedOrganisation', 'withdrawal', 'request');
  CREATE TYPE "public"."enum__contacts_v_version_lines_field" AS ENUM('name', 'person', 'postalCode', 'address', 'tel', 'tollFree', 'email', 'url', 'hours');
  CREATE TYPE "public"."enum_organisations_entity_kind" AS ENUM('kabushikiKaisha', 'godoKaisha', 'gomeiKaisha', 'goshiKaisha', 'yugenKaisha', 'generalAssociation', 'publicInterestAssociation', 'generalFoundation', 'publicInterestFoundation', 'medicalCorporation', 'schoolCorporation', 'socialWelfareCorporation', 'religiousCorporation', 'nonProfitCorporation', 'cooperative', 'publicBody', 'foreignCompany', 'soleProprietor', 'other');
  CREATE TYPE "public"."enum__organisations_v_version_entity_kind" AS ENUM('kabushikiKaisha', 'godoKaisha', 'gomeiKaisha', 'goshiKaisha', 'yugenKaisha', 'generalAssociation', 'publicInterestAssociation', 'generalFoundation', 'publicInterestFoundation', 'medicalCorporation', 'schoolCorporation', 'socialWelfareCorporation', 'religiousCorporation', 'nonProfitCorporation', 'cooperative', 'publicBody', 'foreignCompany', 'soleProprietor', 'other');
  CREATE TYPE "public"."enum_policy_editions_kind" AS ENUM('amendment', 'erratum', 'import', 'withdrawal', 'repeal');
  CREATE TABLE "users_sessions" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"created_at" timestamp(3) with time zone,
  	"expires_at" timestamp(3) with time zone NOT NULL
  );
  
  CREATE TABLE "users" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar NOT NULL,
  	"policy_role" "enum_users_policy_role",
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"enable_a_p_i_key" boolean,
  	"api_key" varchar,
  	"api_key_index" varchar,
  	"email" varchar NOT NULL,
  	"reset_password_token" varchar,
  	"reset_password_expiration" timestamp(3) with time zone,
  	"salt" varchar,
  	"hash" varchar,
  	"reset_password_requested_at" timestamp(3) with time zone,
  	"login_attempts" numeric DEFAULT 0,
  	"lock_until" timestamp(3) with time zone
  );
  
  CREATE TABLE "users_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"organisations_id" varchar
  );
  
  CREATE TABLE "policies_numbering" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "policies_numbering_locales" (
  	"style" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "policies" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"title_printed" boolean DEFAULT false,
  	"service_url" varchar,
  	"organisation_id" varchar NOT NULL,
  	"slug" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "policies_locales" (
  	"title" varchar,
  	"preamble" jsonb,
  	"closing" jsonb,
  	"service_name" varchar,
  	"service_self_term" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "policies_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "policies_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" varchar NOT NULL,
  	"path" varchar NOT NULL,
  	"purposes_id" varchar,
  	"exception_clauses_id" varchar,
  	"joint_use_partners_id" varchar,
  	"safety_measures_id" varchar,
  	"contacts_id" varchar
  );
  
  CREATE TABLE "_policies_v_version_numbering" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_policies_v_version_numbering_locales" (
  	"style" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_policies_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_title_printed" boolean DEFAULT false,
  	"version_service_url" varchar,
  	"version_organisation_id" varchar NOT NULL,
  	"version_slug" varchar NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_policies_v_locales" (
  	"version_title" varchar,
  	"version_preamble" jsonb,
  	"version_closing" jsonb,
  	"version_service_name" varchar,
  	"version_service_self_term" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_policies_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_policies_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"purposes_id" varchar,
  	"exception_clauses_id" varchar,
  	"joint_use_partners_id" varchar,
  	"safety_measures_id" varchar,
  	"contacts_id" varchar
  );
  
  CREATE TABLE "policy_sections" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"_policy_sections_sections_order" varchar,
  	"kind" "enum_policy_sections_kind" DEFAULT 'other' NOT NULL,
  	"numbered" "enum_policy_sections_numbered" DEFAULT 'style' NOT NULL,
  	"heading_above" boolean DEFAULT false,
  	"policy_id" varchar NOT NULL,
  	"parent_id" varchar,
  	"organisation_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "policy_sections_locales" (
  	"number" varchar,
  	"heading" varchar,
  	"body" jsonb,
  	"end" jsonb,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "policy_sections_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "policy_sections_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" varchar NOT NULL,
  	"path" varchar NOT NULL,
  	"purposes_id" varchar,
  	"exception_clauses_id" varchar,
  	"joint_use_partners_id" varchar,
  	"safety_measures_id" varchar,
  	"contacts_id" varchar
  );
  
  CREATE TABLE "_policy_sections_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version__policy_sections_sections_order" varchar,
  	"version_kind" "enum__policy_sections_v_version_kind" DEFAULT 'other' NOT NULL,
  	"version_numbered" "enum__policy_sections_v_version_numbered" DEFAULT 'style' NOT NULL,
  	"version_heading_above" boolean DEFAULT false,
  	"version_policy_id" varchar NOT NULL,
  	"version_parent_id" varchar,
  	"version_organisation_id" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_policy_sections_v_locales" (
  	"version_number" varchar,
  	"version_heading" varchar,
  	"version_body" jsonb,
  	"version_end" jsonb,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_policy_sections_v_texts" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"text" varchar
  );
  
  CREATE TABLE "_policy_sections_v_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"purposes_id" varchar,
  	"exception_clauses_id" varchar,
  	"joint_use_partners_id" varchar,
  	"safety_measures_id" varchar,
  	"contacts_id" varchar
  );
  
  CREATE TABLE "purposes" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"source" "enum_purposes_source",
  	"organisation_id" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "purposes_locales" (
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "_purposes_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_source" "enum__purposes_v_version_source",
  	"version_organisation_id" varchar NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_purposes_v_locales" (
  	"version_text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "exception_clauses" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"basis" "enum_exception_clauses_basis" DEFAULT 'other' NOT NULL,
  	"applies_to" "enum_exception_clauses_applies_to" DEFAULT 'third-party-provision' NOT NULL,
  	"grounded_in_law" boolean DEFAULT false,
  	"organisation_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "exception_clauses_locales" (
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "_exception_clauses_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_basis" "enum__exception_clauses_v_version_basis" DEFAULT 'other' NOT NULL,
  	"version_applies_to" "enum__exception_clauses_v_version_applies_to" DEFAULT 'third-party-provision' NOT NULL,
  	"version_grounded_in_law" boolean DEFAULT false,
  	"version_organisation_id" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_exception_clauses_v_locales" (
  	"version_text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "joint_use_partners_former_names" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"until" varchar
  );
  
  CREATE TABLE "joint_use_partners_former_names_locales" (
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "joint_use_partners" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"corporate_number" varchar,
  	"url" varchar,
  	"valid_from" varchar,
  	"valid_to" varchar,
  	"organisation_id" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "joint_use_partners_locales" (
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "_joint_use_partners_v_version_former_names" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"until" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_joint_use_partners_v_version_former_names_locales" (
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_joint_use_partners_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_corporate_number" varchar,
  	"version_url" varchar,
  	"version_valid_from" varchar,
  	"version_valid_to" varchar,
  	"version_organisation_id" varchar NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_joint_use_partners_v_locales" (
  	"version_name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "safety_measures_countries" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_safety_measures_countries",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "safety_measures" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"category" "enum_safety_measures_category" DEFAULT 'general' NOT NULL,
  	"organisation_id" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "safety_measures_locales" (
  	"text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "_safety_measures_v_version_countries" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum__safety_measures_v_version_countries",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "_safety_measures_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_category" "enum__safety_measures_v_version_category" DEFAULT 'general' NOT NULL,
  	"version_organisation_id" varchar,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_safety_measures_v_locales" (
  	"version_text" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "contacts_roles" (
  	"order" integer NOT NULL,
  	"parent_id" varchar NOT NULL,
  	"value" "enum_contacts_roles",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "contacts_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"field" "enum_contacts_lines_field",
  	"joined" boolean DEFAULT false
  );
  
  CREATE TABLE "contacts_lines_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "contacts" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"postal_code" varchar,
  	"tel" varchar,
  	"toll_free" varchar,
  	"email" varchar,
  	"url" varchar,
  	"organisation_id" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "contacts_locales" (
  	"name" varchar,
  	"person" varchar,
  	"address" varchar,
  	"hours" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "_contacts_v_version_roles" (
  	"order" integer NOT NULL,
  	"parent_id" uuid NOT NULL,
  	"value" "enum__contacts_v_version_roles",
  	"id" uuid PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "_contacts_v_version_lines" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"field" "enum__contacts_v_version_lines_field",
  	"joined" boolean DEFAULT false,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_contacts_v_version_lines_locales" (
  	"label" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_contacts_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_postal_code" varchar,
  	"version_tel" varchar,
  	"version_toll_free" varchar,
  	"version_email" varchar,
  	"version_url" varchar,
  	"version_organisation_id" varchar NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_contacts_v_locales" (
  	"version_name" varchar,
  	"version_person" varchar,
  	"version_address" varchar,
  	"version_hours" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "organisations_former_names" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL,
  	"until" varchar
  );
  
  CREATE TABLE "organisations_former_names_locales" (
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "organisations_representatives" (
  	"_order" integer NOT NULL,
  	"_parent_id" varchar NOT NULL,
  	"id" varchar PRIMARY KEY NOT NULL
  );
  
  CREATE TABLE "organisations_representatives_locales" (
  	"title" varchar,
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "organisations" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"entity_kind" "enum_organisations_entity_kind",
  	"corporate_number" varchar,
  	"postal_code" varchar,
  	"url" varchar,
  	"privacy_mark_number" varchar,
  	"answers_on_request" boolean DEFAULT false,
  	"slug" varchar NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"deleted_at" timestamp(3) with time zone
  );
  
  CREATE TABLE "organisations_locales" (
  	"legal_name" varchar,
  	"self_term" varchar,
  	"address" varchar,
  	"accredited_body" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" varchar NOT NULL
  );
  
  CREATE TABLE "_organisations_v_version_former_names" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"until" varchar,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_organisations_v_version_former_names_locales" (
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_organisations_v_version_representatives" (
  	"_order" integer NOT NULL,
  	"_parent_id" uuid NOT NULL,
  	"id" uuid PRIMARY KEY NOT NULL,
  	"_uuid" varchar
  );
  
  CREATE TABLE "_organisations_v_version_representatives_locales" (
  	"title" varchar,
  	"name" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "_organisations_v" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"parent_id" varchar,
  	"version_entity_kind" "enum__organisations_v_version_entity_kind",
  	"version_corporate_number" varchar,
  	"version_postal_code" varchar,
  	"version_url" varchar,
  	"version_privacy_mark_number" varchar,
  	"version_answers_on_request" boolean DEFAULT false,
  	"version_slug" varchar NOT NULL,
  	"version_updated_at" timestamp(3) with time zone,
  	"version_created_at" timestamp(3) with time zone,
  	"version_deleted_at" timestamp(3) with time zone,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "_organisations_v_locales" (
  	"version_legal_name" varchar,
  	"version_self_term" varchar,
  	"version_address" varchar,
  	"version_accredited_body" varchar,
  	"id" serial PRIMARY KEY NOT NULL,
  	"_locale" "_locales" NOT NULL,
  	"_parent_id" uuid NOT NULL
  );
  
  CREATE TABLE "policy_editions" (
  	"id" varchar PRIMARY KEY NOT NULL,
  	"organisation_slug" varchar NOT NULL,
  	"policy_slug" varchar NOT NULL,
  	"number" numeric NOT NULL,
  	"kind" "enum_policy_editions_kind" NOT NULL,
  	"effective_from" varchar NOT NULL,
  	"recorded_at" timestamp(3) with time zone NOT NULL,
  	"corrects" numeric,
  	"withdraws" numeric,
  	"summary" jsonb NOT NULL,
  	"languages" jsonb NOT NULL,
  	"documents" jsonb NOT NULL,
  	"schema" numeric NOT NULL,
  	"internal" jsonb NOT NULL,
  	"internal_sha256" varchar NOT NULL,
  	"previous_sha256" varchar,
  	"sha256" varchar NOT NULL,
  	"policy" varchar NOT NULL,
  	"organisation" varchar NOT NULL,
  	"idempotency_key" varchar
  );
  
  CREATE TABLE "payload_kv" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar NOT NULL,
  	"data" jsonb NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"global_slug" varchar,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_locked_documents_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid,
  	"policies_id" varchar,
  	"policy_sections_id" varchar,
  	"purposes_id" varchar,
  	"exception_clauses_id" varchar,
  	"joint_use_partners_id" varchar,
  	"safety_measures_id" varchar,
  	"contacts_id" varchar,
  	"organisations_id" varchar
  );
  
  CREATE TABLE "payload_preferences" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"key" varchar,
  	"value" jsonb,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  CREATE TABLE "payload_preferences_rels" (
  	"id" serial PRIMARY KEY NOT NULL,
  	"order" integer,
  	"parent_id" uuid NOT NULL,
  	"path" varchar NOT NULL,
  	"users_id" uuid
  );
  
  CREATE TABLE "payload_migrations" (
  	"id" uuid PRIMARY KEY NOT NULL,
  	"name" varchar,
  	"batch" numeric,
  	"updated_at" timestamp(3) with time zone DEFAULT now() NOT NULL,
  	"created_at" timestamp(3) with time zone DEFAULT now() NOT NULL
  );
  
  ALTER TABLE "users_sessions" ADD CONSTRAINT "users_sessions_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "users_rels" ADD CONSTRAINT "users_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies_numbering" ADD CONSTRAINT "policies_numbering_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies_numbering_locales" ADD CONSTRAINT "policies_numbering_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."policies_numbering"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies" ADD CONSTRAINT "policies_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policies_locales" ADD CONSTRAINT "policies_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies_texts" ADD CONSTRAINT "policies_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies_rels" ADD CONSTRAINT "policies_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies_rels" ADD CONSTRAINT "policies_rels_purposes_fk" FOREIGN KEY ("purposes_id") REFERENCES "public"."purposes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies_rels" ADD CONSTRAINT "policies_rels_exception_clauses_fk" FOREIGN KEY ("exception_clauses_id") REFERENCES "public"."exception_clauses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies_rels" ADD CONSTRAINT "policies_rels_joint_use_partners_fk" FOREIGN KEY ("joint_use_partners_id") REFERENCES "public"."joint_use_partners"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies_rels" ADD CONSTRAINT "policies_rels_safety_measures_fk" FOREIGN KEY ("safety_measures_id") REFERENCES "public"."safety_measures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policies_rels" ADD CONSTRAINT "policies_rels_contacts_fk" FOREIGN KEY ("contacts_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_version_numbering" ADD CONSTRAINT "_policies_v_version_numbering_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_policies_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_version_numbering_locales" ADD CONSTRAINT "_policies_v_version_numbering_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_policies_v_version_numbering"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v" ADD CONSTRAINT "_policies_v_parent_id_policies_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."policies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_policies_v" ADD CONSTRAINT "_policies_v_version_organisation_id_organisations_id_fk" FOREIGN KEY ("version_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_policies_v_locales" ADD CONSTRAINT "_policies_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_policies_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_texts" ADD CONSTRAINT "_policies_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_policies_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_rels" ADD CONSTRAINT "_policies_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_policies_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_rels" ADD CONSTRAINT "_policies_v_rels_purposes_fk" FOREIGN KEY ("purposes_id") REFERENCES "public"."purposes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_rels" ADD CONSTRAINT "_policies_v_rels_exception_clauses_fk" FOREIGN KEY ("exception_clauses_id") REFERENCES "public"."exception_clauses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_rels" ADD CONSTRAINT "_policies_v_rels_joint_use_partners_fk" FOREIGN KEY ("joint_use_partners_id") REFERENCES "public"."joint_use_partners"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_rels" ADD CONSTRAINT "_policies_v_rels_safety_measures_fk" FOREIGN KEY ("safety_measures_id") REFERENCES "public"."safety_measures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policies_v_rels" ADD CONSTRAINT "_policies_v_rels_contacts_fk" FOREIGN KEY ("contacts_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policy_sections" ADD CONSTRAINT "policy_sections_policy_id_policies_id_fk" FOREIGN KEY ("policy_id") REFERENCES "public"."policies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_sections" ADD CONSTRAINT "policy_sections_parent_id_policy_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."policy_sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_sections" ADD CONSTRAINT "policy_sections_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "policy_sections_locales" ADD CONSTRAINT "policy_sections_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."policy_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policy_sections_texts" ADD CONSTRAINT "policy_sections_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."policy_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policy_sections_rels" ADD CONSTRAINT "policy_sections_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."policy_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policy_sections_rels" ADD CONSTRAINT "policy_sections_rels_purposes_fk" FOREIGN KEY ("purposes_id") REFERENCES "public"."purposes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policy_sections_rels" ADD CONSTRAINT "policy_sections_rels_exception_clauses_fk" FOREIGN KEY ("exception_clauses_id") REFERENCES "public"."exception_clauses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policy_sections_rels" ADD CONSTRAINT "policy_sections_rels_joint_use_partners_fk" FOREIGN KEY ("joint_use_partners_id") REFERENCES "public"."joint_use_partners"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policy_sections_rels" ADD CONSTRAINT "policy_sections_rels_safety_measures_fk" FOREIGN KEY ("safety_measures_id") REFERENCES "public"."safety_measures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "policy_sections_rels" ADD CONSTRAINT "policy_sections_rels_contacts_fk" FOREIGN KEY ("contacts_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policy_sections_v" ADD CONSTRAINT "_policy_sections_v_parent_id_policy_sections_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."policy_sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_policy_sections_v" ADD CONSTRAINT "_policy_sections_v_version_policy_id_policies_id_fk" FOREIGN KEY ("version_policy_id") REFERENCES "public"."policies"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_policy_sections_v" ADD CONSTRAINT "_policy_sections_v_version_parent_id_policy_sections_id_fk" FOREIGN KEY ("version_parent_id") REFERENCES "public"."policy_sections"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_policy_sections_v" ADD CONSTRAINT "_policy_sections_v_version_organisation_id_organisations_id_fk" FOREIGN KEY ("version_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_policy_sections_v_locales" ADD CONSTRAINT "_policy_sections_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_policy_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policy_sections_v_texts" ADD CONSTRAINT "_policy_sections_v_texts_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_policy_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policy_sections_v_rels" ADD CONSTRAINT "_policy_sections_v_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_policy_sections_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policy_sections_v_rels" ADD CONSTRAINT "_policy_sections_v_rels_purposes_fk" FOREIGN KEY ("purposes_id") REFERENCES "public"."purposes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policy_sections_v_rels" ADD CONSTRAINT "_policy_sections_v_rels_exception_clauses_fk" FOREIGN KEY ("exception_clauses_id") REFERENCES "public"."exception_clauses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policy_sections_v_rels" ADD CONSTRAINT "_policy_sections_v_rels_joint_use_partners_fk" FOREIGN KEY ("joint_use_partners_id") REFERENCES "public"."joint_use_partners"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policy_sections_v_rels" ADD CONSTRAINT "_policy_sections_v_rels_safety_measures_fk" FOREIGN KEY ("safety_measures_id") REFERENCES "public"."safety_measures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_policy_sections_v_rels" ADD CONSTRAINT "_policy_sections_v_rels_contacts_fk" FOREIGN KEY ("contacts_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "purposes" ADD CONSTRAINT "purposes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "purposes_locales" ADD CONSTRAINT "purposes_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."purposes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_purposes_v" ADD CONSTRAINT "_purposes_v_parent_id_purposes_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."purposes"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_purposes_v" ADD CONSTRAINT "_purposes_v_version_organisation_id_organisations_id_fk" FOREIGN KEY ("version_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_purposes_v_locales" ADD CONSTRAINT "_purposes_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_purposes_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "exception_clauses" ADD CONSTRAINT "exception_clauses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "exception_clauses_locales" ADD CONSTRAINT "exception_clauses_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."exception_clauses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_exception_clauses_v" ADD CONSTRAINT "_exception_clauses_v_parent_id_exception_clauses_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."exception_clauses"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_exception_clauses_v" ADD CONSTRAINT "_exception_clauses_v_version_organisation_id_organisations_id_fk" FOREIGN KEY ("version_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_exception_clauses_v_locales" ADD CONSTRAINT "_exception_clauses_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_exception_clauses_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "joint_use_partners_former_names" ADD CONSTRAINT "joint_use_partners_former_names_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."joint_use_partners"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "joint_use_partners_former_names_locales" ADD CONSTRAINT "joint_use_partners_former_names_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."joint_use_partners_former_names"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "joint_use_partners" ADD CONSTRAINT "joint_use_partners_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "joint_use_partners_locales" ADD CONSTRAINT "joint_use_partners_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."joint_use_partners"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_joint_use_partners_v_version_former_names" ADD CONSTRAINT "_joint_use_partners_v_version_former_names_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_joint_use_partners_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_joint_use_partners_v_version_former_names_locales" ADD CONSTRAINT "_joint_use_partners_v_version_former_names_locales_parent_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_joint_use_partners_v_version_former_names"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_joint_use_partners_v" ADD CONSTRAINT "_joint_use_partners_v_parent_id_joint_use_partners_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."joint_use_partners"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_joint_use_partners_v" ADD CONSTRAINT "_joint_use_partners_v_version_organisation_id_organisations_id_fk" FOREIGN KEY ("version_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_joint_use_partners_v_locales" ADD CONSTRAINT "_joint_use_partners_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_joint_use_partners_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "safety_measures_countries" ADD CONSTRAINT "safety_measures_countries_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."safety_measures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "safety_measures" ADD CONSTRAINT "safety_measures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "safety_measures_locales" ADD CONSTRAINT "safety_measures_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."safety_measures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_safety_measures_v_version_countries" ADD CONSTRAINT "_safety_measures_v_version_countries_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_safety_measures_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_safety_measures_v" ADD CONSTRAINT "_safety_measures_v_parent_id_safety_measures_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."safety_measures"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_safety_measures_v" ADD CONSTRAINT "_safety_measures_v_version_organisation_id_organisations_id_fk" FOREIGN KEY ("version_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_safety_measures_v_locales" ADD CONSTRAINT "_safety_measures_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_safety_measures_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "contacts_roles" ADD CONSTRAINT "contacts_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "contacts_lines" ADD CONSTRAINT "contacts_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "contacts_lines_locales" ADD CONSTRAINT "contacts_lines_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."contacts_lines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "contacts" ADD CONSTRAINT "contacts_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "contacts_locales" ADD CONSTRAINT "contacts_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_contacts_v_version_roles" ADD CONSTRAINT "_contacts_v_version_roles_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."_contacts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_contacts_v_version_lines" ADD CONSTRAINT "_contacts_v_version_lines_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_contacts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_contacts_v_version_lines_locales" ADD CONSTRAINT "_contacts_v_version_lines_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_contacts_v_version_lines"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_contacts_v" ADD CONSTRAINT "_contacts_v_parent_id_contacts_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."contacts"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contacts_v" ADD CONSTRAINT "_contacts_v_version_organisation_id_organisations_id_fk" FOREIGN KEY ("version_organisation_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_contacts_v_locales" ADD CONSTRAINT "_contacts_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_contacts_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "organisations_former_names" ADD CONSTRAINT "organisations_former_names_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "organisations_former_names_locales" ADD CONSTRAINT "organisations_former_names_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."organisations_former_names"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "organisations_representatives" ADD CONSTRAINT "organisations_representatives_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "organisations_representatives_locales" ADD CONSTRAINT "organisations_representatives_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."organisations_representatives"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "organisations_locales" ADD CONSTRAINT "organisations_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_organisations_v_version_former_names" ADD CONSTRAINT "_organisations_v_version_former_names_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_organisations_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_organisations_v_version_former_names_locales" ADD CONSTRAINT "_organisations_v_version_former_names_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_organisations_v_version_former_names"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_organisations_v_version_representatives" ADD CONSTRAINT "_organisations_v_version_representatives_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_organisations_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_organisations_v_version_representatives_locales" ADD CONSTRAINT "_organisations_v_version_representatives_locales_parent_i_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_organisations_v_version_representatives"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "_organisations_v" ADD CONSTRAINT "_organisations_v_parent_id_organisations_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."organisations"("id") ON DELETE set null ON UPDATE no action;
  ALTER TABLE "_organisations_v_locales" ADD CONSTRAINT "_organisations_v_locales_parent_id_fk" FOREIGN KEY ("_parent_id") REFERENCES "public"."_organisations_v"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_locked_documents"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_policies_fk" FOREIGN KEY ("policies_id") REFERENCES "public"."policies"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_policy_sections_fk" FOREIGN KEY ("policy_sections_id") REFERENCES "public"."policy_sections"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_purposes_fk" FOREIGN KEY ("purposes_id") REFERENCES "public"."purposes"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_exception_clauses_fk" FOREIGN KEY ("exception_clauses_id") REFERENCES "public"."exception_clauses"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_joint_use_partners_fk" FOREIGN KEY ("joint_use_partners_id") REFERENCES "public"."joint_use_partners"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_safety_measures_fk" FOREIGN KEY ("safety_measures_id") REFERENCES "public"."safety_measures"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_contacts_fk" FOREIGN KEY ("contacts_id") REFERENCES "public"."contacts"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_locked_documents_rels" ADD CONSTRAINT "payload_locked_documents_rels_organisations_fk" FOREIGN KEY ("organisations_id") REFERENCES "public"."organisations"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_parent_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."payload_preferences"("id") ON DELETE cascade ON UPDATE no action;
  ALTER TABLE "payload_preferences_rels" ADD CONSTRAINT "payload_preferences_rels_users_fk" FOREIGN KEY ("users_id") REFERENCES "public"."users"("id") ON DELETE cascade ON UPDATE no action;
  CREATE INDEX "users_sessions_order_idx" ON "users_sessions" USING btree ("_order");
  CREATE INDEX "users_sessions_parent_id_idx" ON "users_sessions" USING btree ("_parent_id");
  CREATE INDEX "users_updated_at_idx" ON "users" USING btree ("updated_at");
  CREATE INDEX "users_created_at_idx" ON "users" USING btree ("created_at");
  CREATE UNIQUE INDEX "users_email_idx" ON "users" USING btree ("email");
  CREATE INDEX "users_rels_order_idx" ON "users_rels" USING btree ("order");
  CREATE INDEX "users_rels_parent_idx" ON "users_rels" USING btree ("parent_id");
  CREATE INDEX "users_rels_path_idx" ON "users_rels" USING btree ("path");
  CREATE INDEX "users_rels_organisations_id_idx" ON "users_rels" USING btree ("organisations_id");
  CREATE INDEX "policies_numbering_order_idx" ON "policies_numbering" USING btree ("_order");
  CREATE INDEX "policies_numbering_parent_id_idx" ON "policies_numbering" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "policies_numbering_locales_locale_parent_id_unique" ON "policies_numbering_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "policies_organisation_idx" ON "policies" USING btree ("organisation_id");
  CREATE INDEX "policies_slug_idx" ON "policies" USING btree ("slug");
  CREATE INDEX "policies_updated_at_idx" ON "policies" USING btree ("updated_at");
  CREATE INDEX "policies_created_at_idx" ON "policies" USING btree ("created_at");
  CREATE INDEX "policies_deleted_at_idx" ON "policies" USING btree ("deleted_at");
  CREATE UNIQUE INDEX "organisation_slug_idx" ON "policies" USING btree ("organisation_id","slug");
  CREATE UNIQUE INDEX "policies_locales_locale_parent_id_unique" ON "policies_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "policies_texts_order_parent" ON "policies_texts" USING btree ("order","parent_id");
  CREATE INDEX "policies_texts_text_idx" ON "policies_texts" USING btree ("text");
  CREATE INDEX "policies_rels_order_idx" ON "policies_rels" USING btree ("order");
  CREATE INDEX "policies_rels_parent_idx" ON "policies_rels" USING btree ("parent_id");
  CREATE INDEX "policies_rels_path_idx" ON "policies_rels" USING btree ("path");
  CREATE INDEX "policies_rels_purposes_id_idx" ON "policies_rels" USING btree ("purposes_id");
  CREATE INDEX "policies_rels_exception_clauses_id_idx" ON "policies_rels" USING btree ("exception_clauses_id");
  CREATE INDEX "policies_rels_joint_use_partners_id_idx" ON "policies_rels" USING btree ("joint_use_partners_id");
  CREATE INDEX "policies_rels_safety_measures_id_idx" ON "policies_rels" USING btree ("safety_measures_id");
  CREATE INDEX "policies_rels_contacts_id_idx" ON "policies_rels" USING btree ("contacts_id");
  CREATE INDEX "_policies_v_version_numbering_order_idx" ON "_policies_v_version_numbering" USING btree ("_order");
  CREATE INDEX "_policies_v_version_numbering_parent_id_idx" ON "_policies_v_version_numbering" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "_policies_v_version_numbering_locales_locale_parent_id_uniqu" ON "_policies_v_version_numbering_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_policies_v_parent_idx" ON "_policies_v" USING btree ("parent_id");
  CREATE INDEX "_policies_v_version_version_organisation_idx" ON "_policies_v" USING btree ("version_organisation_id");
  CREATE INDEX "_policies_v_version_version_slug_idx" ON "_policies_v" USING btree ("version_slug");
  CREATE INDEX "_policies_v_version_version_updated_at_idx" ON "_policies_v" USING btree ("version_updated_at");
  CREATE INDEX "_policies_v_version_version_created_at_idx" ON "_policies_v" USING btree ("version_created_at");
  CREATE INDEX "_policies_v_version_version_deleted_at_idx" ON "_policies_v" USING btree ("version_deleted_at");
  CREATE INDEX "_policies_v_created_at_idx" ON "_policies_v" USING btree ("created_at");
  CREATE INDEX "_policies_v_updated_at_idx" ON "_policies_v" USING btree ("updated_at");
  CREATE INDEX "version_organisation_version_slug_idx" ON "_policies_v" USING btree ("version_organisation_id","version_slug");
  CREATE UNIQUE INDEX "_policies_v_locales_locale_parent_id_unique" ON "_policies_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_policies_v_texts_order_parent" ON "_policies_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "_policies_v_rels_order_idx" ON "_policies_v_rels" USING btree ("order");
  CREATE INDEX "_policies_v_rels_parent_idx" ON "_policies_v_rels" USING btree ("parent_id");
  CREATE INDEX "_policies_v_rels_path_idx" ON "_policies_v_rels" USING btree ("path");
  CREATE INDEX "_policies_v_rels_purposes_id_idx" ON "_policies_v_rels" USING btree ("purposes_id");
  CREATE INDEX "_policies_v_rels_exception_clauses_id_idx" ON "_policies_v_rels" USING btree ("exception_clauses_id");
  CREATE INDEX "_policies_v_rels_joint_use_partners_id_idx" ON "_policies_v_rels" USING btree ("joint_use_partners_id");
  CREATE INDEX "_policies_v_rels_safety_measures_id_idx" ON "_policies_v_rels" USING btree ("safety_measures_id");
  CREATE INDEX "_policies_v_rels_contacts_id_idx" ON "_policies_v_rels" USING btree ("contacts_id");
  CREATE INDEX "policy_sections__policy_sections_sections_order_idx" ON "policy_sections" USING btree ("_policy_sections_sections_order");
  CREATE INDEX "policy_sections_policy_idx" ON "policy_sections" USING btree ("policy_id");
  CREATE INDEX "policy_sections_parent_idx" ON "policy_sections" USING btree ("parent_id");
  CREATE INDEX "policy_sections_organisation_idx" ON "policy_sections" USING btree ("organisation_id");
  CREATE INDEX "policy_sections_updated_at_idx" ON "policy_sections" USING btree ("updated_at");
  CREATE INDEX "policy_sections_created_at_idx" ON "policy_sections" USING btree ("created_at");
  CREATE INDEX "policy_sections_deleted_at_idx" ON "policy_sections" USING btree ("deleted_at");
  CREATE UNIQUE INDEX "policy_sections_locales_locale_parent_id_unique" ON "policy_sections_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "policy_sections_texts_order_parent" ON "policy_sections_texts" USING btree ("order","parent_id");
  CREATE INDEX "policy_sections_texts_text_idx" ON "policy_sections_texts" USING btree ("text");
  CREATE INDEX "policy_sections_rels_order_idx" ON "policy_sections_rels" USING btree ("order");
  CREATE INDEX "policy_sections_rels_parent_idx" ON "policy_sections_rels" USING btree ("parent_id");
  CREATE INDEX "policy_sections_rels_path_idx" ON "policy_sections_rels" USING btree ("path");
  CREATE INDEX "policy_sections_rels_purposes_id_idx" ON "policy_sections_rels" USING btree ("purposes_id");
  CREATE INDEX "policy_sections_rels_exception_clauses_id_idx" ON "policy_sections_rels" USING btree ("exception_clauses_id");
  CREATE INDEX "policy_sections_rels_joint_use_partners_id_idx" ON "policy_sections_rels" USING btree ("joint_use_partners_id");
  CREATE INDEX "policy_sections_rels_safety_measures_id_idx" ON "policy_sections_rels" USING btree ("safety_measures_id");
  CREATE INDEX "policy_sections_rels_contacts_id_idx" ON "policy_sections_rels" USING btree ("contacts_id");
  CREATE INDEX "_policy_sections_v_parent_idx" ON "_policy_sections_v" USING btree ("parent_id");
  CREATE INDEX "_policy_sections_v_version_version__policy_sections_sect_idx" ON "_policy_sections_v" USING btree ("version__policy_sections_sections_order");
  CREATE INDEX "_policy_sections_v_version_version_policy_idx" ON "_policy_sections_v" USING btree ("version_policy_id");
  CREATE INDEX "_policy_sections_v_version_version_parent_idx" ON "_policy_sections_v" USING btree ("version_parent_id");
  CREATE INDEX "_policy_sections_v_version_version_organisation_idx" ON "_policy_sections_v" USING btree ("version_organisation_id");
  CREATE INDEX "_policy_sections_v_version_version_updated_at_idx" ON "_policy_sections_v" USING btree ("version_updated_at");
  CREATE INDEX "_policy_sections_v_version_version_created_at_idx" ON "_policy_sections_v" USING btree ("version_created_at");
  CREATE INDEX "_policy_sections_v_version_version_deleted_at_idx" ON "_policy_sections_v" USING btree ("version_deleted_at");
  CREATE INDEX "_policy_sections_v_created_at_idx" ON "_policy_sections_v" USING btree ("created_at");
  CREATE INDEX "_policy_sections_v_updated_at_idx" ON "_policy_sections_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "_policy_sections_v_locales_locale_parent_id_unique" ON "_policy_sections_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_policy_sections_v_texts_order_parent" ON "_policy_sections_v_texts" USING btree ("order","parent_id");
  CREATE INDEX "_policy_sections_v_rels_order_idx" ON "_policy_sections_v_rels" USING btree ("order");
  CREATE INDEX "_policy_sections_v_rels_parent_idx" ON "_policy_sections_v_rels" USING btree ("parent_id");
  CREATE INDEX "_policy_sections_v_rels_path_idx" ON "_policy_sections_v_rels" USING btree ("path");
  CREATE INDEX "_policy_sections_v_rels_purposes_id_idx" ON "_policy_sections_v_rels" USING btree ("purposes_id");
  CREATE INDEX "_policy_sections_v_rels_exception_clauses_id_idx" ON "_policy_sections_v_rels" USING btree ("exception_clauses_id");
  CREATE INDEX "_policy_sections_v_rels_joint_use_partners_id_idx" ON "_policy_sections_v_rels" USING btree ("joint_use_partners_id");
  CREATE INDEX "_policy_sections_v_rels_safety_measures_id_idx" ON "_policy_sections_v_rels" USING btree ("safety_measures_id");
  CREATE INDEX "_policy_sections_v_rels_contacts_id_idx" ON "_policy_sections_v_rels" USING btree ("contacts_id");
  CREATE INDEX "purposes_organisation_idx" ON "purposes" USING btree ("organisation_id");
  CREATE INDEX "purposes_updated_at_idx" ON "purposes" USING btree ("updated_at");
  CREATE INDEX "purposes_created_at_idx" ON "purposes" USING btree ("created_at");
  CREATE INDEX "purposes_deleted_at_idx" ON "purposes" USING btree ("deleted_at");
  CREATE UNIQUE INDEX "purposes_locales_locale_parent_id_unique" ON "purposes_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_purposes_v_parent_idx" ON "_purposes_v" USING btree ("parent_id");
  CREATE INDEX "_purposes_v_version_version_organisation_idx" ON "_purposes_v" USING btree ("version_organisation_id");
  CREATE INDEX "_purposes_v_version_version_updated_at_idx" ON "_purposes_v" USING btree ("version_updated_at");
  CREATE INDEX "_purposes_v_version_version_created_at_idx" ON "_purposes_v" USING btree ("version_created_at");
  CREATE INDEX "_purposes_v_version_version_deleted_at_idx" ON "_purposes_v" USING btree ("version_deleted_at");
  CREATE INDEX "_purposes_v_created_at_idx" ON "_purposes_v" USING btree ("created_at");
  CREATE INDEX "_purposes_v_updated_at_idx" ON "_purposes_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "_purposes_v_locales_locale_parent_id_unique" ON "_purposes_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "exception_clauses_organisation_idx" ON "exception_clauses" USING btree ("organisation_id");
  CREATE INDEX "exception_clauses_updated_at_idx" ON "exception_clauses" USING btree ("updated_at");
  CREATE INDEX "exception_clauses_created_at_idx" ON "exception_clauses" USING btree ("created_at");
  CREATE INDEX "exception_clauses_deleted_at_idx" ON "exception_clauses" USING btree ("deleted_at");
  CREATE UNIQUE INDEX "exception_clauses_locales_locale_parent_id_unique" ON "exception_clauses_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_exception_clauses_v_parent_idx" ON "_exception_clauses_v" USING btree ("parent_id");
  CREATE INDEX "_exception_clauses_v_version_version_organisation_idx" ON "_exception_clauses_v" USING btree ("version_organisation_id");
  CREATE INDEX "_exception_clauses_v_version_version_updated_at_idx" ON "_exception_clauses_v" USING btree ("version_updated_at");
  CREATE INDEX "_exception_clauses_v_version_version_created_at_idx" ON "_exception_clauses_v" USING btree ("version_created_at");
  CREATE INDEX "_exception_clauses_v_version_version_deleted_at_idx" ON "_exception_clauses_v" USING btree ("version_deleted_at");
  CREATE INDEX "_exception_clauses_v_created_at_idx" ON "_exception_clauses_v" USING btree ("created_at");
  CREATE INDEX "_exception_clauses_v_updated_at_idx" ON "_exception_clauses_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "_exception_clauses_v_locales_locale_parent_id_unique" ON "_exception_clauses_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "joint_use_partners_former_names_order_idx" ON "joint_use_partners_former_names" USING btree ("_order");
  CREATE INDEX "joint_use_partners_former_names_parent_id_idx" ON "joint_use_partners_former_names" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "joint_use_partners_former_names_locales_locale_parent_id_uni" ON "joint_use_partners_former_names_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "joint_use_partners_organisation_idx" ON "joint_use_partners" USING btree ("organisation_id");
  CREATE INDEX "joint_use_partners_updated_at_idx" ON "joint_use_partners" USING btree ("updated_at");
  CREATE INDEX "joint_use_partners_created_at_idx" ON "joint_use_partners" USING btree ("created_at");
  CREATE INDEX "joint_use_partners_deleted_at_idx" ON "joint_use_partners" USING btree ("deleted_at");
  CREATE UNIQUE INDEX "joint_use_partners_locales_locale_parent_id_unique" ON "joint_use_partners_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_joint_use_partners_v_version_former_names_order_idx" ON "_joint_use_partners_v_version_former_names" USING btree ("_order");
  CREATE INDEX "_joint_use_partners_v_version_former_names_parent_id_idx" ON "_joint_use_partners_v_version_former_names" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "_joint_use_partners_v_version_former_names_locales_locale_pa" ON "_joint_use_partners_v_version_former_names_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_joint_use_partners_v_parent_idx" ON "_joint_use_partners_v" USING btree ("parent_id");
  CREATE INDEX "_joint_use_partners_v_version_version_organisation_idx" ON "_joint_use_partners_v" USING btree ("version_organisation_id");
  CREATE INDEX "_joint_use_partners_v_version_version_updated_at_idx" ON "_joint_use_partners_v" USING btree ("version_updated_at");
  CREATE INDEX "_joint_use_partners_v_version_version_created_at_idx" ON "_joint_use_partners_v" USING btree ("version_created_at");
  CREATE INDEX "_joint_use_partners_v_version_version_deleted_at_idx" ON "_joint_use_partners_v" USING btree ("version_deleted_at");
  CREATE INDEX "_joint_use_partners_v_created_at_idx" ON "_joint_use_partners_v" USING btree ("created_at");
  CREATE INDEX "_joint_use_partners_v_updated_at_idx" ON "_joint_use_partners_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "_joint_use_partners_v_locales_locale_parent_id_unique" ON "_joint_use_partners_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "safety_measures_countries_order_idx" ON "safety_measures_countries" USING btree ("order");
  CREATE INDEX "safety_measures_countries_parent_idx" ON "safety_measures_countries" USING btree ("parent_id");
  CREATE INDEX "safety_measures_organisation_idx" ON "safety_measures" USING btree ("organisation_id");
  CREATE INDEX "safety_measures_updated_at_idx" ON "safety_measures" USING btree ("updated_at");
  CREATE INDEX "safety_measures_created_at_idx" ON "safety_measures" USING btree ("created_at");
  CREATE INDEX "safety_measures_deleted_at_idx" ON "safety_measures" USING btree ("deleted_at");
  CREATE UNIQUE INDEX "safety_measures_locales_locale_parent_id_unique" ON "safety_measures_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_safety_measures_v_version_countries_order_idx" ON "_safety_measures_v_version_countries" USING btree ("order");
  CREATE INDEX "_safety_measures_v_version_countries_parent_idx" ON "_safety_measures_v_version_countries" USING btree ("parent_id");
  CREATE INDEX "_safety_measures_v_parent_idx" ON "_safety_measures_v" USING btree ("parent_id");
  CREATE INDEX "_safety_measures_v_version_version_organisation_idx" ON "_safety_measures_v" USING btree ("version_organisation_id");
  CREATE INDEX "_safety_measures_v_version_version_updated_at_idx" ON "_safety_measures_v" USING btree ("version_updated_at");
  CREATE INDEX "_safety_measures_v_version_version_created_at_idx" ON "_safety_measures_v" USING btree ("version_created_at");
  CREATE INDEX "_safety_measures_v_version_version_deleted_at_idx" ON "_safety_measures_v" USING btree ("version_deleted_at");
  CREATE INDEX "_safety_measures_v_created_at_idx" ON "_safety_measures_v" USING btree ("created_at");
  CREATE INDEX "_safety_measures_v_updated_at_idx" ON "_safety_measures_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "_safety_measures_v_locales_locale_parent_id_unique" ON "_safety_measures_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "contacts_roles_order_idx" ON "contacts_roles" USING btree ("order");
  CREATE INDEX "contacts_roles_parent_idx" ON "contacts_roles" USING btree ("parent_id");
  CREATE INDEX "contacts_lines_order_idx" ON "contacts_lines" USING btree ("_order");
  CREATE INDEX "contacts_lines_parent_id_idx" ON "contacts_lines" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "contacts_lines_locales_locale_parent_id_unique" ON "contacts_lines_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "contacts_organisation_idx" ON "contacts" USING btree ("organisation_id");
  CREATE INDEX "contacts_updated_at_idx" ON "contacts" USING btree ("updated_at");
  CREATE INDEX "contacts_created_at_idx" ON "contacts" USING btree ("created_at");
  CREATE INDEX "contacts_deleted_at_idx" ON "contacts" USING btree ("deleted_at");
  CREATE UNIQUE INDEX "contacts_locales_locale_parent_id_unique" ON "contacts_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_contacts_v_version_roles_order_idx" ON "_contacts_v_version_roles" USING btree ("order");
  CREATE INDEX "_contacts_v_version_roles_parent_idx" ON "_contacts_v_version_roles" USING btree ("parent_id");
  CREATE INDEX "_contacts_v_version_lines_order_idx" ON "_contacts_v_version_lines" USING btree ("_order");
  CREATE INDEX "_contacts_v_version_lines_parent_id_idx" ON "_contacts_v_version_lines" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "_contacts_v_version_lines_locales_locale_parent_id_unique" ON "_contacts_v_version_lines_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_contacts_v_parent_idx" ON "_contacts_v" USING btree ("parent_id");
  CREATE INDEX "_contacts_v_version_version_organisation_idx" ON "_contacts_v" USING btree ("version_organisation_id");
  CREATE INDEX "_contacts_v_version_version_updated_at_idx" ON "_contacts_v" USING btree ("version_updated_at");
  CREATE INDEX "_contacts_v_version_version_created_at_idx" ON "_contacts_v" USING btree ("version_created_at");
  CREATE INDEX "_contacts_v_version_version_deleted_at_idx" ON "_contacts_v" USING btree ("version_deleted_at");
  CREATE INDEX "_contacts_v_created_at_idx" ON "_contacts_v" USING btree ("created_at");
  CREATE INDEX "_contacts_v_updated_at_idx" ON "_contacts_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "_contacts_v_locales_locale_parent_id_unique" ON "_contacts_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "organisations_former_names_order_idx" ON "organisations_former_names" USING btree ("_order");
  CREATE INDEX "organisations_former_names_parent_id_idx" ON "organisations_former_names" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "organisations_former_names_locales_locale_parent_id_unique" ON "organisations_former_names_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "organisations_representatives_order_idx" ON "organisations_representatives" USING btree ("_order");
  CREATE INDEX "organisations_representatives_parent_id_idx" ON "organisations_representatives" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "organisations_representatives_locales_locale_parent_id_uniqu" ON "organisations_representatives_locales" USING btree ("_locale","_parent_id");
  CREATE UNIQUE INDEX "organisations_slug_idx" ON "organisations" USING btree ("slug");
  CREATE INDEX "organisations_updated_at_idx" ON "organisations" USING btree ("updated_at");
  CREATE INDEX "organisations_created_at_idx" ON "organisations" USING btree ("created_at");
  CREATE INDEX "organisations_deleted_at_idx" ON "organisations" USING btree ("deleted_at");
  CREATE UNIQUE INDEX "organisations_locales_locale_parent_id_unique" ON "organisations_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_organisations_v_version_former_names_order_idx" ON "_organisations_v_version_former_names" USING btree ("_order");
  CREATE INDEX "_organisations_v_version_former_names_parent_id_idx" ON "_organisations_v_version_former_names" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "_organisations_v_version_former_names_locales_locale_parent_" ON "_organisations_v_version_former_names_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_organisations_v_version_representatives_order_idx" ON "_organisations_v_version_representatives" USING btree ("_order");
  CREATE INDEX "_organisations_v_version_representatives_parent_id_idx" ON "_organisations_v_version_representatives" USING btree ("_parent_id");
  CREATE UNIQUE INDEX "_organisations_v_version_representatives_locales_locale_pare" ON "_organisations_v_version_representatives_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "_organisations_v_parent_idx" ON "_organisations_v" USING btree ("parent_id");
  CREATE INDEX "_organisations_v_version_version_slug_idx" ON "_organisations_v" USING btree ("version_slug");
  CREATE INDEX "_organisations_v_version_version_updated_at_idx" ON "_organisations_v" USING btree ("version_updated_at");
  CREATE INDEX "_organisations_v_version_version_created_at_idx" ON "_organisations_v" USING btree ("version_created_at");
  CREATE INDEX "_organisations_v_version_version_deleted_at_idx" ON "_organisations_v" USING btree ("version_deleted_at");
  CREATE INDEX "_organisations_v_created_at_idx" ON "_organisations_v" USING btree ("created_at");
  CREATE INDEX "_organisations_v_updated_at_idx" ON "_organisations_v" USING btree ("updated_at");
  CREATE UNIQUE INDEX "_organisations_v_locales_locale_parent_id_unique" ON "_organisations_v_locales" USING btree ("_locale","_parent_id");
  CREATE INDEX "policy_editions_organisation_slug_idx" ON "policy_editions" USING btree ("organisation_slug");
  CREATE INDEX "policy_editions_policy_slug_idx" ON "policy_editions" USING btree ("policy_slug");
  CREATE INDEX "policy_editions_effective_from_idx" ON "policy_editions" USING btree ("effective_from");
  CREATE INDEX "policy_editions_recorded_at_idx" ON "policy_editions" USING btree ("recorded_at");
  CREATE INDEX "policy_editions_internal_sha256_idx" ON "policy_editions" USING btree ("internal_sha256");
  CREATE INDEX "policy_editions_previous_sha256_idx" ON "policy_editions" USING btree ("previous_sha256");
  CREATE INDEX "policy_editions_sha256_idx" ON "policy_editions" USING btree ("sha256");
  CREATE INDEX "policy_editions_policy_idx" ON "policy_editions" USING btree ("policy");
  CREATE INDEX "policy_editions_organisation_idx" ON "policy_editions" USING btree ("organisation");
  CREATE INDEX "policy_editions_idempotency_key_idx" ON "policy_editions" USING btree ("idempotency_key");
  CREATE UNIQUE INDEX "policy_number_idx" ON "policy_editions" USING btree ("policy","number");
  CREATE UNIQUE INDEX "policy_idempotencyKey_idx" ON "policy_editions" USING btree ("policy","idempotency_key");
  CREATE INDEX "organisationSlug_policySlug_idx" ON "policy_editions" USING btree ("organisation_slug","policy_slug");
  CREATE UNIQUE INDEX "payload_kv_key_idx" ON "payload_kv" USING btree ("key");
  CREATE INDEX "payload_locked_documents_global_slug_idx" ON "payload_locked_documents" USING btree ("global_slug");
  CREATE INDEX "payload_locked_documents_updated_at_idx" ON "payload_locked_documents" USING btree ("updated_at");
  CREATE INDEX "payload_locked_documents_created_at_idx" ON "payload_locked_documents" USING btree ("created_at");
  CREATE INDEX "payload_locked_documents_rels_order_idx" ON "payload_locked_documents_rels" USING btree ("order");
  CREATE INDEX "payload_locked_documents_rels_parent_idx" ON "payload_locked_documents_rels" USING btree ("parent_id");
  CREATE INDEX "payload_locked_documents_rels_path_idx" ON "payload_locked_documents_rels" USING btree ("path");
  CREATE INDEX "payload_locked_documents_rels_users_id_idx" ON "payload_locked_documents_rels" USING btree ("users_id");
  CREATE INDEX "payload_locked_documents_rels_policies_id_idx" ON "payload_locked_documents_rels" USING btree ("policies_id");
  CREATE INDEX "payload_locked_documents_rels_policy_sections_id_idx" ON "payload_locked_documents_rels" USING btree ("policy_sections_id");
  CREATE INDEX "payload_locked_documents_rels_purposes_id_idx" ON "payload_locked_documents_rels" USING btree ("purposes_id");
  CREATE INDEX "payload_locked_documents_rels_exception_clauses_id_idx" ON "payload_locked_documents_rels" USING btree ("exception_clauses_id");
  CREATE INDEX "payload_locked_documents_rels_joint_use_partners_id_idx" ON "payload_locked_documents_rels" USING btree ("joint_use_partners_id");
  CREATE INDEX "payload_locked_documents_rels_safety_measures_id_idx" ON "payload_locked_documents_rels" USING btree ("safety_measures_id");
  CREATE INDEX "payload_locked_documents_rels_contacts_id_idx" ON "payload_locked_documents_rels" USING btree ("contacts_id");
  CREATE INDEX "payload_locked_documents_rels_organisations_id_idx" ON "payload_locked_documents_rels" USING btree ("organisations_id");
  CREATE INDEX "payload_preferences_key_idx" ON "payload_preferences" USING btree ("key");
  CREATE INDEX "payload_preferences_updated_at_idx" ON "payload_preferences" USING btree ("updated_at");
  CREATE INDEX "payload_preferences_created_at_idx" ON "payload_preferences" USING btree ("created_at");
  CREATE INDEX "payload_preferences_rels_order_idx" ON "payload_preferences_rels" USING btree ("order");
  CREATE INDEX "payload_preferences_rels_parent_idx" ON "payload_preferences_rels" USING btree ("parent_id");
  CREATE INDEX "payload_preferences_rels_path_idx" ON "payload_preferences_rels" USING btree ("path");
  CREATE INDEX "payload_preferences_rels_users_id_idx" ON "payload_preferences_rels" USING btree ("users_id");
  CREATE INDEX "payload_migrations_updated_at_idx" ON "payload_migrations" USING btree ("updated_at");
  CREATE INDEX "payload_migrations_created_at_idx" ON "payload_migrations" USING btree ("created_at");`)
}

export async function down({ db, payload, req }: MigrateDownArgs): Promise<void> {
  await db.execute(sql`
   DROP TABLE "users_sessions" CASCADE;
  DROP TABLE "users" CASCADE;
  DROP TABLE "users_rels" CASCADE;
  DROP TABLE "policies_numbering" CASCADE;
  DROP TABLE "policies_numbering_locales" CASCADE;
  DROP TABLE "policies" CASCADE;
  DROP TABLE "policies_locales" CASCADE;
  DROP TABLE "policies_texts" CASCADE;
  DROP TABLE "policies_rels" CASCADE;
  DROP TABLE "_policies_v_version_numbering" CASCADE;
  DROP TABLE "_policies_v_version_numbering_locales" CASCADE;
  DROP TABLE "_policies_v" CASCADE;
  DROP TABLE "_policies_v_locales" CASCADE;
  DROP TABLE "_policies_v_texts" CASCADE;
  DROP TABLE "_policies_v_rels" CASCADE;
  DROP TABLE "policy_sections" CASCADE;
  DROP TABLE "policy_sections_locales" CASCADE;
  DROP TABLE "policy_sections_texts" CASCADE;
  DROP TABLE "policy_sections_rels" CASCADE;
  DROP TABLE "_policy_sections_v" CASCADE;
  DROP TABLE "_policy_sections_v_locales" CASCADE;
  DROP TABLE "_policy_sections_v_texts" CASCADE;
  DROP TABLE "_policy_sections_v_rels" CASCADE;
  DROP TABLE "purposes" CASCADE;
  DROP TABLE "purposes_locales" CASCADE;
  DROP TABLE "_purposes_v" CASCADE;
  DROP TABLE "_purposes_v_locales" CASCADE;
  DROP TABLE "exception_clauses" CASCADE;
  DROP TABLE "exception_clauses_locales" CASCADE;
  DROP TABLE "_exception_clauses_v" CASCADE;
  DROP TABLE "_exception_clauses_v_locales" CASCADE;
  DROP TABLE "joint_use_partners_former_names" CASCADE;
  DROP TABLE "joint_use_partners_former_names_locales" CASCADE;
  DROP TABLE "joint_use_partners" CASCADE;
  DROP TABLE "joint_use_partners_locales" CASCADE;
  DROP TABLE "_joint_use_partners_v_version_former_names" CASCADE;
  DROP TABLE "_joint_use_partners_v_version_former_names_locales" CASCADE;
  DROP TABLE "_joint_use_partners_v" CASCADE;
  DROP TABLE "_joint_use_partners_v_locales" CASCADE;
  DROP TABLE "safety_measures_countries" CASCADE;
  DROP TABLE "safety_measures" CASCADE;
  DROP TABLE "safety_measures_locales" CASCADE;
  DROP TABLE "_safety_measures_v_version_countries" CASCADE;
  DROP TABLE "_safety_measures_v" CASCADE;
  DROP TABLE "_safety_measures_v_locales" CASCADE;
  DROP TABLE "contacts_roles" CASCADE;
  DROP TABLE "contacts_lines" CASCADE;
  DROP TABLE "contacts_lines_locales" CASCADE;
  DROP TABLE "contacts" CASCADE;
  DROP TABLE "contacts_locales" CASCADE;
  DROP TABLE "_contacts_v_version_roles" CASCADE;
  DROP TABLE "_contacts_v_version_lines" CASCADE;
  DROP TABLE "_contacts_v_version_lines_locales" CASCADE;
  DROP TABLE "_contacts_v" CASCADE;
  DROP TABLE "_contacts_v_locales" CASCADE;
  DROP TABLE "organisations_former_names" CASCADE;
  DROP TABLE "organisations_former_names_locales" CASCADE;
  DROP TABLE "organisations_representatives" CASCADE;
  DROP TABLE "organisations_representatives_locales" CASCADE;
  DROP TABLE "organisations" CASCADE;
  DROP TABLE "organisations_locales" CASCADE;
  DROP TABLE "_organisations_v_version_former_names" CASCADE;
  DROP TABLE "_organisations_v_version_former_names_locales" CASCADE;
  DROP TABLE "_organisations_v_version_representatives" CASCADE;
  DROP TABLE "_organisations_v_version_representatives_locales" CASCADE;
  DROP TABLE "_organisations_v" CASCADE;
  DROP TABLE "_organisations_v_locales" CASCADE;
  DROP TABLE "policy_editions" CASCADE;
  DROP TABLE "payload_kv" CASCADE;
  DROP TABLE "payload_locked_documents" CASCADE;
  DROP TABLE "payload_locked_documents_rels" CASCADE;
  DROP TABLE "payload_preferences" CASCADE;
  DROP TABLE "payload_preferences_rels" CASCADE;
  DROP TABLE "payload_migrations" CASCADE;
  DROP TYPE "public"."_locales";
  DROP TYPE "public"."enum_users_policy_role";
  DROP TYPE "public"."enum_policy_sections_kind";
  DROP TYPE "public"."enum_policy_sections_numbered";
  DROP TYPE "public"."enum__policy_sections_v_version_kind";
  DROP TYPE "public"."enum__policy_sections_v_version_numbered";
  DROP TYPE "public"."enum_purposes_source";
  DROP TYPE "public"."enum__purposes_v_version_source";
  DROP TYPE "public"."enum_exception_clauses_basis";
  DROP TYPE "public"."enum_exception_clauses_applies_to";
  DROP TYPE "public"."enum__exception_clauses_v_version_basis";
  DROP TYPE "public"."enum__exception_clauses_v_version_applies_to";
  DROP TYPE "public"."enum_safety_measures_countries";
  DROP TYPE "public"."enum_safety_measures_category";
  DROP TYPE "public"."enum__safety_measures_v_version_countries";
  DROP TYPE "public"."enum__safety_measures_v_version_category";
  DROP TYPE "public"."enum_contacts_roles";
  DROP TYPE "public"."enum_contacts_lines_field";
  DROP TYPE "public"."enum__contacts_v_version_roles";
  DROP TYPE "public"."enum__contacts_v_version_lines_field";
  DROP TYPE "public"."enum_organisations_entity_kind";
  DROP TYPE "public"."enum__organisations_v_version_entity_kind";
  DROP TYPE "public"."enum_policy_editions_kind";`)
}
