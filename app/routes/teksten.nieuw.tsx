import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { bundleToLead, leadBundle } from "~/features/discussions/index.server";
import { CreateDocumentScreen } from "~/features/documents/create-document-screen";
import { createDocument, readCreateForm } from "~/features/documents/index.server";
import { documentWords } from "~/features/documents/words";
import { addressId } from "~/platform/address-id";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/**
 * In one group (`?groep=`), beneath a text (`?onder=`), in any of a leerplek (`?leerplek=`), or from learning questions
 * (`?bundel=`); with a template of the leerplek (`?sjabloon=`).
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const asked = new URL(request.url).searchParams;
  const [groupId, slug, bundleId, above] = ["groep", "leerplek", "bundel", "onder"].map((name) => asked.get(name));
  return answerPage(request, async () => {
    const bundle = bundleId ? await bundleToLead(ctx, addressId(bundleId)) : null;
    if (!groupId && !slug && !bundle && !above) throw new AppError("not_found");
    const within = bundle ? { spaceId: bundle.spaceId } : above ? { under: addressId(above) } : groupId ? { groupId: addressId(groupId) } : { slug: slug! };
    return { form: await readCreateForm(ctx, within, asked.get("sjabloon")), bundle: bundle ? { id: bundle.id, title: bundle.title } : null };
  });
}

export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  const bundle = new URL(request.url).searchParams.get("bundel");
  return answerForm(request, async (fields) => {
    if (bundle) await bundleToLead(ctx, addressId(bundle));
    const { id } = await createDocument(ctx, fields);
    // Both may be sent again: the text is then there already, and the link is made once.
    if (bundle) await leadBundle(ctx, { bundle, toKind: "document", toId: id });
    return redirect(`/teksten/${id}/schrijven`);
  });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: documentWords.for(language)("title_new"), noindex: true }));

export default function NewDocument() {
  return <CreateDocumentScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
