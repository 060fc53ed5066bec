import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { SHOW_CASE } from "./show-case";

interface Tag {
  name: string;
  attributes: string;
  text: string;
  parent: Tag | undefined;
}

const VOID = new Set(["input", "br", "img", "hr", "meta", "link"]);

/** Reads our own well-formed markup into tags with their visible text; hidden words do not count. */
function readTags(html: string): Tag[] {
  const tags: Tag[] = [];
  let open: Tag | undefined;
  for (const [, close, name = "", attributes = "", text] of html.matchAll(/<(\/?)([a-z0-9]+)([^>]*)>|([^<]+)/g)) {
    if (text !== undefined) {
      for (let tag = open; tag && !/visually-hidden/.test(tag.attributes); tag = tag.parent) tag.text += text;
    } else if (close) {
      open = open?.parent;
    } else {
      const tag: Tag = { name, attributes, text: "", parent: open };
      tags.push(tag);
      if (!VOID.has(name) && !attributes.endsWith("/")) open = tag;
    }
  }
  return tags;
}

const attribute = (tag: Tag, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag.attributes)?.[1];

describe.each(Object.entries(SHOW_CASE))("the page %s", (_name, Page) => {
  const html = renderToStaticMarkup(createElement(Page));
  const tags = readTags(html);
  const ids = tags.map((tag) => attribute(tag, "id")).filter((id): id is string => id !== undefined);

  it("has no style attribute, script or handler that the content policy would stop", () => {
    expect(html).not.toMatch(/\sstyle="|<style|<script|\son[a-z]+="/);
  });

  it("has a word beside every icon", () => {
    const icons = tags.filter((tag) => tag.name === "svg" && /class="icon/.test(tag.attributes));
    expect(icons.length).toBeGreaterThan(0);
    for (const icon of icons) {
      const near = [icon.parent, icon.parent?.parent, icon.parent?.parent?.parent].map((tag) => tag?.text.trim() ?? "");
      expect(near.join(""), html.slice(0, 0) + icon.parent?.attributes).not.toBe("");
      expect(attribute(icon, "aria-hidden")).toBe("true");
    }
  });

  it("gives every link and button a name", () => {
    const silent = tags.filter((tag) => ["a", "button", "summary"].includes(tag.name) && tag.text.trim() === "");
    expect(silent.map((tag) => tag.attributes)).toEqual([]);
  });

  it("uses each id once, and points only at ids that exist", () => {
    expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
    const known = new Set(ids);
    for (const tag of tags) {
      for (const name of ["for", "aria-labelledby", "aria-describedby", "aria-controls", "popovertarget", "list"]) {
        for (const id of attribute(tag, name)?.split(" ") ?? []) expect(known, `${name}="${id}"`).toContain(id);
      }
    }
  });

  it("has one h1", () => {
    expect(tags.filter((tag) => tag.name === "h1")).toHaveLength(1);
  });

  it("shows at most five items in the main bar", () => {
    const bar = tags.find((tag) => tag.name === "nav" && attribute(tag, "class") === "bar");
    const items = tags.filter((tag) => tag.name === "li" && tag.parent?.parent === bar);
    expect(items.length).toBeGreaterThan(0);
    expect(items.length).toBeLessThanOrEqual(5);
  });
});
