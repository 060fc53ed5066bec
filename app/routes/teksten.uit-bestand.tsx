import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { ImportScreen } from "~/features/documents/formats/import-screen";
import { formatWords } from "~/features/documents/formats/words";
import { importByForm, readCreateForm } from "~/features/documents/index.server";
import { addressId } from "~/platform/address-id";
import { AppError, codes } from "~/platform/codes";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

/** In one group (`?groep=`) or in any of a leerplek (`?leerplek=`). */
export async function loader({ request, context }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const [groupId, slug] = ["groep", "leerplek"].map((name) => asked.get(name));
  return answerPage(request, async () => {
    if (!groupId && !slug) throw new AppError("not_found");
    return readCreateForm(ctxOf({ context }), groupId ? { groupId: addressId(groupId) } : { slug: slug! });
  });
}

/** A file is large, so this form is read by what may refuse it. */
export async function action({ request, context }: ActionFunctionArgs) {
  const answer = await answerPage(request, () => importByForm(ctxOf({ context }), request));
  if (typeof answer === "string") throw redirect(answer);
  return data(answer, { status: codes[answer.refusal.code] });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: formatWords.for(language)("import_title"), noindex: true }));

export default function FromFile() {
  return <ImportScreen form={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
