import { renderToStaticMarkup as render } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { accentOf } from "./accent";
import { initialsOf } from "./avatar";
import { ErrorSummary } from "./error-summary";
import { MessageItem, PlainText } from "./message-item";
import { Notice } from "./notice";
import { Pagination } from "./pagination";
import { TextField } from "./text-field";

describe("pieces", () => {
  it("ties a field to its hint and its error", () => {
    const html = render(<TextField name="a.b" label="Naam" hint="Kort." error="Kies een naam." />);
    expect(html).toContain('id="field-a-b"');
    expect(html).toContain('aria-describedby="field-a-b-hint field-a-b-error"');
    expect(html).toContain('aria-invalid="true"');
  });

  it("leaves a field without error unmarked", () => {
    expect(render(<TextField name="naam" label="Naam" />)).not.toMatch(/aria-invalid|aria-describedby/);
  });

  it("shows nothing of a hidden message but its note", () => {
    const html = render(<MessageItem id="m" author="Rita" time="nu" state="hidden" text="geheim" note="Verborgen." />);
    expect(html).toContain("Verborgen.");
    expect(html).not.toContain("geheim");
  });

  it("escapes what somebody wrote and keeps its paragraphs and lines", () => {
    const html = render(<PlainText text={"een <b>\ntwee\n\ndrie"} />);
    expect(html).toContain("&lt;b&gt;");
    expect(html.match(/<p>/g)).toHaveLength(2);
    expect(html).toContain("<br/>twee");
  });

  it("announces only what just happened", () => {
    expect(render(<Notice kind="error" flash>Fout.</Notice>)).toContain('role="alert"');
    expect(render(<Notice kind="success" flash>Klaar.</Notice>)).toContain('role="status"');
    expect(render(<Notice kind="error">Fout.</Notice>)).not.toContain("role=");
  });

  it("leaves out what has nothing to say", () => {
    expect(render(<ErrorSummary title="Fouten" errors={[]} />)).toBe("");
    expect(render(<Pagination label="Bladeren" />)).toBe("");
  });

  it("makes initials from any name", () => {
    expect(["Rita Verlinde", "jan-peeters-482", "élodie", "🌻", ""].map(initialsOf)).toEqual(["RV", "J4", "É", "?", "?"]);
    expect(accentOf("Rita")).toBe(accentOf("Rita"));
  });
});
