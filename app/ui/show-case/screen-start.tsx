import { ActivityCard } from "../activity-card";
import { Button } from "../button";
import { Card } from "../card";
import { Columns } from "../columns";
import { DateText } from "../date-text";
import { Grid } from "../grid";
import { Hero } from "../hero";
import { IconWord } from "../icon-word";
import { LinkButton } from "../link-button";
import { PageBody } from "../page-body";
import { Section } from "../section";
import { Stack } from "../stack";
import { TextField } from "../text-field";
import { ThemeCard } from "../theme-card";
import { ExampleShell } from "./example-shell";

/** The start page as a visitor meets it. */
export function ScreenStart() {
  return (
    <ExampleShell current="start" visitor>
      <Hero
        title="Wat wil jij leren?"
        lead="In Leerhoek leren mensen uit de buurt samen. Over geld, over vervoer, over werk, over elkaar. Je hoeft niets te kennen om te beginnen."
      >
        <form className="hero__panel form" method="get" action="/zoek-dorp">
          <TextField
            name="plaats"
            label="Waar woon je?"
            hint="Typ je dorp of je postcode. Dan tonen we wat er bij jou in de buurt is."
            autoComplete="postal-code"
            suggestions={["Zonnedorp", "Waterdorp", "Molenhoek"]}
          />
          <Button icon="search">Zoek in mijn buurt</Button>
        </form>
      </Hero>
      <PageBody>
        <Stack space="sections">
          <Section id="themas" title="Kies waarover je wil praten">
            <Grid columns="four" as="ul">
              <li>
                <ThemeCard accent="amber" icon="wallet" name="Met weinig geld" text="Met weinig geld toch vooruit." href="/t/1" count="3 leerplekken" />
              </li>
              <li>
                <ThemeCard accent="sky" icon="bus" name="Onderweg" text="Naar de winkel, de dokter of je werk." href="/t/2" count="2 leerplekken" />
              </li>
              <li>
                <ThemeCard accent="plum" icon="heart-handshake" name="Elkaar ontmoeten" text="Mensen ontmoeten en plekken delen." href="/t/3" count="2 leerplekken" />
              </li>
              <li>
                <ThemeCard accent="hop" icon="briefcase-business" name="Aan het werk" text="Werk vinden, houden en graag doen." href="/t/4" count="1 leerplek" />
              </li>
            </Grid>
          </Section>
          <Columns
            asideLabel="Binnenkort"
            aside={
              <Section id="binnenkort" title="Binnenkort">
                <Stack>
                  <ActivityCard
                    accent="sky"
                    title="Samen de bus leren nemen"
                    href="/a/1"
                    leaf={{ day: "3", month: "december" }}
                    when={<DateText at="2030-12-03T13:00:00Z" language="nl" thisYear={2030} />}
                    place="Station Waterdorp, gratis"
                  />
                  <ActivityCard
                    accent="amber"
                    title="Koken met wat over is"
                    href="/a/2"
                    leaf={{ day: "7", month: "december" }}
                    when={<DateText at="2030-12-07T09:00:00Z" language="nl" thisYear={2030} />}
                    place="Buurthuis De Linde, gratis"
                  />
                </Stack>
              </Section>
            }
          >
            <Section id="vragen" title="Anderen willen dit leren" more={<a href="/leren">Bekijk alle leervragen</a>}>
              <Stack>
                <Card
                  accent="sky"
                  title="Hoe koop ik een buskaartje met mijn gsm?"
                  href="/v/1"
                  meta={
                    <>
                      <IconWord icon="users-round">12 mensen willen dit ook leren</IconWord>
                      <IconWord icon="map-pin">Zonnedorp</IconWord>
                    </>
                  }
                >
                  De loketten zijn dicht. Op mijn gsm vind ik de knop niet.
                </Card>
                <Card
                  accent="amber"
                  title="Wat kan ik vragen aan het sociaal huis?"
                  href="/v/2"
                  meta={<IconWord icon="users-round">7 mensen willen dit ook leren</IconWord>}
                >
                  Ik weet niet waar ik recht op heb. Wie legt het rustig uit?
                </Card>
                <LinkButton href="/vraag" icon="plus" kind="secondary">
                  Stel jouw leervraag
                </LinkButton>
              </Stack>
            </Section>
          </Columns>
        </Stack>
      </PageBody>
    </ExampleShell>
  );
}
