import { uiWords } from "~/platform/ui-words";
import { BackLink, DataTable, EmptyState, LinkButton, PageBody, PageHead, Stack } from "~/ui";
import { spaceWords } from "../words";
import { kindKey } from "./kinds";
import type { OrganisationInList } from "./read-organisation.server";

/** Every organisation, for an administrator. */
export function OrganisationsScreen({ organisations }: { organisations: OrganisationInList[] }) {
  const t = spaceWords.use();
  const ui = uiWords.use();
  const add = (
    <LinkButton href="/beheer/installatie/organisaties/nieuw" icon="plus">
      {t("organisation_add")}
    </LinkButton>
  );
  return (
    <PageBody>
      <Stack space="loose">
        <PageHead title={t("organisations_title")} lead={t("organisations_lead")} back={<BackLink href="/beheer">{ui("back_to", { name: ui("nav_desk") })}</BackLink>} actions={add} />
        {organisations.length === 0 ? (
          <EmptyState icon="building-2" title={t("organisations_none")} action={add} />
        ) : (
          <DataTable
            caption={t("organisations_title")}
            columns={[
              { key: "name", word: t("organisation") },
              { key: "kind", word: t("organisation_kind") },
              { key: "stewards", word: t("organisation_speakers"), number: true },
            ]}
            rows={organisations.map((one) => ({
              key: one.id,
              cells: {
                name: <a href={`/beheer/installatie/organisaties/${one.id}`}>{one.name}</a>,
                kind: t(kindKey(one.kind)),
                stewards: one.stewards === 0 ? t("stewards_none") : one.stewards,
              },
            }))}
          />
        )}
      </Stack>
    </PageBody>
  );
}
