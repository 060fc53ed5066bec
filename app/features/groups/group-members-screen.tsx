import { useRefusal } from "~/platform/explain-refusal";
import type { FormRefusal } from "~/platform/http-adapter.server";
import { limits } from "~/platform/limits";
import { Pages } from "~/platform/pages";
import { uiWords } from "~/platform/ui-words";
import { BackLink, Badge, Button, Disclosure, EmptyState, Form, FormActions, PageHead, Person, Stack, TextArea } from "~/ui";
import type { GroupMembersView } from "./read-group-members.server";
import { groupWords } from "./words";

/** Who is in a group; a facilitator also lets somebody only read, or takes them out. */
export function GroupMembersScreen({ group, view, refusal }: { group: { id: string; name: string }; view: GroupMembersView; refusal?: FormRefusal }) {
  const t = groupWords.use();
  const ui = uiWords.use();
  const { summary, errorFor } = useRefusal(refusal);
  const here = `/groepen/${group.id}/leden`;
  const address = (page: number) => `${here}?pagina=${page}`;
  return (
    <Stack space="loose">
      <PageHead title={t("members_title", { name: group.name })} lead={ui("thing_member", { count: view.total })} back={<BackLink href={`/groepen/${group.id}`}>{ui("back_to", { name: group.name })}</BackLink>} />
      {summary}
      {view.members.length === 0 ? (
        <EmptyState icon="users-round" title={t("members_none")} />
      ) : (
        <ul role="list" className="stack">
          {view.members.map((one) => (
            <li key={one.id}>
              <Person name={one.shownName}>
                <span className="cluster">
                  {one.mine ? <Badge kind="accent">{t("that_is_you")}</Badge> : null}
                  {one.mayWrite ? null : <Badge icon="eye">{t("only_reads")}</Badge>}
                  {one.sharesName ? <span className="soft">{t("name_in_message", { name: `@${one.shownName}#${one.id.slice(0, 4)}` })}</span> : null}
                </span>
                {view.mayRun && !one.mine ? (
                  <Disclosure bare summary={<>{t("change_member")}<span className="visually-hidden"> {one.shownName}</span></>} open={refusal?.values.membershipId === one.id}>
                    <Stack>
                      <Form action={here} busyWord={ui("busy")} hidden={{ intent: "writing", membershipId: one.id, mayWrite: one.mayWrite ? "no" : "yes" }}>
                        <Button kind="secondary" small icon={one.mayWrite ? "eye" : "pencil"}>
                          {one.mayWrite ? t("let_read") : t("let_write")}
                        </Button>
                      </Form>
                      <Form action={here} busyWord={ui("busy")} hidden={{ intent: "remove", membershipId: one.id }}>
                        <TextArea
                          name="reason"
                          id={`reason-${one.id}`}
                          label={t("remove_reason", { name: one.shownName })}
                          hint={t("remove_hint")}
                          error={refusal?.values.membershipId === one.id ? errorFor("reason") : undefined}
                          defaultValue={refusal?.values.membershipId === one.id ? refusal.values.reason : undefined}
                          maxLength={limits.shortTextCharacters}
                          rows={2}
                          required
                        />
                        <FormActions>
                          <Button kind="danger" small>
                            {t("remove")}
                          </Button>
                        </FormActions>
                      </Form>
                    </Stack>
                  </Disclosure>
                ) : null}
              </Person>
            </li>
          ))}
        </ul>
      )}
      <Pages page={view.page} more={view.page < view.pages} address={address} />
    </Stack>
  );
}
