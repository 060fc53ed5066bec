CREATE TABLE "document_template" (
	"document_id" uuid PRIMARY KEY NOT NULL,
	"title" text NOT NULL,
	"licence" text NOT NULL,
	"content" jsonb NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "document_template" ADD CONSTRAINT "document_template_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;