import type { LoaderFunctionArgs } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { accountTitle } from "~/features/accounts/page-title";
import { SettingsPage } from "~/features/accounts/settings-page";
import { listMyTasks } from "~/features/documents/index.server";
import { MyTasks } from "~/features/documents/tasks/my-tasks";
import { taskWords } from "~/features/documents/tasks/words";
import { answerPage, ctxOf } from "~/platform/http-adapter.server";

export const meta = accountTitle("title_tasks");

export async function loader({ request, context }: LoaderFunctionArgs) {
  return answerPage(request, () => listMyTasks(ctxOf({ context })));
}

export default function TasksForMe() {
  const t = taskWords.use();
  return (
    <SettingsPage title={t("title")} lead={t("lead")}>
      <MyTasks {...useLoaderData<typeof loader>()} />
    </SettingsPage>
  );
}
