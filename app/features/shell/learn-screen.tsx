import { uiWords } from "~/platform/ui-words";
import { Card, Grid, IconWord, PageBody, PageHead } from "~/ui";
import { shellWords } from "./words";

const rooms = [
  { href: "/leervragen", icon: "lightbulb", key: "questions" },
  { href: "/leermateriaal", icon: "book-open", key: "materials" },
  { href: "/teksten", icon: "pencil", key: "texts" },
  { href: "/experimenten", icon: "sprout", key: "experiments" },
] as const;

/** "Leren": four ways in, each with what it is. */
export function LearnScreen() {
  const t = shellWords.use();
  const ui = uiWords.use();
  return (
    <PageBody>
      <PageHead title={ui("nav_learning")} lead={t("learn_lead")} />
      <Grid as="ul">
        {rooms.map((room) => (
          <li key={room.key}>
            <Card title={<IconWord icon={room.icon}>{t(`learn_${room.key}`)}</IconWord>} href={room.href} heading="h2">
              {t(`learn_${room.key}_text`)}
            </Card>
          </li>
        ))}
      </Grid>
    </PageBody>
  );
}
