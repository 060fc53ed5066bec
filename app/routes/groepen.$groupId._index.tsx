import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GroupScreen } from "~/features/groups/group-screen";
import { joinGroup, leaveGroup, readGroup, withdrawRequest } from "~/features/groups/index.server";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

const done = { lid: "joined", gevraagd: "asked", bewaard: "saved" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const page = await answerPage(request, () => readGroup(ctxOf({ context }), addressId(params.groupId)));
  const said = new URL(request.url).searchParams.get("gedaan");
  return { page, done: said && said in done ? done[said as keyof typeof done] : undefined };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const groupId = params.groupId;
  return answerForm(request, async ({ intent, requestId }) => {
    if (intent === "join") {
      await joinGroup(ctx, { groupId });
      return redirect(`/groepen/${groupId}?gedaan=lid`);
    }
    if (intent === "withdraw") {
      await withdrawRequest(ctx, { requestId });
      return redirect(`/groepen/${groupId}`);
    }
    if (intent !== "leave") throw new AppError("invalid_input");
    const { slug } = await leaveGroup(ctx, { groupId });
    return redirect(`/leerplekken/${slug}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, () => ({ title: data?.page.name ?? "", description: data?.page.description, noindex: true }));

export default function GroupFront() {
  return <GroupScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
