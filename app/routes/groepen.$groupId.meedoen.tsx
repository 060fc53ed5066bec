import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { askToJoin, joinGroup, readGroup } from "~/features/groups/index.server";
import { JoinGroupScreen } from "~/features/groups/join-group-screen";
import { addressId } from "~/platform/address-id";
import { signedIn } from "~/platform/actor";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import { uiWords } from "~/platform/ui-words";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerPage(request, async () => {
    const page = await readGroup(ctx, addressId(params.groupId));
    if (!signedIn(ctx.actor)) throw new AppError("sign_in");
    if (page.mine) throw redirect(`/groepen/${page.id}`);
    return page;
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const groupId = params.groupId;
  return answerForm(request, async ({ intent, text, shownName, nameForEveryone, agree }) => {
    if (intent === "ask") {
      await askToJoin(ctx, { groupId, text, shownName, agree });
      return redirect(`/groepen/${groupId}?gedaan=gevraagd`);
    }
    await joinGroup(ctx, { groupId, shownName, nameForEveryone, agree });
    return redirect(`/groepen/${groupId}?gedaan=lid`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: uiWords.for(language)("join"), noindex: true }));

export default function JoinGroup() {
  return <JoinGroupScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
