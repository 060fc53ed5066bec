CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'append_only: % of % is refused', TG_OP, TG_TABLE_NAME USING ERRCODE = 'LH001';
END;
$$;
--> statement-breakpoint
CREATE TRIGGER fact_append_only BEFORE UPDATE OR DELETE ON "fact" FOR EACH ROW EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER fact_no_truncate BEFORE TRUNCATE ON "fact" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER consent_append_only BEFORE UPDATE ON "consent" FOR EACH ROW EXECUTE FUNCTION refuse_change();
