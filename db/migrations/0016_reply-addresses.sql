CREATE TABLE "reply_address" (
	"token_hash" text PRIMARY KEY NOT NULL,
	"person_id" uuid NOT NULL,
	"discussion_id" uuid,
	"address_hash" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD COLUMN "reply_to" text;--> statement-breakpoint
ALTER TABLE "reply_address" ADD CONSTRAINT "reply_address_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reply_address" ADD CONSTRAINT "reply_address_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "reply_address_person" ON "reply_address" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "reply_address_discussion" ON "reply_address" USING btree ("discussion_id");--> statement-breakpoint
CREATE INDEX "reply_address_expires" ON "reply_address" USING btree ("expires_at");