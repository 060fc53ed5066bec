import { LinkButton, Notice, PageBody, PageHead, Stack } from "~/ui";
import { AccountCard, type AccountCardProps } from "./account-card";
import { accountWords } from "./words";

export interface WelcomeScreenProps extends AccountCardProps {
  name: string;
  emailAsked: string | null;
  next: string;
}

export function WelcomeScreen({ name, emailAsked, next, ...card }: WelcomeScreenProps) {
  const t = accountWords.use();
  return (
    <PageBody width="text">
      <Stack space="loose">
        <PageHead title={t("welcome_title", { name })} lead={t("welcome_lead")} />
        {emailAsked ? <Notice icon="mail">{t("welcome_email", { email: emailAsked })}</Notice> : null}
        <AccountCard {...card} />
        <p>
          <LinkButton href={next} icon="arrow-right" kind="secondary">
            {t("continue")}
          </LinkButton>
        </p>
      </Stack>
    </PageBody>
  );
}
