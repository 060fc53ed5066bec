import { expect, it } from "vitest";
import { limits } from "~/platform/limits";
import { previewMessage } from "./preview-message.server";

it("shows what would be kept, and takes whatever a form may hold", () => {
  expect(previewMessage({ id: "a", text: " **Hallo**\r\n\u202e\u0000Noor " })).toEqual({ id: "a", text: "**Hallo**\nNoor" });
  expect(previewMessage({ id: ["a", "b"], text: ["x", "y"] })).toEqual({ id: "", text: "" });
  expect(previewMessage({})).toEqual({ id: "", text: "" });
  expect(previewMessage({ text: "x".repeat(limits.messageCharacters * 5) }).text).toHaveLength(limits.messageCharacters);
});
