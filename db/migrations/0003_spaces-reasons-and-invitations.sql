CREATE TABLE "fact_outbox" (
	"fact_id" bigint PRIMARY KEY NOT NULL
);
--> statement-breakpoint
ALTER TABLE "space_invitation" ADD COLUMN "function" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "space_invitation" ADD COLUMN "how" text DEFAULT 'invited' NOT NULL;--> statement-breakpoint
ALTER TABLE "space_membership" ADD COLUMN "left_because" text;--> statement-breakpoint
ALTER TABLE "space_membership" ADD COLUMN "left_reason" text;--> statement-breakpoint
ALTER TABLE "group_membership" ADD COLUMN "ended_reason" text;--> statement-breakpoint
ALTER TABLE "join_request" ADD COLUMN "shown_name" text DEFAULT '' NOT NULL;