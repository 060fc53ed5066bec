import type { ContentNode } from "../../content";

const bad = "javascript:alert(1)";
/** The one address in it that may be followed. */
export const goodAddress = "https://voorbeeld.example/bus";
const link = (text: string, href: string) => ({ type: "text", text, marks: [{ type: "link", attrs: { href } }, { type: "onclick", attrs: { x: bad } }] });
const p = (...content: (string | ContentNode)[]): ContentNode => ({ type: "paragraph", content: content.map((one) => (typeof one === "string" ? { type: "text", text: one } : one)) });

/** What no editor makes and no examination lets through, in case a database holds it all the same. */
export const hostileContent: ContentNode = {
  type: "doc",
  content: [
    p("<script>alert(1)</script>", link("hier", bad), link("daar", "file:///etc/passwd"), link("de bus", goodAddress)),
    { type: "script", content: [{ type: "text", text: "alert(1)" }] },
    { type: "embed", attrs: { href: bad, title: "\"><img src=x onerror=alert(1)>" } },
    { type: "image", attrs: { picture: bad, alt: "<svg onload=alert(1)>" } },
    { type: "callout", attrs: { kind: "\" onclick=\"alert(1)" }, content: [p("[x](javascript:alert(1)) ![y](javascript:z)")] },
    { type: "table", content: [{ type: "tableRow", content: [{ type: "tableCell", attrs: { colspan: "9 onclick=x" }, content: [p("|<b>")] }] }] },
  ],
};
