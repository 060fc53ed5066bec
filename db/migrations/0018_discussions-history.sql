CREATE TABLE "message_taken_back" (
	"message_id" uuid PRIMARY KEY NOT NULL,
	"text" text NOT NULL,
	"mentions" jsonb,
	"state" text NOT NULL,
	"by_actor" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_version" (
	"message_id" uuid NOT NULL,
	"rev" integer NOT NULL,
	"text" text NOT NULL,
	"mentions" jsonb,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "message_version_message_id_rev_pk" PRIMARY KEY("message_id","rev")
);
--> statement-breakpoint
ALTER TABLE "message_taken_back" ADD CONSTRAINT "message_taken_back_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "message_version" ADD CONSTRAINT "message_version_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_taken_back_at" ON "message_taken_back" USING btree ("at");--> statement-breakpoint
CREATE INDEX "message_version_mentions" ON "message_version" USING gin ("mentions" jsonb_path_ops) WHERE mentions IS NOT NULL;