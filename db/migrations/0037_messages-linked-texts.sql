-- Ids of the texts whose addresses stand in a message, in lower case. Two hundred at most; whether an address is a link is for its reader to say.
CREATE FUNCTION linked_texts(text) RETURNS text[] LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
  SELECT array_agg(found.id) FROM (
    SELECT lower(one[1]) AS id FROM regexp_matches($1, '/teksten/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})', 'gi') AS one LIMIT 200
  ) AS found
$$;
--> statement-breakpoint
CREATE INDEX "message_linked_texts" ON "message" USING gin (linked_texts("text")) WHERE text LIKE '%/teksten/%';