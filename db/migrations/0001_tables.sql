CREATE TABLE "fact" (
	"id" bigserial PRIMARY KEY NOT NULL,
	"type" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"occurred_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor_id" uuid,
	"role" text,
	"organisation_id" uuid,
	"space_id" uuid,
	"group_id" uuid,
	"object_kind" text,
	"object_id" uuid,
	"stream" text,
	"n" bigint,
	"channel" text DEFAULT 'self' NOT NULL,
	"mode" text DEFAULT 'online' NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	CONSTRAINT "fact_stream_has_number" CHECK (("fact"."stream" is null) = ("fact"."n" is null))
);
--> statement-breakpoint
CREATE TABLE "installation_setting" (
	"key" text PRIMARY KEY NOT NULL,
	"value" jsonb NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "mail_outbox" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"address" text NOT NULL,
	"kind" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"dedupe_key" text NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"next_try_at" timestamp with time zone DEFAULT now() NOT NULL,
	"sent_at" timestamp with time zone,
	"failed_code" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_outbox_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "rate_limit" (
	"key" text PRIMARY KEY NOT NULL,
	"points" integer DEFAULT 0 NOT NULL,
	"expire" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "stream" (
	"id" text PRIMARY KEY NOT NULL,
	"head" bigint DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "actor" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	CONSTRAINT "actor_person_id_unique" UNIQUE("person_id")
);
--> statement-breakpoint
CREATE TABLE "draft" (
	"person_id" uuid NOT NULL,
	"place" text NOT NULL,
	"text" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	CONSTRAINT "draft_person_id_place_pk" PRIMARY KEY("person_id","place")
);
--> statement-breakpoint
CREATE TABLE "installation_role" (
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "installation_role_person_id_role_pk" PRIMARY KEY("person_id","role")
);
--> statement-breakpoint
CREATE TABLE "one_time_code" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"purpose" text NOT NULL,
	"code_hash" text NOT NULL,
	"email" text,
	"issued_by_actor" uuid,
	"tries" integer DEFAULT 0 NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "one_time_code_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "person" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"sign_in_name" text NOT NULL,
	"password_hash" text NOT NULL,
	"name" text NOT NULL,
	"email" text,
	"email_confirmed_at" timestamp with time zone,
	"mail_language" text DEFAULT 'nl' NOT NULL,
	"age_group" text NOT NULL,
	"disabled_at" timestamp with time zone,
	"is_example" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "person_sign_in_name_unique" UNIQUE("sign_in_name"),
	CONSTRAINT "person_email_unique" UNIQUE("email")
);
--> statement-breakpoint
CREATE TABLE "session" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"device" text NOT NULL,
	"label" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"active_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"absolute_expires_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "link" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"from_kind" text NOT NULL,
	"from_id" uuid NOT NULL,
	"to_kind" text NOT NULL,
	"to_id" uuid NOT NULL,
	"relation" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "municipality" (
	"nis" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"name_fr" text NOT NULL,
	"area" text NOT NULL,
	"population" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"name" text NOT NULL,
	"kind" text NOT NULL,
	"nis" text,
	"phone" text,
	"email" text,
	"website" text,
	"is_example" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "organisation_steward" (
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "organisation_steward_organisation_id_person_id_pk" PRIMARY KEY("organisation_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "postcode" (
	"code" text NOT NULL,
	"nis" text NOT NULL,
	CONSTRAINT "postcode_code_nis_pk" PRIMARY KEY("code","nis")
);
--> statement-breakpoint
CREATE TABLE "space" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"name" text NOT NULL,
	"summary" text NOT NULL,
	"theme_key" text NOT NULL,
	"status" text DEFAULT 'draft' NOT NULL,
	"visibility" text NOT NULL,
	"joining" text NOT NULL,
	"house_rules" jsonb NOT NULL,
	"languages" jsonb DEFAULT '["nl"]'::jsonb NOT NULL,
	"contact_name" text DEFAULT '' NOT NULL,
	"contact_phone" text DEFAULT '' NOT NULL,
	"contact_email" text DEFAULT '' NOT NULL,
	"data_protection_contact" text DEFAULT '' NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"is_example" boolean DEFAULT false NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "space_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "space_area" (
	"space_id" uuid NOT NULL,
	"nis" text NOT NULL,
	CONSTRAINT "space_area_space_id_nis_pk" PRIMARY KEY("space_id","nis")
);
--> statement-breakpoint
CREATE TABLE "space_invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"group_id" uuid,
	"role" text NOT NULL,
	"organisation_id" uuid,
	"code_hash" text NOT NULL,
	"until" timestamp with time zone,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_by_actor" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "space_invitation_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "space_membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"shown_name" text NOT NULL,
	"name_for_everyone" boolean DEFAULT false NOT NULL,
	"audience" text DEFAULT 'burger' NOT NULL,
	"admitted_how" text NOT NULL,
	"admitted_by_actor" uuid,
	"rev" integer DEFAULT 1 NOT NULL,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"left_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "space_organisation" (
	"space_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"state" text NOT NULL,
	"lead" boolean DEFAULT false NOT NULL,
	"invited_at" timestamp with time zone DEFAULT now() NOT NULL,
	"answered_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "space_organisation_space_id_organisation_id_pk" PRIMARY KEY("space_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "space_role" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"organisation_id" uuid NOT NULL,
	"function" text DEFAULT '' NOT NULL,
	"until" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"appointed_by_actor" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "theme" (
	"key" text PRIMARY KEY NOT NULL,
	"plan_name" text NOT NULL,
	"name" text NOT NULL,
	"description" text NOT NULL,
	"sensitive" boolean DEFAULT false NOT NULL,
	"accent" text NOT NULL,
	"icon" text NOT NULL,
	"position" integer DEFAULT 0 NOT NULL
);
--> statement-breakpoint
CREATE TABLE "village" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"nis" text NOT NULL,
	"name" text NOT NULL,
	"postcode" text
);
--> statement-breakpoint
CREATE TABLE "group" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"name" text NOT NULL,
	"description" text DEFAULT '' NOT NULL,
	"visibility" text NOT NULL,
	"joining" text NOT NULL,
	"archived_at" timestamp with time zone,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "group_membership" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"may_write" boolean DEFAULT true NOT NULL,
	"admitted_how" text NOT NULL,
	"admitted_by_actor" uuid,
	"joined_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	"ended_because" text
);
--> statement-breakpoint
CREATE TABLE "join_request" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"group_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"text" text DEFAULT '' NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"decided_by_actor" uuid,
	"reason" text,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standing" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"scope_kind" text NOT NULL,
	"scope_id" uuid,
	"case_id" uuid,
	"until" timestamp with time zone,
	"lifted_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "discussion" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"title" text NOT NULL,
	"author_actor" uuid NOT NULL,
	"state" text DEFAULT 'open' NOT NULL,
	"moderation" text DEFAULT 'visible' NOT NULL,
	"question_state" text,
	"picked_up_by_actor" uuid,
	"supporters" integer DEFAULT 0 NOT NULL,
	"message_count" integer DEFAULT 0 NOT NULL,
	"last_message_at" timestamp with time zone DEFAULT now() NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('leerhoek_dutch'::regconfig, title)) STORED
);
--> statement-breakpoint
CREATE TABLE "message" (
	"id" uuid PRIMARY KEY NOT NULL,
	"discussion_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"author_actor" uuid NOT NULL,
	"text" text NOT NULL,
	"reply_to_id" uuid,
	"state" text DEFAULT 'visible' NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"edited_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (to_tsvector('leerhoek_dutch'::regconfig, text)) STORED
);
--> statement-breakpoint
CREATE TABLE "question_bundle" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"title" text NOT NULL,
	"created_by_actor" uuid NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "question_bundle_item" (
	"bundle_id" uuid NOT NULL,
	"discussion_id" uuid NOT NULL,
	CONSTRAINT "question_bundle_item_bundle_id_discussion_id_pk" PRIMARY KEY("bundle_id","discussion_id"),
	CONSTRAINT "question_bundle_item_discussion_id_unique" UNIQUE("discussion_id")
);
--> statement-breakpoint
CREATE TABLE "question_support" (
	"discussion_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "question_support_discussion_id_actor_id_pk" PRIMARY KEY("discussion_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "reading_position" (
	"person_id" uuid NOT NULL,
	"discussion_id" uuid NOT NULL,
	"up_to" integer NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "reading_position_person_id_discussion_id_pk" PRIMARY KEY("person_id","discussion_id")
);
--> statement-breakpoint
CREATE TABLE "document" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text NOT NULL,
	"author_actor" uuid NOT NULL,
	"licence" text DEFAULT 'CC BY 4.0' NOT NULL,
	"snapshot" "bytea" NOT NULL,
	"snapshot_seq" integer DEFAULT 0 NOT NULL,
	"seq" integer DEFAULT 0 NOT NULL,
	"schema_version" integer NOT NULL,
	"bytes" integer DEFAULT 0 NOT NULL,
	"content" jsonb NOT NULL,
	"content_seq" integer DEFAULT 0 NOT NULL,
	"plain_text" text DEFAULT '' NOT NULL,
	"moderation" text DEFAULT 'visible' NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('leerhoek_dutch'::regconfig, title), 'A') || to_tsvector('leerhoek_dutch'::regconfig, left(plain_text, 200000))) STORED
);
--> statement-breakpoint
CREATE TABLE "document_comment" (
	"id" uuid PRIMARY KEY NOT NULL,
	"document_id" uuid NOT NULL,
	"author_actor" uuid NOT NULL,
	"text" text NOT NULL,
	"state" text DEFAULT 'visible' NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_edition" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"content" jsonb NOT NULL,
	"plain_text" text NOT NULL,
	"licence" text NOT NULL,
	"authors" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"published_by_actor" uuid NOT NULL,
	"published_at" timestamp with time zone DEFAULT now() NOT NULL,
	"withdrawn_at" timestamp with time zone,
	"withdrawn_reason" text,
	"search" "tsvector" GENERATED ALWAYS AS (setweight(to_tsvector('leerhoek_dutch'::regconfig, title), 'A') || to_tsvector('leerhoek_dutch'::regconfig, left(plain_text, 200000))) STORED
);
--> statement-breakpoint
CREATE TABLE "document_naming" (
	"publication_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"agreed" boolean,
	"name" text,
	"answered_at" timestamp with time zone,
	CONSTRAINT "document_naming_publication_id_person_id_pk" PRIMARY KEY("publication_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "document_publication" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"announced_by_actor" uuid NOT NULL,
	"announced_at" timestamp with time zone DEFAULT now() NOT NULL,
	"publish_from" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'announced' NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_revision" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"upto_seq" integer NOT NULL,
	"kind" text NOT NULL,
	"name" text,
	"state" "bytea" NOT NULL,
	"by_actor" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "document_update" (
	"document_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"actor_id" uuid NOT NULL,
	"push" uuid NOT NULL,
	"update" "bytea" NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_update_document_id_seq_pk" PRIMARY KEY("document_id","seq")
);
--> statement-breakpoint
CREATE TABLE "document_writer" (
	"document_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_writer_document_id_actor_id_pk" PRIMARY KEY("document_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "experiment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"title" text NOT NULL,
	"want_to_know" text NOT NULL,
	"what_we_do" text NOT NULL,
	"when_we_stop" text NOT NULL,
	"how_we_measure" text DEFAULT '' NOT NULL,
	"stage" text DEFAULT 'idea' NOT NULL,
	"outcome" text,
	"measured" text DEFAULT '' NOT NULL,
	"lesson" text DEFAULT '' NOT NULL,
	"objective" text,
	"learning_form" text,
	"audience" text,
	"created_by_actor" uuid NOT NULL,
	"moderation" text DEFAULT 'visible' NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"started_at" timestamp with time zone,
	"finished_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"space_id" uuid NOT NULL,
	"group_id" uuid NOT NULL,
	"experiment_id" uuid,
	"title" text NOT NULL,
	"description" text NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"ends_at" timestamp with time zone NOT NULL,
	"place" text NOT NULL,
	"nis" text,
	"how_to_get_there" text DEFAULT '' NOT NULL,
	"places" integer,
	"price_cents" integer DEFAULT 0 NOT NULL,
	"contact_name" text NOT NULL,
	"contact_phone" text NOT NULL,
	"state" text DEFAULT 'planned' NOT NULL,
	"moderation" text DEFAULT 'visible' NOT NULL,
	"headcount" integer,
	"created_by_actor" uuid NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "activity_sign_up" (
	"id" uuid PRIMARY KEY NOT NULL,
	"activity_id" uuid NOT NULL,
	"person_id" uuid,
	"guest_name" text,
	"guest_phone" text,
	"state" text NOT NULL,
	"attended" boolean,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "appeal" (
	"id" uuid PRIMARY KEY NOT NULL,
	"decision_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"by_actor" uuid NOT NULL,
	"text" text NOT NULL,
	"outcome" text,
	"answer" text,
	"decided_by_actor" uuid,
	"decided_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "appeal_decision_id_unique" UNIQUE("decision_id")
);
--> statement-breakpoint
CREATE TABLE "decision" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"on_appeal_id" uuid,
	"decided_by_actor" uuid NOT NULL,
	"organisation_id" uuid,
	"happened" text NOT NULL,
	"rule" text NOT NULL,
	"measure" text NOT NULL,
	"scope" text,
	"until" timestamp with time zone,
	"reasons" text NOT NULL,
	"before" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"taken_back_at" timestamp with time zone,
	"undone_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "moderation_case" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" integer GENERATED ALWAYS AS IDENTITY (sequence name "moderation_case_number_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 2147483647 START WITH 1 CACHE 1),
	"space_id" uuid NOT NULL,
	"group_id" uuid,
	"subject_kind" text NOT NULL,
	"subject_id" uuid NOT NULL,
	"author_actor" uuid,
	"state" text DEFAULT 'open' NOT NULL,
	"urgency" integer DEFAULT 0 NOT NULL,
	"evidence" jsonb NOT NULL,
	"owner_person_id" uuid,
	"owner_since" timestamp with time zone,
	"owner_term" timestamp with time zone,
	"claimed_by_actor" uuid,
	"claimed_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	"closed_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "report" (
	"id" uuid PRIMARY KEY NOT NULL,
	"case_id" uuid NOT NULL,
	"reporter_person_id" uuid,
	"reference" text NOT NULL,
	"secret_hash" text NOT NULL,
	"reason" text NOT NULL,
	"illegal" boolean DEFAULT false NOT NULL,
	"law" text,
	"danger" boolean DEFAULT false NOT NULL,
	"explanation" text DEFAULT '' NOT NULL,
	"contact" text,
	"good_faith" boolean DEFAULT false NOT NULL,
	"outcome_told_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "report_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "notice" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"space_id" uuid,
	"href" text NOT NULL,
	"data" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"dedupe_key" text NOT NULL,
	"read_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_dedupe_key_unique" UNIQUE("dedupe_key")
);
--> statement-breakpoint
CREATE TABLE "consent" (
	"id" uuid PRIMARY KEY NOT NULL,
	"study_id" uuid NOT NULL,
	"sheet_version" integer NOT NULL,
	"actor_id" uuid NOT NULL,
	"answer" text NOT NULL,
	"covers_before" boolean DEFAULT false NOT NULL,
	"channel" text DEFAULT 'self' NOT NULL,
	"receipt" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "release" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"state" text DEFAULT 'queued' NOT NULL,
	"progress" integer DEFAULT 0 NOT NULL,
	"refused_code" text,
	"requested_by_actor" uuid NOT NULL,
	"snapshot_fact_id" bigint,
	"file_name" text,
	"sha256" text,
	"bytes" bigint,
	"participants" integer,
	"events" integer,
	"suppressed" jsonb,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ready_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "release_actor" (
	"release_id" uuid NOT NULL,
	"actor_id" uuid NOT NULL,
	"rows" integer NOT NULL,
	CONSTRAINT "release_actor_release_id_actor_id_pk" PRIMARY KEY("release_id","actor_id")
);
--> statement-breakpoint
CREATE TABLE "study" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"slug" text NOT NULL,
	"title" text NOT NULL,
	"purpose" text NOT NULL,
	"investigator" text NOT NULL,
	"institution" text NOT NULL,
	"legal_basis" text NOT NULL,
	"ethics_reference" text DEFAULT '' NOT NULL,
	"recipients" text NOT NULL,
	"fields" jsonb NOT NULL,
	"period_from" timestamp with time zone NOT NULL,
	"period_to" timestamp with time zone NOT NULL,
	"retention_end" timestamp with time zone NOT NULL,
	"sheet" text NOT NULL,
	"sheet_version" integer DEFAULT 1 NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"wrapped_key" "bytea",
	"steward_person_id" uuid,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"rev" integer DEFAULT 1 NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "study_slug_unique" UNIQUE("slug")
);
--> statement-breakpoint
CREATE TABLE "study_answer" (
	"study_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"agrees" boolean NOT NULL,
	"reason" text DEFAULT '' NOT NULL,
	"by_actor" uuid NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "study_answer_study_id_organisation_id_pk" PRIMARY KEY("study_id","organisation_id")
);
--> statement-breakpoint
CREATE TABLE "study_invitation" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"study_id" uuid NOT NULL,
	"institution" text NOT NULL,
	"code_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "study_invitation_code_hash_unique" UNIQUE("code_hash")
);
--> statement-breakpoint
CREATE TABLE "study_researcher" (
	"study_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"institution" text NOT NULL,
	"until" timestamp with time zone,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "study_researcher_study_id_person_id_pk" PRIMARY KEY("study_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "study_space" (
	"study_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	CONSTRAINT "study_space_study_id_space_id_pk" PRIMARY KEY("study_id","space_id")
);
--> statement-breakpoint
CREATE TABLE "plan_version" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"number" integer NOT NULL,
	"title" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"content" jsonb NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "plan_version_number_unique" UNIQUE("number")
);
--> statement-breakpoint
ALTER TABLE "actor" ADD CONSTRAINT "actor_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft" ADD CONSTRAINT "draft_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "installation_role" ADD CONSTRAINT "installation_role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_code" ADD CONSTRAINT "one_time_code_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link" ADD CONSTRAINT "link_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation" ADD CONSTRAINT "organisation_nis_municipality_nis_fk" FOREIGN KEY ("nis") REFERENCES "public"."municipality"("nis") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_steward" ADD CONSTRAINT "organisation_steward_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_steward" ADD CONSTRAINT "organisation_steward_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "postcode" ADD CONSTRAINT "postcode_nis_municipality_nis_fk" FOREIGN KEY ("nis") REFERENCES "public"."municipality"("nis") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space" ADD CONSTRAINT "space_theme_key_theme_key_fk" FOREIGN KEY ("theme_key") REFERENCES "public"."theme"("key") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_area" ADD CONSTRAINT "space_area_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_area" ADD CONSTRAINT "space_area_nis_municipality_nis_fk" FOREIGN KEY ("nis") REFERENCES "public"."municipality"("nis") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_invitation" ADD CONSTRAINT "space_invitation_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_invitation" ADD CONSTRAINT "space_invitation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_membership" ADD CONSTRAINT "space_membership_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_membership" ADD CONSTRAINT "space_membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_organisation" ADD CONSTRAINT "space_organisation_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_organisation" ADD CONSTRAINT "space_organisation_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_role" ADD CONSTRAINT "space_role_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_role" ADD CONSTRAINT "space_role_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "space_role" ADD CONSTRAINT "space_role_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "village" ADD CONSTRAINT "village_nis_municipality_nis_fk" FOREIGN KEY ("nis") REFERENCES "public"."municipality"("nis") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group" ADD CONSTRAINT "group_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "group_membership" ADD CONSTRAINT "group_membership_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "join_request" ADD CONSTRAINT "join_request_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standing" ADD CONSTRAINT "standing_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion" ADD CONSTRAINT "discussion_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discussion" ADD CONSTRAINT "discussion_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_reply_to_id_message_id_fk" FOREIGN KEY ("reply_to_id") REFERENCES "public"."message"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_bundle" ADD CONSTRAINT "question_bundle_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_bundle_item" ADD CONSTRAINT "question_bundle_item_bundle_id_question_bundle_id_fk" FOREIGN KEY ("bundle_id") REFERENCES "public"."question_bundle"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_bundle_item" ADD CONSTRAINT "question_bundle_item_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_support" ADD CONSTRAINT "question_support_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_position" ADD CONSTRAINT "reading_position_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reading_position" ADD CONSTRAINT "reading_position_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_comment" ADD CONSTRAINT "document_comment_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_edition" ADD CONSTRAINT "document_edition_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_edition" ADD CONSTRAINT "document_edition_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_naming" ADD CONSTRAINT "document_naming_publication_id_document_publication_id_fk" FOREIGN KEY ("publication_id") REFERENCES "public"."document_publication"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_naming" ADD CONSTRAINT "document_naming_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_publication" ADD CONSTRAINT "document_publication_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_revision" ADD CONSTRAINT "document_revision_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_update" ADD CONSTRAINT "document_update_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_writer" ADD CONSTRAINT "document_writer_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "experiment" ADD CONSTRAINT "experiment_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_group_id_group_id_fk" FOREIGN KEY ("group_id") REFERENCES "public"."group"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_experiment_id_experiment_id_fk" FOREIGN KEY ("experiment_id") REFERENCES "public"."experiment"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity" ADD CONSTRAINT "activity_nis_municipality_nis_fk" FOREIGN KEY ("nis") REFERENCES "public"."municipality"("nis") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_sign_up" ADD CONSTRAINT "activity_sign_up_activity_id_activity_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."activity"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "activity_sign_up" ADD CONSTRAINT "activity_sign_up_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_decision_id_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decision"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal" ADD CONSTRAINT "appeal_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decision" ADD CONSTRAINT "decision_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "moderation_case" ADD CONSTRAINT "moderation_case_owner_person_id_person_id_fk" FOREIGN KEY ("owner_person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_case_id_moderation_case_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."moderation_case"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report" ADD CONSTRAINT "report_reporter_person_id_person_id_fk" FOREIGN KEY ("reporter_person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consent" ADD CONSTRAINT "consent_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release" ADD CONSTRAINT "release_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "release_actor" ADD CONSTRAINT "release_actor_release_id_release_id_fk" FOREIGN KEY ("release_id") REFERENCES "public"."release"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study" ADD CONSTRAINT "study_steward_person_id_person_id_fk" FOREIGN KEY ("steward_person_id") REFERENCES "public"."person"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_answer" ADD CONSTRAINT "study_answer_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_answer" ADD CONSTRAINT "study_answer_organisation_id_organisation_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisation"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_invitation" ADD CONSTRAINT "study_invitation_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_researcher" ADD CONSTRAINT "study_researcher_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_researcher" ADD CONSTRAINT "study_researcher_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_space" ADD CONSTRAINT "study_space_study_id_study_id_fk" FOREIGN KEY ("study_id") REFERENCES "public"."study"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "study_space" ADD CONSTRAINT "study_space_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "fact_stream_n" ON "fact" USING btree ("stream","n");--> statement-breakpoint
CREATE INDEX "fact_actor" ON "fact" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "fact_space" ON "fact" USING btree ("space_id","id");--> statement-breakpoint
CREATE INDEX "fact_object" ON "fact" USING btree ("object_id");--> statement-breakpoint
CREATE INDEX "mail_outbox_due" ON "mail_outbox" USING btree ("next_try_at") WHERE sent_at is null;--> statement-breakpoint
CREATE INDEX "one_time_code_person" ON "one_time_code" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "session_person" ON "session" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "link_once" ON "link" USING btree ("from_id","to_id","relation");--> statement-breakpoint
CREATE INDEX "link_to" ON "link" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "space_theme" ON "space" USING btree ("theme_key");--> statement-breakpoint
CREATE UNIQUE INDEX "space_membership_once" ON "space_membership" USING btree ("space_id","person_id");--> statement-breakpoint
CREATE INDEX "space_membership_person" ON "space_membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "space_role_space" ON "space_role" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "space_role_person" ON "space_role" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "village_nis_name" ON "village" USING btree ("nis","name");--> statement-breakpoint
CREATE INDEX "village_postcode" ON "village" USING btree ("postcode");--> statement-breakpoint
CREATE INDEX "group_space" ON "group" USING btree ("space_id");--> statement-breakpoint
CREATE UNIQUE INDEX "group_membership_once" ON "group_membership" USING btree ("group_id","person_id");--> statement-breakpoint
CREATE INDEX "group_membership_person" ON "group_membership" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "join_request_group" ON "join_request" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "join_request_person" ON "join_request" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "standing_person" ON "standing" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "discussion_group" ON "discussion" USING btree ("group_id","last_message_at");--> statement-breakpoint
CREATE INDEX "discussion_space" ON "discussion" USING btree ("space_id","kind");--> statement-breakpoint
CREATE INDEX "discussion_author" ON "discussion" USING btree ("author_actor");--> statement-breakpoint
CREATE INDEX "discussion_search" ON "discussion" USING gin ("search");--> statement-breakpoint
CREATE UNIQUE INDEX "message_number" ON "message" USING btree ("discussion_id","number");--> statement-breakpoint
CREATE INDEX "message_author" ON "message" USING btree ("author_actor");--> statement-breakpoint
CREATE INDEX "message_search" ON "message" USING gin ("search");--> statement-breakpoint
CREATE INDEX "question_support_actor" ON "question_support" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "document_group" ON "document" USING btree ("group_id");--> statement-breakpoint
CREATE INDEX "document_search" ON "document" USING gin ("search");--> statement-breakpoint
CREATE INDEX "document_comment_document" ON "document_comment" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "document_comment_author" ON "document_comment" USING btree ("author_actor");--> statement-breakpoint
CREATE UNIQUE INDEX "document_edition_number" ON "document_edition" USING btree ("document_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "document_edition_slug" ON "document_edition" USING btree ("slug","number");--> statement-breakpoint
CREATE INDEX "document_edition_space" ON "document_edition" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "document_edition_search" ON "document_edition" USING gin ("search");--> statement-breakpoint
CREATE INDEX "document_publication_document" ON "document_publication" USING btree ("document_id");--> statement-breakpoint
CREATE INDEX "document_revision_document" ON "document_revision" USING btree ("document_id","upto_seq");--> statement-breakpoint
CREATE UNIQUE INDEX "document_update_push" ON "document_update" USING btree ("document_id","push");--> statement-breakpoint
CREATE INDEX "document_writer_actor" ON "document_writer" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "experiment_space" ON "experiment" USING btree ("space_id");--> statement-breakpoint
CREATE INDEX "activity_space" ON "activity" USING btree ("space_id","starts_at");--> statement-breakpoint
CREATE INDEX "activity_start" ON "activity" USING btree ("starts_at");--> statement-breakpoint
CREATE UNIQUE INDEX "activity_sign_up_once" ON "activity_sign_up" USING btree ("activity_id","person_id");--> statement-breakpoint
CREATE INDEX "activity_sign_up_person" ON "activity_sign_up" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "appeal_case" ON "appeal" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "decision_case" ON "decision" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "moderation_case_subject" ON "moderation_case" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "moderation_case_open" ON "moderation_case" USING btree ("space_id","state");--> statement-breakpoint
CREATE INDEX "moderation_case_owner" ON "moderation_case" USING btree ("owner_person_id") WHERE state in ('open', 'appealed');--> statement-breakpoint
CREATE INDEX "report_case" ON "report" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "report_reporter" ON "report" USING btree ("reporter_person_id");--> statement-breakpoint
CREATE INDEX "notice_person" ON "notice" USING btree ("person_id","created_at");--> statement-breakpoint
CREATE INDEX "notice_unread" ON "notice" USING btree ("person_id") WHERE read_at is null;--> statement-breakpoint
CREATE INDEX "consent_study_actor" ON "consent" USING btree ("study_id","actor_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "release_number" ON "release" USING btree ("study_id","number");--> statement-breakpoint
CREATE INDEX "release_actor_actor" ON "release_actor" USING btree ("actor_id");