import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { InboxScreen } from "~/features/notifications/inbox-screen";
import { listNotices, readAllNotices } from "~/features/notifications/index.server";
import { answerForm, answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const inbox = await answerPage(request, () => listNotices(ctx, pageNumber(request)));
  return { inbox, madeAt: ctx.now.toISOString() };
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async ({ until }) => {
    await readAllNotices(ctxOf({ context }), { until });
    return redirect("/berichten");
  });
}

export default function Inbox() {
  return <InboxScreen {...useLoaderData<typeof loader>()} />;
}
