import type { ComponentType } from "react";
import { PageBody } from "./page-body";
import { PageHead } from "./page-head";
import { ExampleShell } from "./show-case/example-shell";
import { PartForms } from "./show-case/part-forms";
import { PartPieces } from "./show-case/part-pieces";
import { ScreenAccount } from "./show-case/screen-account";
import { ScreenConversation } from "./show-case/screen-conversation";
import { ScreenDesk } from "./show-case/screen-desk";
import { ScreenPoster } from "./show-case/screen-poster";
import { ScreenSpace } from "./show-case/screen-space";
import { ScreenStart } from "./show-case/screen-start";

function Pieces() {
  return (
    <ExampleShell>
      <PageBody>
        <PageHead title="De stukken" lead="Elk stuk van de huisstijl, in elke toestand." />
        <PartPieces />
      </PageBody>
    </ExampleShell>
  );
}

function Forms() {
  return (
    <ExampleShell>
      <PageBody width="text">
        <PageHead title="Formulieren" lead="Elk soort veld, gewoon en met een fout." />
        <PartForms />
      </PageBody>
    </ExampleShell>
  );
}

/** Every piece and every state, and whole screens to build the others after: name → page. */
export const SHOW_CASE: Record<string, ComponentType> = {
  start: ScreenStart,
  leerplek: ScreenSpace,
  gesprek: ScreenConversation,
  beheer: ScreenDesk,
  ik: ScreenAccount,
  affiche: ScreenPoster,
  stukken: Pieces,
  formulieren: Forms,
};

/** One page of the show-case; the first when the name is unknown. */
export function ShowCase({ page }: { page?: string | undefined }) {
  const Page = SHOW_CASE[page ?? ""] ?? ScreenStart;
  return <Page />;
}
