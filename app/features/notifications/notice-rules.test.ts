import { expect, test } from "vitest";
import "./index.server";
import "~/features/documents/index.server";
import "~/features/research/index.server";
import { factTypes } from "~/platform/facts";
import { handledTypes } from "~/platform/fact-handlers.server";
import nl from "./messages/nl.json";

const waking = [...factTypes().values()].filter((type) => type.wakes).map((type) => type.name);

test("somebody acts upon every fact that wakes, and on no other", () => {
  expect(waking.length).toBeGreaterThan(20);
  expect([...handledTypes()].sort()).toEqual([...waking].sort());
});

test("every notice has its sentence", () => {
  /** These reach people in another way, or nobody: a case follows a conversation or a text that moved. */
  const withoutNotice = ["moderation.report-received", "moderation.report-answered", "discussion.moved-here", "discussion.message-moved-here", "document.moved-here"];
  const kinds = waking.filter((name) => !withoutNotice.includes(name));
  const missing = kinds.map((name) => `kind_${name.replace(/[.-]/g, "_")}`).filter((key) => !(key in nl));
  expect(missing).toEqual([]);
});
