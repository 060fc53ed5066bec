import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bundleToLead, leadBundle } from "~/features/discussions/index.server";
import { StartExperimentScreen } from "~/features/experiments/experiment-form-screens";
import { readStartForm, startExperiment } from "~/features/experiments/index.server";
import { experimentWords } from "~/features/experiments/words";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** In one group (`?groep=`), in any of a leerplek (`?leerplek=`), or from learning questions (`?bundel=`). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const asked = new URL(request.url).searchParams;
  const [groupId, slug, bundleId] = ["groep", "leerplek", "bundel"].map((name) => asked.get(name));
  return answerPage(request, async () => {
    if (bundleId) {
      const bundle = await bundleToLead(ctx, addressId(bundleId));
      return { form: await readStartForm(ctx, { spaceId: bundle.spaceId }), bundle };
    }
    if (!groupId && !slug) throw new AppError("not_found");
    return { form: await readStartForm(ctx, groupId ? { groupId: addressId(groupId) } : { slug: slug! }), bundle: null };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const bundle = new URL(request.url).searchParams.get("bundel");
  return answerForm(request, async (fields) => {
    if (bundle) await bundleToLead(ctx, addressId(bundle));
    const { id } = await startExperiment(ctx, fields);
    // Both may be sent again: the experiment is then there already, and the link is made once.
    if (bundle) await leadBundle(ctx, { bundle, toKind: "experiment", toId: id });
    return redirect(`/experimenten/${id}`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: experimentWords.for(language)("title_new"), noindex: true }));

export default function NewExperiment() {
  return <StartExperimentScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
