import { RemixBrowser } from "@remix-run/react";
import { startTransition } from "react";
import { hydrateRoot } from "react-dom/client";
import { takeWords } from "~/platform/define-words";

takeWords(document.getElementById("words")?.textContent ?? null);
startTransition(() => {
  hydrateRoot(document, <RemixBrowser />);
});
