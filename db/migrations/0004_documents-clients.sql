CREATE TABLE "document_client" (
	"document_id" uuid NOT NULL,
	"client" bigint NOT NULL,
	"actor_id" uuid NOT NULL,
	CONSTRAINT "document_client_document_id_client_pk" PRIMARY KEY("document_id","client")
);
--> statement-breakpoint
ALTER TABLE "document_writer" ADD COLUMN "summarised_seq" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "document_client" ADD CONSTRAINT "document_client_document_id_document_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."document"("id") ON DELETE cascade ON UPDATE no action;