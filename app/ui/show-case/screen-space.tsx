import { Badge } from "../badge";
import { Card } from "../card";
import { Columns } from "../columns";
import { DateText } from "../date-text";
import { EmptyState } from "../empty-state";
import { IconWord } from "../icon-word";
import { LinkButton } from "../link-button";
import { Person } from "../person";
import { Section } from "../section";
import { Stack } from "../stack";
import { UnreadMark } from "../unread-mark";
import { ExampleShell } from "./example-shell";
import { ExampleSpace } from "./example-space";

/** The front page of a leerplek. */
export function ScreenSpace() {
  return (
    <ExampleShell>
      <ExampleSpace front>
        <Columns
          asideLabel="Over deze leerplek"
          aside={
            <Stack space="loose">
              <Section id="wie" title="Wie zorgt hiervoor?">
                <Stack>
                  <Person name="Fatima Voorbeeld" staffFunction="begeleider, buurthuis De Linde" />
                  <Person name="Geert Voorbeeld" staffFunction="moderator, gemeente Zonnedorp">
                    <a className="icon-word" href="tel:+3250000001">
                      050 00 00 01
                    </a>
                  </Person>
                </Stack>
              </Section>
              <Card soft title="De afspraken hier" heading="h2">
                <p>We luisteren naar elkaar. Wat je hier schrijft, komt niet in je dossier.</p>
                <p>
                  <a href="/afspraken">Lees de afspraken</a>
                </p>
              </Card>
            </Stack>
          }
        >
          <Stack space="sections">
            <p className="lead">
              In onze dorpen rijdt de bus niet vaak. Hier zoeken we samen hoe je toch op je plek geraakt. Met de bus, de fiets,
              een lift van een buur, of te voet.
            </p>
            <Section id="gesprekken" title="Gesprekken" more={<a href="/leerplek/gesprekken">Bekijk alle gesprekken</a>}>
              <Stack>
                <Card
                  unread
                  title="Wie rijdt er op zaterdag naar de markt?"
                  href="/g/1"
                  above={<UnreadMark word="3 nieuwe berichten" />}
                  meta={
                    <>
                      <IconWord icon="message-circle">14 berichten</IconWord>
                      <IconWord icon="clock">
                        <DateText at="2030-11-30T09:12:00Z" language="nl" thisYear={2030} weekday={false} />
                      </IconWord>
                    </>
                  }
                >
                  Rita vraagt of iemand plaats heeft in de auto.
                </Card>
                <Card
                  title="De nieuwe dienstregeling uitgelegd"
                  href="/g/2"
                  above={<Badge icon="lock">Alleen voor leden</Badge>}
                  meta={<IconWord icon="message-circle">6 berichten</IconWord>}
                >
                  We lezen samen het boekje van de bus.
                </Card>
              </Stack>
            </Section>
            <Section id="experimenten" title="Experimenten">
              <EmptyState
                icon="sprout"
                title="Hier is nog niets uitgeprobeerd."
                action={
                  <LinkButton href="/e/nieuw" kind="secondary">
                    Stel iets voor
                  </LinkButton>
                }
              >
                Heb je een idee om anders op weg te gaan? We proberen het samen uit en leren eruit.
              </EmptyState>
            </Section>
          </Stack>
        </Columns>
      </ExampleSpace>
    </ExampleShell>
  );
}
