import { expect, test } from "vitest";
import { requirementsOf, type SearchQuery } from "./search-words";

test.each([
  ["'fiets':*", ["'fiets':*"]],
  ["'a':* & ( 'bus':* | 'bu' ) & !'c':*", ["'a':*", "( 'bus':* | 'bu' )", "!'c':*"]],
  ["'a' & 'b' | 'c'", ["'a' & 'b' | 'c'"]],
  ["'a' <-> 'b' & !( 'c' & 'd' )", ["'a' <-> 'b'", "!( 'c' & 'd' )"]],
  ["'o''brien & (x' & 'a | \\\\b'", ["'o''brien & (x'", "'a | \\\\b'"]],
])("tells what all must be there: %s", (query, parts) => {
  expect(requirementsOf(query as SearchQuery)).toEqual(parts);
});
