CREATE TABLE "message_reaction" (
	"message_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"actor_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "message_reaction_message_id_kind_actor_id_pk" PRIMARY KEY("message_id","kind","actor_id")
);
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "words_rev" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "reactions" jsonb;--> statement-breakpoint
ALTER TABLE "message_reaction" ADD CONSTRAINT "message_reaction_message_id_message_id_fk" FOREIGN KEY ("message_id") REFERENCES "public"."message"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "message_reaction_actor" ON "message_reaction" USING btree ("actor_id");