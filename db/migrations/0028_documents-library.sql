CREATE TABLE "document_edition_read" (
	"person_id" uuid NOT NULL,
	"document_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"read_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_edition_read_person_id_document_id_pk" PRIMARY KEY("person_id","document_id")
);
--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "audience" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "language" text DEFAULT 'nl' NOT NULL;--> statement-breakpoint
ALTER TABLE "document" ADD COLUMN "origin_edition_id" uuid;--> statement-breakpoint
ALTER TABLE "document_edition" ADD COLUMN "audience" text DEFAULT 'everyone' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_edition" ADD COLUMN "minutes" integer;--> statement-breakpoint
ALTER TABLE "document_edition" ADD COLUMN "language" text DEFAULT 'nl' NOT NULL;--> statement-breakpoint
ALTER TABLE "document_edition" ADD COLUMN "origin_edition_id" uuid;--> statement-breakpoint
ALTER TABLE "document_edition_read" ADD CONSTRAINT "document_edition_read_person_id_person_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."person"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_edition_read" ADD CONSTRAINT "document_edition_read_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;