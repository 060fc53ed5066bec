ALTER TABLE "decision" ADD COLUMN "seat" text DEFAULT 'moderator' NOT NULL;--> statement-breakpoint
ALTER TABLE "report" ADD COLUMN "evidence" jsonb;