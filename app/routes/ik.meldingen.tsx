import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { readAccount } from "~/features/accounts/index.server";
import { chooseLevel, chooseMail, dropLevel, getPush, readLevels, readMailChoice, readPush, stopPush } from "~/features/notifications/index.server";
import { MailForm } from "~/features/notifications/letters/mail-form";
import { PushForm } from "~/features/notifications/push/push-form";
import { LevelsScreen } from "~/features/notifications/levels/levels-screen";
import { levelWords } from "~/features/notifications/levels/words";
import { AppError } from "~/platform/codes";
import { answerForm, answerPage, ctxOf, safeNext } from "~/platform/http-adapter.server";
import { pageMeta } from "~/platform/page-meta";

export async function loader({ request, context }: LoaderFunctionArgs) {
  const ctx = ctxOf({ context });
  const saved = new URL(request.url).searchParams.has("bewaard");
  return answerPage(request, async () => ({ levels: await readLevels(ctx), mail: { choice: await readMailChoice(ctx), email: (await readAccount(ctx)).email }, push: await readPush(ctx), saved }));
}

/** The forms of this page, and those on the pages of conversations, groups and leerplekken, which come back there. */
export async function action({ request, context }: ActionFunctionArgs) {
  const ctx = ctxOf({ context });
  return answerForm(request, async ({ intent, back, ...fields }) => {
    if (intent === "choose") await chooseLevel(ctx, fields);
    else if (intent === "mail") await chooseMail(ctx, fields);
    else if (intent === "push-on") await getPush(ctx, fields);
    else if (intent === "push-off") await stopPush(ctx, fields);
    else if (intent === "drop") await dropLevel(ctx, fields);
    else throw new AppError("invalid_input");
    return redirect(safeNext(typeof back === "string" ? back : null) ?? "/ik/meldingen?bewaard=1");
  });
}

export const meta: MetaFunction<typeof loader> = ({ matches }) => pageMeta(matches, (language) => ({ title: levelWords.for(language)("title"), noindex: true }));

export default function MyNotices() {
  const { levels, mail, push, saved } = useLoaderData<typeof loader>();
  return (
    <LevelsScreen levels={levels} saved={saved} refusal={useActionData<typeof action>()?.refusal}>
      <MailForm {...mail} />
      <PushForm push={push} />
    </LevelsScreen>
  );
}
