import type { LoaderFunctionArgs } from "@remix-run/node";
import { Outlet, useLoaderData } from "@remix-run/react";
import { readGroupFrame } from "~/features/groups/index.server";
import { SpaceFrame } from "~/features/spaces/space-frame";
import { addressId } from "~/platform/address-id";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readGroupFrame(ctxOf({ context }), addressId(params.groupId)));
}

export default function Group() {
  return (
    <SpaceFrame frame={useLoaderData<typeof loader>()}>
      <Outlet />
    </SpaceFrame>
  );
}
