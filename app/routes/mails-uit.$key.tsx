import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { stopMail } from "~/features/notifications/index.server";
import { StopMailScreen } from "~/features/notifications/letters/stop-mail-screen";
import { letterWords } from "~/features/notifications/letters/words";
import { answerForm, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export const loader = ({ params }: LoaderFunctionArgs) => ({ address: `/mails-uit/${encodeURIComponent(params.key ?? "")}` });

/** From the button of the page, or from a mail program by itself (RFC 8058): without a session, with a body of no interest. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async () => {
    await stopMail(ctxOf({ context }), { key: params.key });
    return { stopped: true };
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: letterWords.for(language)("stop_title"), noindex: true }));

export default function StopMail() {
  const answer = useActionData<typeof action>();
  return <StopMailScreen {...useLoaderData<typeof loader>()} stopped={answer !== undefined && "stopped" in answer} />;
}
