ALTER TABLE "document_comment" ADD COLUMN "thread_id" uuid;--> statement-breakpoint
ALTER TABLE "document_comment" ADD COLUMN "anchor_start" "bytea";--> statement-breakpoint
ALTER TABLE "document_comment" ADD COLUMN "anchor_end" "bytea";--> statement-breakpoint
ALTER TABLE "document_comment" ADD COLUMN "quote" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_comment" ADD COLUMN "mentions" jsonb;--> statement-breakpoint
ALTER TABLE "document_comment" ADD COLUMN "resolved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "document_comment" ADD COLUMN "resolved_by_actor" uuid;--> statement-breakpoint
ALTER TABLE "document_comment" ADD CONSTRAINT "document_comment_thread_id_document_comment_id_fk" FOREIGN KEY ("thread_id") REFERENCES "public"."document_comment"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_comment_thread" ON "document_comment" USING btree ("thread_id");--> statement-breakpoint
CREATE INDEX "document_comment_mentions" ON "document_comment" USING gin ("mentions" jsonb_path_ops) WHERE mentions IS NOT NULL;