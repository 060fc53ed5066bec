import type { ReactNode } from "react";
import { PageHead, Stack, Tabs } from "~/ui";
import type { ManageView } from "./read-manage.server";
import { spaceWords } from "./words";

export type ManagePage = "overview" | "partners" | "roles" | "people" | "requests" | "telling";
const paths: Record<ManagePage, string> = { overview: "", partners: "/organisaties", roles: "/taken", people: "/uitnodigen", requests: "/vragen", telling: "/zeggen" };

export interface ManageFrameProps {
  view: Pick<ManageView, "slug" | "may">;
  page: ManagePage;
  title: string;
  lead?: string;
  /** How many people wait for an answer. */
  requests?: number;
  children: ReactNode;
}

/** The pages from which a leerplek is run. */
export function ManageFrame({ view, page, title, lead, requests, children }: ManageFrameProps) {
  const t = spaceWords.use();
  const shown = (Object.keys(paths) as ManagePage[]).filter((one) => (one === "people" ? view.may.letIn : one === "requests" || one === "telling" ? view.may.facilitate : true));
  return (
    <Stack space="loose">
      <Tabs
        label={t("manage_nav")}
        items={shown.map((one) => ({
          href: `/leerplekken/${view.slug}/beheer${paths[one]}`,
          word: t(`manage_${one}`),
          current: one === page,
          count: one === "requests" && requests ? requests : undefined,
        }))}
      />
      <PageHead title={title} lead={lead} />
      {children}
    </Stack>
  );
}
