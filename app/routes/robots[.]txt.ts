/** Editions and front pages may be found; what belongs to people may not. */
export const loader = () =>
  new Response(["User-agent: *", "Disallow: /ik", "Disallow: /berichten", "Disallow: /beheer", "Disallow: /melden", "Disallow: /melding", "Disallow: /streams", ""].join("\n"), {
    headers: { "Content-Type": "text/plain; charset=utf-8", "Cache-Control": "public, max-age=3600" },
  });
