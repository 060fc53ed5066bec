CREATE TABLE "picture" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"actor_id" uuid NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"bytes" integer NOT NULL,
	"sum" text NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "picture" jsonb;--> statement-breakpoint
ALTER TABLE "message" drop column "search";--> statement-breakpoint
ALTER TABLE "message" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('leerhoek_dutch'::regconfig, text || ' ' || coalesce(picture->>'alt', ''))) STORED;--> statement-breakpoint
CREATE INDEX "message_search" ON "message" USING gin ("search") WITH (gin_pending_list_limit=512);--> statement-breakpoint
ALTER TABLE "message_taken_back" ADD COLUMN "picture" jsonb;--> statement-breakpoint
ALTER TABLE "message_version" ADD COLUMN "alt" text;--> statement-breakpoint
CREATE INDEX "picture_actor" ON "picture" USING btree ("actor_id");--> statement-breakpoint
CREATE INDEX "picture_created" ON "picture" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "message_picture" ON "message" USING btree (("picture"->>'id')) WHERE picture IS NOT NULL;