import { redirect, type ActionFunctionArgs, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import arrangeUrl from "virtual:arrange-url";
import { placeDocument, readTree } from "~/features/documents/index.server";
import { TreeScreen } from "~/features/documents/tree/tree-screen";
import { treeWords } from "~/features/documents/tree/words";
import { addressId } from "~/platform/address-id";
import { answerForm, answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";
import treeStyles from "~/ui/styles/tree.css?url";

export const links: LinksFunction = () => [{ rel: "stylesheet", href: treeStyles }];

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readTree(ctxOf({ context }), addressId(params.groupId)));
}

export async function action({ request, context }: ActionFunctionArgs) {
  return answerForm(request, async (fields) => {
    const { id, group } = await placeDocument(ctxOf({ context }), fields);
    return redirect(`/groepen/${group}/teksten#tekst-${id}`);
  });
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, (language) => ({ title: `${treeWords.for(language)("title")} · ${data?.place.group.name ?? ""}`, noindex: true }));

export default function GroupTree() {
  return <TreeScreen page={useLoaderData<typeof loader>()} script={arrangeUrl} refusal={useActionData<typeof action>()?.refusal} />;
}
