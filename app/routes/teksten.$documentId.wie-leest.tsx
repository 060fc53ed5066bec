import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { narrowDocument, readNarrowing } from "~/features/documents/index.server";
import { narrowHref } from "~/features/documents/narrowing/href";
import { NarrowingScreen } from "~/features/documents/narrowing/narrowing-screen";
import { narrowingWords } from "~/features/documents/narrowing/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const form = await answerPage(request, () => readNarrowing(ctxOf({ context }), addressId(params.documentId)));
  if ("source" in form) throw redirect(narrowHref(form.source));
  return form;
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id } = await narrowDocument(ctxOf({ context }), { ...fields, document: params.documentId });
    return redirect(`/teksten/${id}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: narrowingWords.for(language)("title"), noindex: true }));

export default function NarrowDocument() {
  return <NarrowingScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
