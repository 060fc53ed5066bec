import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { moveDocument, readMoveTextForm } from "~/features/documents/index.server";
import { MoveTextScreen } from "~/features/documents/moving/move-screen";
import { groupWords } from "~/features/groups/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readMoveTextForm(ctxOf({ context }), addressId(params.documentId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id } = await moveDocument(ctxOf({ context }), { ...fields, document: params.documentId });
    return redirect(`/teksten/${id}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: groupWords.for(language)("move_title"), noindex: true }));

export default function MoveDocument() {
  return <MoveTextScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
