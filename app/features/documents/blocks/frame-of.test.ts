import { expect, it } from "vitest";
import { frameOf, frameSites } from "./frame-of";

const film = "https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ";

it.each([
  ["https://www.youtube.com/watch?v=dQw4w9WgXcQ", film],
  ["https://m.youtube.com/watch?list=x&v=dQw4w9WgXcQ&t=90s", `${film}?start=90`],
  ["https://youtu.be/dQw4w9WgXcQ?si=abc&t=12", `${film}?start=12`],
  ["https://www.youtube.com/shorts/dQw4w9WgXcQ", film],
  ["https://youtube-nocookie.com/embed/dQw4w9WgXcQ", film],
  ["https://vimeo.com/76979871", "https://player.vimeo.com/video/76979871?dnt=1"],
  ["https://vimeo.com/76979871/8272103f6e", "https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e"],
  ["https://player.vimeo.com/video/76979871?h=8272103f6e", "https://player.vimeo.com/video/76979871?dnt=1&h=8272103f6e"],
  ["https://www.openstreetmap.org/#map=15/50.8520/2.8880", "https://www.openstreetmap.org/export/embed.html?bbox=2.87427%2C50.84712%2C2.90173%2C50.85688&layer=mapnik"],
  ["https://www.openstreetmap.org/?mlat=50.85&mlon=2.888#map=15/50.8520/2.8880", "https://www.openstreetmap.org/export/embed.html?bbox=2.87427%2C50.84712%2C2.90173%2C50.85688&layer=mapnik&marker=50.85000%2C2.88800"],
])("shows %s in the page", (href, src) => expect(frameOf(href)?.src).toBe(src));

it.each([
  "https://example.org/film",
  "http://www.youtube.com/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com:8443/watch?v=dQw4w9WgXcQ",
  "https://youtube.com.example.org/watch?v=dQw4w9WgXcQ",
  "https://www.youtube.com/watch?v=../../evil1",
  "https://www.youtube.com/watch",
  "https://www.youtube.com/redirect?q=https://example.org",
  "https://youtu.be/a/b",
  "https://vimeo.com/channels/staffpicks",
  "https://www.openstreetmap.org/#map=99/50/2",
  "https://www.openstreetmap.org/#map=15/95/2",
  "https://www.openstreetmap.org/user/x",
  "https://__proto__/x",
  "https://constructor/x",
])("leaves %s a link", (href) => expect(frameOf(href)).toBeNull());

it("shows nothing from anywhere that the policy of the pages does not name", () => {
  const origins = ["https://youtu.be/dQw4w9WgXcQ", "https://vimeo.com/1", "https://openstreetmap.org/#map=1/1/1"].map((href) => new URL(frameOf(href)!.src).origin);
  expect(origins).toEqual(frameSites);
});
