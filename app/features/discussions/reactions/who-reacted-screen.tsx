import { accentClass, BackLink, Card, EmptyState, IconWord, PageBody, PageHead, Stack } from "~/ui";
import type { WhoReacted } from "./read-reactions.server";
import { reactionIcons } from "./reaction-icons";
import { discussionWords } from "../words";

/** Who reacted to a message, under each of the words. */
export function WhoReactedScreen({ view }: { view: WhoReacted }) {
  const t = discussionWords.use();
  return (
    <div className={accentClass(view.place.accent)}>
      <PageBody width="text">
        <PageHead title={t("who_reacted")} lead={t("lead_edit", { title: view.title || t("no_title") })} back={<BackLink href={view.href}>{t("back_to_message")}</BackLink>} />
        {view.kinds.length === 0 ? <EmptyState icon="smile-plus" title={t("reactions_none")} /> : null}
        <Stack>
          {view.kinds.map(({ kind, count, names }) => (
            <Card key={kind} heading="h2" title={<IconWord icon={reactionIcons[kind]}>{`${t(`reaction_${kind}`)} ${count}`}</IconWord>}>
              <ul role="list">
                {names.map((name, index) => (
                  <li key={index}>{name}</li>
                ))}
              </ul>
              {count > names.length ? <p className="soft">{t("reactions_more", { count: count - names.length })}</p> : null}
            </Card>
          ))}
        </Stack>
      </PageBody>
    </div>
  );
}
