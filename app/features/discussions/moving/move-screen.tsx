import { MoveToGroup } from "~/features/groups/move-to-group";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { discussionHref } from "../views";
import { discussionWords } from "../words";
import type { MoveForm } from "./read-move-form.server";

/** Choosing the group that a conversation goes to. */
export function MoveScreen({ form, refusal }: { form: MoveForm; refusal?: FormRefusal }) {
  const t = discussionWords.use();
  return (
    <MoveToGroup
      accent={form.place.accent}
      thing={form.title || t("no_title")}
      href={discussionHref(form.id)}
      back={t("print_back")}
      text={<p>{t("move_text")}</p>}
      groups={form.groups}
      confirm={t("move_confirm")}
      refusal={refusal}
    />
  );
}
