import { RemixBrowser } from "@remix-run/react";
import { startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { takeWords } from "~/platform/define-words";

takeWords(document.getElementById("words")?.textContent ?? null);
startTransition(() => {
  hydrateRoot(
    document,
    <>
      <RemixBrowser />
      <SayHydrated />
    </>,
  );
});

/** The small script of every page may change it from now on: see `ui/enhance/enhance.ts`. */
function SayHydrated(): null {
  useEffect(() => {
    document.documentElement.setAttribute("data-hydrated", "");
    window.dispatchEvent(new Event("hydrated"));
  }, []);
  return null;
}
