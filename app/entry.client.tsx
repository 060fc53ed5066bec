import { RemixBrowser } from "@remix-run/react";
import { startTransition, useEffect } from "react";
import { hydrateRoot } from "react-dom/client";
import { canTakeOver } from "~/platform/can-take-over";
import { takeWords } from "~/platform/define-words";
import { beginTakeOver, endTakeOver } from "~/ui/enhance/take-over";

/** The small script of every page may change it from now on. */
function SayHydrated(): null {
  useEffect(endTakeOver, []);
  return null;
}

if (beginTakeOver()) {
  if (canTakeOver()) hydrate();
  else endTakeOver();
}

function hydrate(): void {
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
}
