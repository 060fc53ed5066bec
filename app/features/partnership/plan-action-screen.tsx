import type { PlanAction } from "#db/seed/regions/plan";
import { BackLink, PageBody, PageHead, Prose, Stack } from "~/ui";
import { partnershipWords } from "./words";

/** One action of the plan: what, why, for whom, in the plan's own words. */
export function PlanActionScreen({ action }: { action: PlanAction }) {
  const t = partnershipWords.use();
  return (
    <PageBody width="text">
      <Stack>
        <PageHead
          back={<BackLink href="/plan">{t("back")}</BackLink>}
          above={<span className="badge">{t("action_number", { number: action.number })}</span>}
          title={action.title}
          lead={action.plain}
        />
        <Prose lang="nl">
          <h2>{t("what")}</h2>
          <p>{action.what}</p>
          <h2>{t("whyAction")}</h2>
          <p>{action.why}</p>
          <h2>{t("for_whom")}</h2>
          <ul>
            {action.forWhom.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </Prose>
      </Stack>
    </PageBody>
  );
}
