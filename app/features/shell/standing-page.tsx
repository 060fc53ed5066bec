import { uiWords } from "~/platform/ui-words";
import { LinkButton, Notice, PageBody, PageHead, Prose } from "~/ui";
import { Blocks } from "~/features/partnership/blocks";
import type { StandingPageView } from "./read-standing-page.server";
import { shellWords } from "./words";

/** A page of standing text: help, privacy, accessibility, house rules and what this place is. */
export function StandingPage({ page, authorities, phone, translation }: StandingPageView) {
  const ui = uiWords.use();
  const t = shellWords.use();
  return (
    <PageBody width="text">
      <PageHead
        title={page.title}
        lead={page.summary}
        actions={
          phone ? (
            <LinkButton href={`tel:${phone.replace(/[^+\d]/g, "")}`} icon="phone">
              {t("call", { phone })}
            </LinkButton>
          ) : undefined
        }
      />
      {translation ? <Notice kind="info">{ui("translation_notice")}</Notice> : null}
      <Prose>
        <Blocks blocks={page.blocks} />
        {authorities.length > 0 ? (
          <ul>
            {authorities.map((one) => (
              <li key={one.website}>
                <a href={one.website} rel="noopener">
                  {one.name}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </Prose>
    </PageBody>
  );
}
