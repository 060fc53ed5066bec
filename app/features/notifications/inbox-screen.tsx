import { uiWords } from "~/platform/ui-words";
import { useLanguage } from "~/platform/define-words";
import { Pages } from "~/platform/pages";
import { Button, Card, CardList, DateText, EmptyState, Form, LinkButton, PageBody, PageHead } from "~/ui";
import type { NoticeView } from "./list-notices.server";
import { noticeWords, sentence } from "./words";

/** "Berichten voor mij": what happened that is meant for you, newest first. */
export function InboxScreen({ inbox, madeAt }: { inbox: { notices: NoticeView[]; unread: number; page: number; more: boolean }; madeAt: string }) {
  const t = noticeWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  return (
    <PageBody width="text">
      <PageHead
        title={ui("nav_inbox")}
        lead={inbox.unread > 0 ? ui("nav_inbox_count", { count: inbox.unread }) : ui("all_read")}
        actions={
          inbox.unread > 0 ? (
            <Form action="/berichten" hidden={{ until: madeAt }}>
              <Button kind="secondary" icon="check">
                {t("read_all")}
              </Button>
            </Form>
          ) : undefined
        }
      />
      {inbox.notices.length === 0 ? (
        <EmptyState icon="bell" title={t("empty")} action={<LinkButton href="/gesprekken">{t("empty_next")}</LinkButton>} />
      ) : (
        <CardList>
          {inbox.notices.map((notice) => (
            <Card key={notice.id} unread={!notice.read} meta={<DateText at={notice.at} language={language} />}>
              <p>{sentence(t, notice.kind, notice.data)}</p>
              <Form action={`/berichten/${notice.id}`}>
                <Button kind={notice.read ? "quiet" : "secondary"} icon="arrow-right">
                  {t("look")}
                </Button>
              </Form>
            </Card>
          ))}
        </CardList>
      )}
      <Pages page={inbox.page} more={inbox.more} address={(page) => `/berichten?pagina=${page}`} />
    </PageBody>
  );
}
