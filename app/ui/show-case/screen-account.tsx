import { Badge } from "../badge";
import { Button } from "../button";
import { Card } from "../card";
import { CardList } from "../card-list";
import { ConfirmAction } from "../confirm-action";
import { DateText } from "../date-text";
import { Facts } from "../facts";
import { Form } from "../form";
import { FormActions } from "../form-actions";
import { LinkButton } from "../link-button";
import { Notice } from "../notice";
import { PageBody } from "../page-body";
import { PageHead } from "../page-head";
import { PasswordField } from "../password-field";
import { PrintButton } from "../print-button";
import { PrintCard } from "../print-card";
import { Section } from "../section";
import { SessionEnd } from "../session-end";
import { Stack } from "../stack";
import { TextField } from "../text-field";
import { ExampleShell } from "./example-shell";

/** The page about yourself. */
export function ScreenAccount() {
  return (
    <ExampleShell current="ik">
      <SessionEnd
        endsAt="2099-01-01T00:00:00Z"
        text="Je wordt over 2 minuten afgemeld."
        extendWord="Blijf aangemeld"
        extendAction="/session/extend"
        endedText="Je bent afgemeld. Meld je opnieuw aan om verder te doen."
      />
      <PageBody width="text">
        <PageHead title="Ik" lead="Hier staat alles wat we van jou weten. Je kan het aanpassen, meenemen of wissen." />
        <Stack space="sections">
          <Notice kind="success" flash>
            Je nieuwe naam is bewaard.
          </Notice>
          <Section id="namen" title="Mijn namen">
            <Stack space="loose">
              <Facts
                wide
                items={[
                  { term: "Aanmeldnaam", icon: "key-round", value: <strong>rita-verlinde-482</strong> },
                  { term: "In “Zonder auto op weg”", icon: "user-round", value: "Rita V." },
                ]}
              />
              <PrintCard
                brandName="Leerhoek"
                title="Mijn kaartje om aan te melden"
                lines={[{ term: "Aanmeldnaam", value: "rita-verlinde-482" }]}
              >
                <p className="small">Schrijf je wachtwoord niet op dit kaartje.</p>
              </PrintCard>
              <PrintButton word="Druk mijn kaartje af" />
            </Stack>
          </Section>
          <Section id="wachtwoord" title="Mijn wachtwoord">
            <Form action="/ik/wachtwoord" busyWord="Even geduld…">
              <PasswordField
                name="nieuw"
                label="Kies een nieuw wachtwoord"
                hint="8 tekens of meer. Vier gewone woorden achter elkaar is sterk en makkelijk te onthouden."
                showWord="Toon wachtwoord"
                hideWord="Verberg wachtwoord"
                autoComplete="new-password"
              />
              <TextField
                name="mail"
                label="E-mailadres"
                optionalWord="(hoeft niet)"
                type="email"
                hint="Dan kan je zelf een nieuw wachtwoord maken als je het vergeet."
                defaultValue="rita@voorbeeld"
                error="Dit adres is niet volledig. Een e-mailadres ziet er zo uit: rita@voorbeeld.be"
                autoComplete="email"
              />
              <FormActions>
                <Button>Bewaar</Button>
                <LinkButton href="/ik" kind="quiet">
                  Annuleer
                </LinkButton>
              </FormActions>
            </Form>
          </Section>
          <Section id="toestellen" title="Waar ben ik aangemeld?">
            <CardList>
              <Card title="Dit toestel" above={<Badge kind="good" icon="check">Nu in gebruik</Badge>}>
                Mijn eigen toestel, tot 30 dagen
              </Card>
              <Card title="Gedeelde computer" foot={<Button kind="secondary" small>Meld daar af</Button>}>
                <p>
                  Laatst gebruikt op <DateText at="2030-11-28T15:00:00Z" language="nl" thisYear={2030} />
                </p>
              </Card>
            </CardList>
          </Section>
          <Section id="weg" title="Weggaan">
            <Stack>
              <ConfirmAction
                danger
                word="Verwijder mijn account"
                question="Wil je je account verwijderen?"
                confirmWord="Ja, verwijder alles"
                cancelWord="Nee, ga terug"
                action="/ik/verwijder"
              >
                Je namen, je e-mailadres en je instellingen zijn dan weg. Wat je schreef, blijft staan als “vroegere deelnemer”.
              </ConfirmAction>
            </Stack>
          </Section>
        </Stack>
      </PageBody>
    </ExampleShell>
  );
}
