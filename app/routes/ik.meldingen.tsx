import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { chooseLevel, dropLevel, readLevels } from "~/features/notifications/index.server";
import { LevelsScreen } from "~/features/notifications/levels/levels-screen";
import { levelWords } from "~/features/notifications/levels/words";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf, safeNext } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const levels = await answerPage(request, () => readLevels(ctxOf({ context })));
  return { levels, saved: new URL(request.url).searchParams.has("bewaard") };
}

/** The forms of this page, and those on the pages of conversations, groups and leerplekken, which come back there. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, back, ...fields }) => {
    if (intent === "choose") await chooseLevel(ctx, fields);
    else if (intent === "drop") await dropLevel(ctx, fields);
    else throw new AppError("invalid_input");
    return redirect(safeNext(typeof back === "string" ? back : null) ?? "/ik/meldingen?bewaard=1");
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: levelWords.for(language)("title"), noindex: true }));

export default function MyNotices() {
  return <LevelsScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
