ALTER TABLE "message" ADD COLUMN "mentions" jsonb;--> statement-breakpoint
CREATE INDEX "message_mentions" ON "message" USING gin ("mentions" jsonb_path_ops) WHERE mentions IS NOT NULL;