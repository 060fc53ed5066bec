import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { postPictureByForm, readPictureForm } from "~/features/discussions/index.server";
import { PictureScreen } from "~/features/discussions/pictures/picture-screen";
import { pictureWords } from "~/features/discussions/pictures/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { codes } from "~/platform/codes";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readPictureForm(ctxOf({ context }), { id: params.discussionId! }));
}

/** A picture is large, so this form is read by what may refuse it. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const answer = await answerPage(request, () => postPictureByForm(ctxOf({ context }), params.discussionId, request));
  if (typeof answer === "string") throw redirect(answer);
  return data(answer, { status: answer.refusal ? codes[answer.refusal.code] : 200 });
}

export const meta: MetaFunction = ({ matches }) => pageMeta(matches, (language) => ({ title: pictureWords.for(language)("title"), noindex: true }));

export default function AddPicture() {
  return <PictureScreen form={useLoaderData<typeof loader>()} answer={useActionData<typeof action>()} />;
}
