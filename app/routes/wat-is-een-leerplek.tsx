import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { readStandingPage } from "~/features/shell/index.server";
import { StandingPage } from "~/features/shell/standing-page";
import { ctxOf } from "~/platform/http-adapter.server";

export const loader = ({ context }: LoaderFunctionArgs) => readStandingPage(ctxOf({ context }), "what-is-a-space");

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: data?.page.title }, { name: "description", content: data?.page.summary }];

export default function Page() {
  return <StandingPage {...useLoaderData<typeof loader>()} />;
}
