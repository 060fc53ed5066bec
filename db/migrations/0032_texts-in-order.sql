CREATE TABLE "document_link" (
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	CONSTRAINT "document_link_from_id_to_id_pk" PRIMARY KEY("from_id","to_id")
);
--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "trashed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "trashed_by_actor" uuid;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "trashed_by_staff" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "emptied_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "parent_id" uuid;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "position" integer;--> statement-breakpoint
ALTER TABLE "document_link" ADD CONSTRAINT "document_link_from_id_document_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_link" ADD CONSTRAINT "document_link_to_id_document_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_link_to" ON "document_link" USING btree ("to_id");--> statement-breakpoint
ALTER TABLE "document" ADD CONSTRAINT "document_parent_id_document_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."document"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "document_parent" ON "document" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "document_trash" ON "document" USING btree ("trashed_at") WHERE trashed_at IS NOT NULL;