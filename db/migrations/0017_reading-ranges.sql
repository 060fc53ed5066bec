ALTER TABLE "reading_position" ADD COLUMN "seen" "int4multirange" DEFAULT '{}' NOT NULL;--> statement-breakpoint
UPDATE "reading_position" SET "seen" = int4multirange(int4range(1, "up_to", '[]')) WHERE "up_to" >= 1;--> statement-breakpoint
ALTER TABLE "reading_position" DROP COLUMN "up_to";
