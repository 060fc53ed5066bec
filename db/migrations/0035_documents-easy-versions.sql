CREATE TABLE "document_easy" (
	"easy_id" uuid PRIMARY KEY NOT NULL,
	"source_id" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "document_easy_source_id_unique" UNIQUE("source_id")
);
--> statement-breakpoint
CREATE TABLE "document_easy_block" (
	"easy_id" uuid NOT NULL,
	"easy_block" text NOT NULL,
	"source_block" text NOT NULL,
	"seen" jsonb NOT NULL,
	CONSTRAINT "document_easy_block_easy_id_easy_block_source_block_pk" PRIMARY KEY("easy_id","easy_block","source_block")
);
--> statement-breakpoint
ALTER TABLE "document_edition" ADD COLUMN "easy_document_id" uuid;--> statement-breakpoint
ALTER TABLE "document_edition" ADD COLUMN "easy_title" text;--> statement-breakpoint
ALTER TABLE "document_edition" ADD COLUMN "easy_content" jsonb;--> statement-breakpoint
ALTER TABLE "document_easy" ADD CONSTRAINT "document_easy_easy_id_document_id_fk" FOREIGN KEY ("easy_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_easy" ADD CONSTRAINT "document_easy_source_id_document_id_fk" FOREIGN KEY ("source_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "document_easy_block" ADD CONSTRAINT "document_easy_block_easy_id_document_easy_easy_id_fk" FOREIGN KEY ("easy_id") REFERENCES "public"."document_easy"("easy_id") ON DELETE cascade ON UPDATE no action;