import type { ReactNode } from "react";
import { StaffList } from "~/features/spaces/staff-list";
import { errorWords } from "~/platform/error-words";
import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { uiWords } from "~/platform/ui-words";
import { Button, Columns, Disclosure, EmptyState, Form, IconWord, LinkButton, Notice, PageHead, Section, Stack } from "~/ui";
import { GroupBadges } from "./group-list";
import type { GroupPage } from "./read-group.server";
import { groupWords } from "./words";

export interface GroupScreenProps {
  page: GroupPage;
  /** Just joined, asked or changed. */
  done?: "joined" | "asked" | "saved";
  refusal?: FormRefusal;
  /** What is in the group, drawn by the features it comes from; only for who may read it. */
  children?: ReactNode;
  /** Who looked in, drawn by moderation. */
  trace?: ReactNode;
}

/** Where this page's forms go: without `?index` the frame around it would be asked, which takes no forms. */
const doHere = (groupId: string) => `/groepen/${groupId}?index`;

/** The page of a group: what it is, who reads it, what goes on inside, and the way in or out. */
export function GroupScreen({ page, done, refusal, children, trace }: GroupScreenProps) {
  const t = groupWords.use();
  const { summary } = useRefusal(refusal);
  return (
    <Stack space="loose">
      <PageHead title={page.name} lead={page.description || undefined} above={<div className="cluster"><GroupBadges {...page} /></div>} actions={<Ways page={page} />} />
      {done ? <Notice flash kind="success" title={t(`done_${done}`)} /> : null}
      {summary}
      <Standing page={page} />
      <Columns asideLabel={t("about")} aside={<About page={page} trace={trace} />}>
        {page.may.read === true ? <Stack space="sections">{children}</Stack> : <Outside page={page} />}
      </Columns>
    </Stack>
  );
}

/** One tap to join, or the page where one asks. */
function Ways({ page }: { page: GroupPage }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const here = `/groepen/${page.id}`;
  const { join, ask } = page.may;
  const manage = page.may.run ? (
    <LinkButton href={`${here}/beheer`} icon="settings-2" kind="secondary">
      {t("manage")}
    </LinkButton>
  ) : null;
  if (page.mine) return manage;
  if (join === true && !page.newcomer) {
    return (
      <>
        <Form action={doHere(page.id)} busyWord={ui("busy")} hidden={{ intent: "join" }}>
          <Button icon="plus">{t("join")}</Button>
        </Form>
        {manage}
      </>
    );
  }
  const open = join === true || (join === "sign_in" && page.joining === "open");
  const byRequest = ask === true || (ask === "sign_in" && page.joining === "request");
  const waits = page.request?.state === "open";
  return (
    <>
      {(open || byRequest) && !waits ? (
        <LinkButton href={`${here}/meedoen`} icon="plus">
          {open ? t("join") : ui("ask_to_join")}
        </LinkButton>
      ) : null}
      {manage}
    </>
  );
}

/** What the reader should know first: a request that waits or was answered, having been taken out, an end. */
function Standing({ page }: { page: GroupPage }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const { request } = page;
  return (
    <>
      {page.archived ? (
        <Notice icon="lock" title={t("archived_title")}>
          {t("archived_text")}
        </Notice>
      ) : null}
      {request?.state === "open" ? (
        <Notice title={t("waiting_title")}>
          <Stack space="tight">
            <p>{t("waiting_text")}</p>
            <Form action={doHere(page.id)} busyWord={ui("busy")} hidden={{ intent: "withdraw", requestId: request.id }}>
              <Button kind="quiet" small>
                {t("withdraw")}
              </Button>
            </Form>
          </Stack>
        </Notice>
      ) : null}
      {request?.state === "declined" && !page.mine ? (
        <Notice kind="warning" title={t("declined_title")}>
          <p>{request.reason}</p>
        </Notice>
      ) : null}
      {page.removedBecause ? (
        <Notice kind="warning" title={t("removed_title")}>
          <Stack space="tight">
            <p>{page.removedBecause}</p>
            <p>{t("removed_next")}</p>
          </Stack>
        </Notice>
      ) : null}
    </>
  );
}

function Outside({ page }: { page: GroupPage }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const say = errorWords.use();
  return (
    <EmptyState
      icon="lock"
      title={t("closed_group")}
      action={
        page.may.read === "sign_in" ? (
          <LinkButton href={`/aanmelden?next=/groepen/${page.id}`} icon="log-in">
            {ui("nav_sign_in")}
          </LinkButton>
        ) : undefined
      }
    >
      {page.may.read === true || page.may.read === "join_group" || page.may.read === "sign_in" ? t("closed_group_text") : say(page.may.read)}
    </EmptyState>
  );
}

/** For who rather writes on paper: whether a facilitator may type it in. */
function LetType({ page }: { page: GroupPage }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  return (
    <Disclosure summary={t("let_type_title")}>
      <Stack>
        <p>{page.letsType ? t("let_type_is_on") : t("let_type_text")}</p>
        <Form action={doHere(page.id)} busyWord={ui("busy")} hidden={{ intent: "let-type", allowed: page.letsType ? "no" : "yes" }}>
          <Button kind="secondary" small icon={page.letsType ? "x" : "check"}>
            {t(page.letsType ? "let_type_no" : "let_type_yes")}
          </Button>
        </Form>
      </Stack>
    </Disclosure>
  );
}

/** Who reads it, who can look in, who is in it, and the way out. */
function About({ page, trace }: { page: GroupPage; trace: ReactNode }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const here = `/groepen/${page.id}`;
  return (
    <Stack space="loose">
      <Section id="lezers" title={ui("who_reads")}>
        <Stack>
          <p>{page.forEveryone ? ui("reads_everyone") : page.visibility === "public" ? t("reads_space") : ui("reads_group", { count: page.members })}</p>
          {page.may.readMembers ? (
            <p>
              <a href={`${here}/leden`}>{t("see_members")}</a>
            </p>
          ) : null}
          {page.visibility === "members" && page.readers.length > 0 ? (
            <>
              <p>{t("also_read")}</p>
              <StaffList team={page.readers} />
            </>
          ) : null}
          {page.visibility === "members" && page.moderators.length > 0 ? (
            <Disclosure summary={t("look_in")}>
              <Stack>
                <p>{t("look_in_text")}</p>
                <StaffList team={page.moderators} />
              </Stack>
            </Disclosure>
          ) : null}
        </Stack>
      </Section>
      {trace}
      {page.may.read === true ? (
        <ul role="list" className="stack">
          <li>
            <a href={`${here}/weekblad`}>
              <IconWord icon="printer">{t("to_week_sheet")}</IconWord>
            </a>
          </li>
          {page.may.run ? (
            <li>
              <a href={`${here}/intypen`}>
                <IconWord icon="pencil">{t("to_type_in")}</IconWord>
              </a>
            </li>
          ) : null}
        </ul>
      ) : null}
      {page.mine ? <LetType page={page} /> : null}
      {page.mine ? (
        <Form action={doHere(page.id)} busyWord={ui("busy")} hidden={{ intent: "leave" }}>
          <Button kind="quiet" icon="log-out">
            {ui("leave")}
          </Button>
        </Form>
      ) : null}
    </Stack>
  );
}
