ALTER TABLE "group_membership" ADD COLUMN "may_be_typed_for" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "typed_by_actor" uuid;--> statement-breakpoint
CREATE INDEX "message_typed_by" ON "message" USING btree ("typed_by_actor") WHERE typed_by_actor is not null;