import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { CarryScreen } from "~/features/documents/carry/carry-screen";
import { carryWords } from "~/features/documents/carry/words";
import { refusalIn } from "~/features/documents/formats/answer-file";
import { readCarryForm } from "~/features/documents/index.server";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const form = await answerPage(request, () => readCarryForm(ctxOf({ context }), params.slug!));
  return { form, refusal: refusalIn(request) };
}

export const meta: MetaFunction<typeof loader> = ({ data, matches }) => pageMeta(matches, (language) => ({ title: `${carryWords.for(language)("title")} · ${data?.form.space.name ?? ""}`, noindex: true }));

export default function CarryTexts() {
  const { form, refusal } = useLoaderData<typeof loader>();
  return <CarryScreen form={form} refusal={refusal} />;
}
