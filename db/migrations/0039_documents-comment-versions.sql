CREATE TABLE "document_comment_version" (
	"comment_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	"text" text NOT NULL,
	"mentions" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "document_comment_version_comment_id_rev_pk" PRIMARY KEY("comment_id","rev")
);
--> statement-breakpoint
ALTER TABLE "document_comment" ADD COLUMN "words_rev" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "document_comment" ADD COLUMN "edited_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "document_comment_version" ADD CONSTRAINT "document_comment_version_comment_id_document_comment_id_fk" FOREIGN KEY ("comment_id") REFERENCES "public"."document_comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_comment_version_mentions" ON "document_comment_version" USING gin ("mentions" jsonb_path_ops) WHERE mentions IS NOT NULL;