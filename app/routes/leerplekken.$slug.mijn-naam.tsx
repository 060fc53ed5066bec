import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { changeShownName, leaveSpace } from "~/features/groups/index.server";
import { endRole, readOwnName } from "~/features/spaces/index.server";
import { OwnNameScreen } from "~/features/spaces/own-name-screen";
import { spaceWords } from "~/features/spaces/words";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const view = await answerPage(request, () => readOwnName(ctxOf({ context }), { slug: params.slug! }));
  return { view, saved: new URL(request.url).searchParams.has("bewaard") };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const here = `/leerplekken/${params.slug}/mijn-naam`;
  return answerForm(request, async ({ intent, spaceId, shownName, nameForEveryone, roleId }) => {
    if (intent === "leave") {
      const { slug } = await leaveSpace(ctx, { spaceId });
      return redirect(`/leerplekken/${slug}`);
    }
    if (intent === "resign") {
      await endRole(ctx, { spaceId, roleId });
      return redirect(here);
    }
    await changeShownName(ctx, { spaceId, shownName, nameForEveryone });
    return redirect(`${here}?bewaard=1`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: spaceWords.for(language)("own_name_title"), noindex: true }));

export default function OwnName() {
  return <OwnNameScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
