CREATE TABLE "search_word" (
	"word" text PRIMARY KEY NOT NULL,
	"seen" integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX "search_word_alike" ON "search_word" USING gin ("word" gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "message_newest" ON "message" USING btree ("created_at","id");--> statement-breakpoint
CREATE INDEX "message_newest_of_group" ON "message" USING btree ("group_id","created_at","id");--> statement-breakpoint
ALTER INDEX "message_search" SET (gin_pending_list_limit = 512);
