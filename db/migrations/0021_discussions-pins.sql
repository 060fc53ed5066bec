ALTER TABLE "discussion" ADD COLUMN "pinned" jsonb;--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "summary" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "closed_by_actor" uuid;