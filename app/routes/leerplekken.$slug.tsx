import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { readSpaceFrame } from "~/features/spaces/index.server";
import { SpaceFrame } from "~/features/spaces/space-frame";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readSpaceFrame(ctxOf({ context }), { slug: params.slug! }));
}

export default function Space() {
  return (
    <SpaceFrame frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </SpaceFrame>
  );
}
