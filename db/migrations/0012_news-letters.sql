CREATE TABLE "mail_choice" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"rhythm" text NOT NULL,
	"hour" integer NOT NULL,
	"weekday" integer NOT NULL,
	"stop_key" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "mail_choice_stop_key_unique" UNIQUE("stop_key")
);
--> statement-breakpoint
ALTER TABLE "mail_outbox" ADD COLUMN "stop_address" text;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "mail_due_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "letter_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "letter_since" integer;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "mailed_up_to" integer;--> statement-breakpoint
ALTER TABLE "mail_choice" ADD CONSTRAINT "mail_choice_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_letter_id_mail_outbox_id_fk" FOREIGN KEY ("letter_id") REFERENCES "public"."mail_outbox"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_mail_due" ON "notice" USING btree ("person_id") WHERE mail_due_at is not null;--> statement-breakpoint
CREATE INDEX "notice_letter" ON "notice" USING btree ("letter_id") WHERE letter_id is not null;