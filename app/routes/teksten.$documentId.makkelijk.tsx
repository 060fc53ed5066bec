import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { BeginEasyScreen } from "~/features/documents/easy/begin-easy-screen";
import { easyWords } from "~/features/documents/easy/words";
import { beginEasyByForm, readBeginEasy } from "~/features/documents/index.server";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readBeginEasy(ctxOf({ context }), addressId(params.documentId)));
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => redirect(await beginEasyByForm(ctxOf({ context }), addressId(params.documentId), fields)));
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: easyWords.for(language)("begin_title"), noindex: true }));

export default function BeginEasy() {
  return <BeginEasyScreen form={useLoaderData<typeof loader>()} refusal={useActionData<typeof action>()?.refusal} />;
}
