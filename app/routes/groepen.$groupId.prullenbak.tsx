import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { putBackDocument, readTrash } from "~/features/documents/index.server";
import { TrashScreen } from "~/features/documents/trash/trash-screen";
import { trashWords } from "~/features/documents/trash/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf, pageNumber } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readTrash(ctxOf({ context }), { groupId: addressId(params.groupId), page: pageNumber(request) }));
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id } = await putBackDocument(ctxOf({ context }), fields);
    return redirect(`/teksten/${id}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: trashWords.for(language)("title"), noindex: true }));

export default function GroupTrash() {
  return <TrashScreen page={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
