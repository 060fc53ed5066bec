import { randomUUID } from "node:crypto";
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { answerForStudy, askRelease, closeStudy, destroyStudyKey, inviteResearcher, openStudy, readStudyWork } from "~/features/research/index.server";
import { StudyWorkScreen } from "~/features/research/study-work-screen";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf, type FormRefusal } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const done = new URL(request.url).searchParams.has("gelukt");
  return { study: await answerPage(request, () => readStudyWork(ctxOf({ context }), params.study!)), done, id: randomUUID() };
}

const intents = { open: openStudy, close: closeStudy, destroy: destroyStudyKey, answer: answerForStudy, release: askRelease };

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ intent, ...fields }) => {
    const ctx = ctxOf({ context });
    if (intent === "invite") {
      const { code } = await inviteResearcher(ctx, fields);
      if (code === null) throw new AppError("already_done");
      return Response.json({ invitation: `${ctx.house.publicUrl}/studies/uitnodiging/${code}` }, { headers: { "Cache-Control": "no-store" } });
    }
    const act = Object.hasOwn(intents, String(intent)) ? intents[intent as keyof typeof intents] : undefined;
    if (!act) throw new AppError("invalid_input");
    await act(ctx, fields);
    return redirect(`/beheer/studies/${params.study}?gelukt=1${intent === "release" ? "#leveringen" : ""}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, () => ({ title: data?.study.title ?? "", noindex: true }));

export default function StudyWork() {
  const { refusal, invitation } = (useActionData<typeof action>() ?? {}) as { refusal?: FormRefusal; invitation?: string };
  return <StudyWorkScreen {...useLoaderData<typeof loader>()} refusal={refusal} invitation={invitation} />;
}
