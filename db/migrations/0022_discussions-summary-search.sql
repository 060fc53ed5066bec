ALTER TABLE "discussion" drop column "search";--> statement-breakpoint
ALTER TABLE "discussion" ADD COLUMN "search" "tsvector" GENERATED ALWAYS AS (to_tsvector('leerhoek_dutch'::regconfig, title || CASE WHEN state = 'closed' THEN ' ' || summary ELSE '' END)) STORED;--> statement-breakpoint
CREATE INDEX "discussion_search" ON "discussion" USING gin ("search");
