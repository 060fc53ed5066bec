ALTER TABLE "document" ADD COLUMN "read_by" text DEFAULT 'group' NOT NULL;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "written_by" text DEFAULT 'group' NOT NULL;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "few" uuid[] DEFAULT '{}' NOT NULL;