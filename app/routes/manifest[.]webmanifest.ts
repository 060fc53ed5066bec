import type { LoaderFunctionArgs } from "@remix-run/node";
import { ctxOf } from "~/platform/http-adapter.server";

const icon = (src: string, size: number, purpose: "any" | "maskable") => ({ src, sizes: `${size}x${size}`, type: "image/png", purpose });

/** How the site stands on a home screen. The colours are those of the paper and of the bar that every theme shares. */
export function loader({ context }: LoaderFunctionArgs) {
  const name = ctxOf({ context }).house.env.INSTALLATION_NAME;
  const manifest = {
    id: "/",
    start_url: "/",
    scope: "/",
    name,
    short_name: name,
    lang: "nl-BE",
    display: "standalone",
    background_color: "#faf6ee",
    theme_color: "#0e4d48",
    icons: [icon("/icon-192.png", 192, "any"), icon("/icon-512.png", 512, "any"), icon("/icon-maskable.png", 512, "maskable")],
  };
  return new Response(JSON.stringify(manifest), { headers: { "Content-Type": "application/manifest+json; charset=utf-8", "Cache-Control": "public, max-age=3600" } });
}
