import { redirect, type LoaderFunctionArgs } from "@remix-run/node";
import { placeOfMessage } from "~/features/discussions/index.server";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

/** A message, wherever it stands now. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  throw redirect(await answerPage(request, () => placeOfMessage(ctxOf({ context }), { id: params.messageId! })));
}

export default function PlaceOfMessage() {
  return null;
}
