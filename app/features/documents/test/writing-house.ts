import { afterAll, beforeAll } from "vitest";
import type { TestHome } from "#db/test/use-database";
import { testHouse, type TestHouse } from "~/platform/test/test-house";
import { closeDocumentFeed } from "../writing/document-feed.server";
import { closeLanes } from "../worker/lanes.server";

/** Gives a test file one house on its database, whose workers start once and end with the file. */
export function useWritingHouse(home: TestHome, take: (house: TestHouse) => void): void {
  let house: TestHouse;
  beforeAll(() => {
    house = testHouse(home.database);
    take(house);
  });
  afterAll(async () => {
    closeDocumentFeed(house);
    await closeLanes(house);
  });
}
