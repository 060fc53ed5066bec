import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { GroupTalk } from "~/features/discussions/lists/group-talk";
import { listDiscussions } from "~/features/discussions/index.server";
import { listGroupDocuments } from "~/features/documents/index.server";
import { GroupTexts } from "~/features/documents/texts-screens";
import { GroupScreen } from "~/features/groups/group-screen";
import { joinGroup, leaveGroup, letType, readGroup, withdrawRequest } from "~/features/groups/index.server";
import { officialsWhoLooked } from "~/features/moderation/index.server";
import { LooksSection } from "~/features/moderation/looks-section";
import { readLevel } from "~/features/notifications/index.server";
import { LevelAside } from "~/features/notifications/levels/level-form";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

const done = { lid: "joined", gevraagd: "asked", bewaard: "saved" } as const;

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const groupId = addressId(params.groupId);
  const view = await answerPage(request, async () => {
    const page = await readGroup(ctx, groupId);
    if (page.may.read !== true) return { page, inside: null };
    const talk = await listDiscussions(ctx, { groupId, page: 1 });
    const texts = await listGroupDocuments(ctxOf({ context }), groupId, 5);
    const level = await readLevel(ctx, "group", { group: groupId, space: talk.place.space.id });
    return { page, inside: { talk, texts, level, looks: page.visibility === "members" ? await officialsWhoLooked(ctx, groupId) : null } };
  });
  const said = new URL(request.url).searchParams.get("gedaan");
  return { ...view, done: said && said in done ? done[said as keyof typeof done] : undefined };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const groupId = params.groupId;
  return answerForm(request, async ({ intent, requestId, allowed }) => {
    if (intent === "join") {
      await joinGroup(ctx, { groupId });
      return redirect(`/groepen/${groupId}?gedaan=lid`);
    }
    if (intent === "withdraw") {
      await withdrawRequest(ctx, { requestId });
      return redirect(`/groepen/${groupId}`);
    }
    if (intent === "let-type") {
      await letType(ctx, { groupId, allowed });
      return redirect(`/groepen/${groupId}?gedaan=bewaard`);
    }
    if (intent !== "leave") throw new AppError("invalid_input");
    const { slug } = await leaveGroup(ctx, { groupId });
    return redirect(`/leerplekken/${slug}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, () => ({ title: data?.page.name ?? "", description: data?.page.description, noindex: true }));

export default function GroupFront() {
  const { page, inside, done } = useLoaderData<typeof loader>();
  const aside = inside ? (
    <>
      <LevelAside kind="group" id={page.id} level={inside.level} back={`/groepen/${page.id}`} />
      {inside.looks ? <LooksSection looks={inside.looks} /> : null}
    </>
  ) : null;
  return (
    <GroupScreen page={page} done={done} refusal={useActionData<typeof action>()?.refusal} trace={aside}>
      {inside ? (
        <>
          <GroupTalk listed={inside.talk} />
          <GroupTexts groupId={page.id} {...inside.texts} />
        </>
      ) : null}
    </GroupScreen>
  );
}
