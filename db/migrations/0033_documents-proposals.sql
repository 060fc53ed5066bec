CREATE TABLE "document_task" (
	"document_id" uuid NOT NULL,
	"key" text NOT NULL,
	"membership_id" uuid NOT NULL,
	"text" text NOT NULL,
	"checked" boolean NOT NULL,
	"position" integer NOT NULL,
	CONSTRAINT "document_task_document_id_key_pk" PRIMARY KEY("document_id","key")
);
--> statement-breakpoint
CREATE TABLE "document_proposal" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"document_id" uuid NOT NULL,
	"author_actor" uuid NOT NULL,
	"state" text DEFAULT 'draft' NOT NULL,
	"moderation" text DEFAULT 'visible' NOT NULL,
	"base_seq" integer NOT NULL,
	"base" "bytea" NOT NULL,
	"update" "bytea" NOT NULL,
	"last_edit" uuid,
	"parts" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"note" text DEFAULT '' NOT NULL,
	"outcome" text,
	"reason" text DEFAULT '' NOT NULL,
	"decided_by_actor" uuid,
	"decided_at" timestamp with time zone,
	"rev" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "group" ADD COLUMN "readers_remark" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "document_task" ADD CONSTRAINT "document_task_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_task" ADD CONSTRAINT "document_task_membership_id_space_membership_id_fk" FOREIGN KEY ("membership_id") REFERENCES "public"."space_membership"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_proposal" ADD CONSTRAINT "document_proposal_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_task_membership" ON "document_task" USING btree ("membership_id");--> statement-breakpoint
CREATE INDEX "document_proposal_document" ON "document_proposal" USING btree ("document_id","state");--> statement-breakpoint
CREATE INDEX "document_proposal_author" ON "document_proposal" USING btree ("author_actor");--> statement-breakpoint
CREATE INDEX "document_proposal_decider" ON "document_proposal" USING btree ("decided_by_actor");--> statement-breakpoint
CREATE UNIQUE INDEX "document_proposal_draft" ON "document_proposal" USING btree ("document_id","author_actor") WHERE state = 'draft';