import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { FiguresScreen } from "~/features/moderation/figures-screen";
import { readFigures } from "~/features/moderation/index.server";
import { moderationWords } from "~/features/moderation/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return answerPage(request, () => readFigures(ctxOf({ context }), params.slug!));
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) =>
  pageMeta(matches, (language) => {
    const t = moderationWords.for(language);
    return { title: `${t("figures_title")} · ${data?.space.name ?? ""}`, description: t("figures_lead", { space: data?.space.name ?? "" }) };
  });

export default function SpaceFigures() {
  return <FiguresScreen figures={useLoaderData<typeof loader>()} />;
}
