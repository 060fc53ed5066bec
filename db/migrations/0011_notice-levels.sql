CREATE TABLE "notice_level" (
	"person_id" uuid NOT NULL,
	"space_id" uuid NOT NULL,
	"place_kind" text NOT NULL,
	"place_id" uuid NOT NULL,
	"level" text NOT NULL,
	"changed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "notice_level_person_id_place_id_pk" PRIMARY KEY("person_id","place_id")
);
--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "discussion_id" uuid;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "since" integer;--> statement-breakpoint
ALTER TABLE "notice" ADD COLUMN "up_to" integer;--> statement-breakpoint
ALTER TABLE "notice_level" ADD CONSTRAINT "notice_level_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notice_level" ADD CONSTRAINT "notice_level_space_id_space_id_fk" FOREIGN KEY ("space_id") REFERENCES "public"."space"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_level_place" ON "notice_level" USING btree ("place_id");--> statement-breakpoint
CREATE INDEX "notice_level_space" ON "notice_level" USING btree ("space_id");--> statement-breakpoint
ALTER TABLE "notice" ADD CONSTRAINT "notice_discussion_id_discussion_id_fk" FOREIGN KEY ("discussion_id") REFERENCES "public"."discussion"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "notice_discussion" ON "notice" USING btree ("discussion_id") WHERE discussion_id is not null;