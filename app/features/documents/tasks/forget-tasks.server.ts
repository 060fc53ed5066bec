import { count, eq, inArray } from "drizzle-orm";
import { documentTask, spaceMembership } from "#db/schema/index";
import { defineDownload, defineErasure, type DownloadPart } from "~/features/accounts/index.server";
import type { Ctx } from "~/platform/ctx.server";
import { documentWords } from "../words";
import { tasksOfPerson } from "./list-my-tasks.server";
import { taskWords } from "./words";

const membershipsOf = (ctx: Ctx, personId: string) => ctx.db.select({ id: spaceMembership.id }).from(spaceMembership).where(eq(spaceMembership.personId, personId));

defineErasure({
  feature: "tasks",
  describe: async (ctx, { personId }) => {
    const [row] = await ctx.db.select({ count: count() }).from(documentTask).where(inArray(documentTask.membershipId, membershipsOf(ctx, personId)));
    return [{ what: taskWords.for(ctx.language)("erasure"), count: row!.count, fate: "goes" }];
  },
  // In the text stays a membership that nobody has any more: a former participant.
  erase: async (ctx, { personId }) => {
    await ctx.db.delete(documentTask).where(inArray(documentTask.membershipId, membershipsOf(ctx, personId)));
  },
});

defineDownload({
  feature: "tasks",
  collect: async (ctx, person): Promise<DownloadPart[]> => {
    const t = taskWords.for(ctx.language);
    const texts = await tasksOfPerson(ctx, person);
    return [
      {
        key: "tasksInTexts",
        title: t("download"),
        rows: texts.flatMap(({ title, tasks }) => tasks.map(({ text, checked }) => ({ title, task: text, done: checked }))),
        columns: { title: documentWords.for(ctx.language)("title"), task: t("download_task"), done: t("done") },
      },
    ];
  },
});
