CREATE TABLE "space_plain_words" (
	"space_id" uuid PRIMARY KEY NOT NULL,
	"lines" text NOT NULL,
	"rev" integer DEFAULT 1 NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "space_plain_words" ADD CONSTRAINT "space_plain_words_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;