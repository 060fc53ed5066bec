import { BackLink } from "../back-link";
import { Badge } from "../badge";
import { Button } from "../button";
import { Card } from "../card";
import { Columns } from "../columns";
import { DateText } from "../date-text";
import { Disclosure } from "../disclosure";
import { Facts } from "../facts";
import { Form } from "../form";
import { FormActions } from "../form-actions";
import { IconWord } from "../icon-word";
import { LinkButton } from "../link-button";
import { MessageItem } from "../message-item";
import { Notice } from "../notice";
import { PageBody } from "../page-body";
import { PageHead } from "../page-head";
import { RadioGroup } from "../radio-group";
import { Section } from "../section";
import { Select } from "../select";
import { Stack } from "../stack";
import { Tabs } from "../tabs";
import { TextArea } from "../text-area";
import { ExampleShell } from "./example-shell";

const at = (iso: string) => <DateText at={iso} language="nl" thisYear={2030} />;

/** The moderation desk with its queue and one case in hand. */
export function ScreenDesk() {
  return (
    <ExampleShell current="beheer" staff>
      <PageBody>
        <PageHead
          back={<BackLink href="/beheer">Terug naar Beheer</BackLink>}
          title="Melding over een bericht"
          above={
            <div className="cluster">
              <Badge kind="wait" icon="clock">Wacht op een beslissing</Badge>
              <Badge>Nummer 2030-0412</Badge>
            </div>
          }
          lead="Twee mensen vonden dit bericht niet oké. Jij beslist, en je zegt waarom."
        />
        <Stack space="loose">
          <Tabs
            label="Meldingen"
            items={[
              { href: "?", word: "Te beslissen", current: true, count: 3 },
              { href: "?opnieuw", word: "Opnieuw kijken", count: 1 },
              { href: "?beslist", word: "Beslist" },
            ]}
          />
          <Columns
            asideLabel="Over deze melding"
            aside={
              <Stack space="loose">
                <Facts
                  items={[
                    { term: "Waar", icon: "map-pin", value: "Zonder auto op weg, gesprek voor iedereen" },
                    { term: "Gemeld", icon: "flag", value: at("2030-12-01T10:20:00Z") },
                    { term: "Voor", icon: "user-round", value: "Geert Voorbeeld, gemeente Zonnedorp" },
                    { term: "Beslis voor", icon: "clock", value: at("2030-12-03T10:20:00Z") },
                  ]}
                />
                <Section id="wachtrij" title="Ook in de rij">
                  <Stack>
                    <Card title="Reclame in een gesprek" href="/zaak/2" heading="h3" meta={<IconWord icon="flag">1 melding</IconWord>} />
                    <Card title="Foto zonder toestemming" href="/zaak/3" heading="h3" meta={<IconWord icon="flag">1 melding</IconWord>} />
                  </Stack>
                </Section>
              </Stack>
            }
          >
            <Stack space="loose">
              <Section id="bericht" title="Het bericht">
                <Stack>
                  <MessageItem
                    id="bewijs-1"
                    author="Willy"
                    time={at("2030-12-01T08:02:00Z")}
                    text="Dat heb je nu van die luie mensen die geen auto willen. Zoek werk!"
                  />
                  <Disclosure summary="Lees de berichten ervoor en erna" bare>
                    <p>Rita V.: “Ik geraak niet bij de dokter zonder bus.”</p>
                  </Disclosure>
                </Stack>
              </Section>
              <Section id="beslissing" title="Onze beslissing en waarom">
                <Form action="/beslis" busyWord="Even geduld…">
                  <Select
                    name="afspraak"
                    label="Welke afspraak of wet?"
                    emptyWord="Kies uit de lijst"
                    options={[
                      { value: "2", word: "Afspraak 2: we blijven vriendelijk" },
                      { value: "3", word: "Afspraak 3: geen reclame" },
                    ]}
                    defaultValue="2"
                  />
                  <RadioGroup
                    name="maatregel"
                    legend="Wat doe je?"
                    defaultValue="hide"
                    options={[
                      { value: "none", word: "Niets. Het bericht blijft staan" },
                      { value: "hide", word: "Verberg het bericht", hint: "Niemand ziet de tekst nog. Je kan dit later terugdraaien." },
                      { value: "warn", word: "Verberg het bericht en waarschuw Willy" },
                    ]}
                  />
                  <TextArea
                    name="reden"
                    label="Zeg in je eigen woorden waarom"
                    hint="Willy leest dit. Schrijf het zoals je het aan tafel zou zeggen."
                    optionalWord="(hoeft niet)"
                    defaultValue="Je mag boos zijn over de bus. Maar je noemt mensen lui, en dat kwetst."
                  />
                  <Notice kind="info" title="Dit krijgt Willy te lezen">
                    <p>
                      We verbergen je bericht van 1 december. Je noemt mensen lui. Dat past niet bij afspraak 2: we blijven
                      vriendelijk. Een mens heeft dit beslist. Niet akkoord? Vraag om opnieuw te kijken. Iemand anders leest het dan.
                    </p>
                  </Notice>
                  <FormActions>
                    <Button icon="scale">Beslis</Button>
                    <LinkButton href="?" kind="quiet">
                      Terug
                    </LinkButton>
                  </FormActions>
                </Form>
              </Section>
            </Stack>
          </Columns>
        </Stack>
      </PageBody>
    </ExampleShell>
  );
}
