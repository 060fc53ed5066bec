import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { DiscussionScreen } from "~/features/discussions/discussion-screen";
import { actOnDiscussion, orRescueText, previewMessage, readDiscussion } from "~/features/discussions/index.server";
import { discussionWords } from "~/features/discussions/words";
import { readLevel } from "~/features/notifications/index.server";
import { LevelAside } from "~/features/notifications/levels/level-form";
import { useLiveCount } from "~/features/notifications/live-count";
import { AppError } from "~/platform/codes";
import type { RouteHandle } from "~/platform/handle";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import type { LoadContext } from "~/platform/load-context.server";
import { pageMeta } from "~/platform/page-meta";

/** Live for people with an account; for everyone else plain HTML that may be kept. */
export const handle: RouteHandle = { hydrate: "signed-in", words: ["discussions", "names", "notice-levels", "ui", "errors"] };

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const number = (name: string) => Math.trunc(Number(asked.get(name))) || undefined;
  const ctx = ctxOf({ context });
  return answerPage(request, async () => {
    const page = await readDiscussion(ctx, { id: params.discussionId!, from: number("vanaf"), replyTo: number("antwoord") }).catch((error: unknown) => {
      if (error instanceof AppError && error.detail.values?.group) throw redirect(`/groepen/${error.detail.values.group}`);
      throw error;
    });
    const { group, space } = page.place;
    const { session, calm } = context as unknown as LoadContext;
    return { page, device: { own: session?.device === "own", calm }, level: await readLevel(ctx, "discussion", { discussion: page.discussion.id, group: group.id, space: space.id }) };
  });
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    // The page itself answers, with what was written and how it will look.
    if (fields.preview) return { previewed: await previewMessage(ctxOf({ context }), params.discussionId!, fields) };
    const ctx = ctxOf({ context });
    return redirect(await orRescueText(ctx, request, params.discussionId, fields.text, () => actOnDiscussion(ctx, params.discussionId, fields)));
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = discussionWords.for(language);
    const place = data?.page.place;
    return { title: data?.page.discussion.title || t("no_title"), description: place ? t("in_place", { group: place.group.name, space: place.space.name }) : undefined, noindex: true };
  });

export default function Discussion() {
  const { page, device, level } = useLoaderData<typeof loader>();
  const { id } = page.discussion;
  useLiveCount(page.me !== null);
  const answer = useActionData<typeof action>();
  return (
    <DiscussionScreen
      page={page}
      device={device}
      refusal={answer && "refusal" in answer ? answer.refusal : undefined}
      previewed={answer && "previewed" in answer ? answer.previewed : undefined}
      notices={<LevelAside kind="discussion" id={id} level={level} back={`/gesprekken/${id}`} />}
    />
  );
}
