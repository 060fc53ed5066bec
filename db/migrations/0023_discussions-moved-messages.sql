ALTER TABLE "message" ADD COLUMN "moved_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "moved_to_id" uuid;--> statement-breakpoint
ALTER TABLE "message" ADD CONSTRAINT "message_moved_to_id_message_id_fk" FOREIGN KEY ("moved_to_id") REFERENCES "public"."message"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_moved_to" ON "message" USING btree ("moved_to_id") WHERE moved_to_id is not null;