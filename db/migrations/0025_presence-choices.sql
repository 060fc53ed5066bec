ALTER TABLE "person" ADD COLUMN "shows_presence" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "person" ADD COLUMN "shows_typing" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "group" ADD COLUMN "shows_presence" boolean;