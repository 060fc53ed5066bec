DROP INDEX "message_author";--> statement-breakpoint
CREATE INDEX "message_author" ON "message" USING btree ("author_actor","created_at","id");