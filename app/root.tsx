import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { Links, Meta, Outlet, Scripts, ScrollRestoration, isRouteErrorResponse, useMatches, useRouteError, useRouteLoaderData } from "@remix-run/react";
import type { ReactNode } from "react";
import enhanceUrl from "virtual:enhance-url";
import { ErrorScreen } from "~/features/shell/error-screen";
import { readShell } from "~/features/shell/index.server";
import type { ShellView } from "~/features/shell/read-shell.server";
import { Shell } from "~/features/shell/shell";
import { shellWords } from "~/features/shell/words";
import { WordsProvider, wordsFor } from "~/platform/define-words";
import { wantsHydration, wordsOf } from "~/platform/handle";
import type { LoadContext } from "~/platform/load-context.server";
import { useNonce } from "~/platform/nonce";
import { ownStyle } from "~/ui";
import font from "~/ui/fonts/atkinson-hyperlegible-next-latin-wght-normal.woff2?url";
import stylesheet from "~/ui/styles/app.css?url";

export const links: LinksFunction = () => [
  { rel: "stylesheet", href: stylesheet },
  // Otherwise it is asked for once everything was laid out, and everything is laid out anew when it comes.
  { rel: "preload", href: font, as: "font", type: "font/woff2", crossOrigin: "anonymous" },
  { rel: "icon", href: "/favicon.svg", type: "image/svg+xml" },
  { rel: "apple-touch-icon", href: "/apple-touch-icon.png" },
  { rel: "manifest", href: "/manifest.webmanifest" },
];

export const meta: MetaFunction<typeof loader> = ({ data }) => {
  if (!data) return [];
  const t = shellWords.for(data.language);
  return [{ title: t("title_home", { name: data.installation }) }, { name: "description", content: t("description") }];
};

export async function loader({ context }: LoaderFunctionArgs): Promise<ShellView> {
  return readShell(context as unknown as LoadContext);
}

/** The document. Pages ship no framework script unless a route's `handle` asks for it; what says why there is no page never does: its words are not among those of the route. */
export function Layout({ children }: { children: ReactNode }) {
  const shell = useRouteLoaderData<typeof loader>("root");
  const handles = useMatches().map((match) => match.handle);
  const nonce = useNonce();
  const language = shell?.language ?? "nl";
  const hydrated = !useRouteError() && wantsHydration(handles, shell?.signedIn ?? false);
  return (
    <html lang={language} data-calm={shell?.calm ? "" : undefined}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <Meta />
        <style>{ownStyle}</style>
        <Links />
        <script defer src={enhanceUrl} nonce={hydrated ? nonce : undefined} suppressHydrationWarning />
      </head>
      <body>
        <WordsProvider language={language}>{shell ? <Shell shell={shell}>{children}</Shell> : children}</WordsProvider>
        {hydrated ? <HydrationParts nonce={nonce} words={JSON.stringify({ language, words: wordsFor(language, wordsOf(handles)) })} /> : null}
      </body>
    </html>
  );
}

/** A data block carries the page's words to the browser before it hydrates; see `entry.client.tsx`. */
function HydrationParts({ nonce, words }: { nonce: string; words: string }) {
  return (
    <>
      <script id="words" type="application/json" nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: words.replace(/</g, "\\u003c") }} />
      <ScrollRestoration nonce={nonce} />
      <Scripts nonce={nonce} />
    </>
  );
}

export default function App() {
  return <Outlet />;
}

export function ErrorBoundary() {
  const error = useRouteError();
  const known = isRouteErrorResponse(error);
  const { code, group } = (known ? (error.data as { code?: string; group?: string } | null) : null) ?? {};
  return <ErrorScreen status={known ? error.status : 500} code={code} group={group} />;
}
