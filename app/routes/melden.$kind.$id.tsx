import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readReportForm, receiptPath, reportThing } from "~/features/moderation/index.server";
import { ReportScreen } from "~/features/moderation/report-screen";
import { moderationWords } from "~/features/moderation/words";
import { signedIn } from "~/platform/ctx.server";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const illegal = new URL(request.url).searchParams.has("wet");
  return answerPage(request, async () => ({ form: await readReportForm(ctxOf({ context }), params.kind!, params.id!), illegal }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const ctx = ctxOf({ context });
    const { reference, known } = await reportThing(ctx, fields);
    const path = receiptPath(reference, signedIn(ctx.actor) ? null : String(fields.secret));
    return redirect(`${path}${path.includes("?") ? "&" : "?"}gelukt=${known ? "eerder" : "nieuw"}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: moderationWords.for(language)("report_title"), noindex: true }));

export default function Report() {
  return <ReportScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
