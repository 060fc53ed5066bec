import { Button } from "../button";
import { Checkbox } from "../checkbox";
import { ErrorSummary } from "../error-summary";
import { fieldId } from "../field";
import { Form } from "../form";
import { FormActions } from "../form-actions";
import { LinkButton } from "../link-button";
import { PasswordField } from "../password-field";
import { RadioGroup } from "../radio-group";
import { Select } from "../select";
import { TextArea } from "../text-area";
import { TextField } from "../text-field";

/** A form with every kind of field, plain and with errors. */
export function PartForms() {
  return (
    <Form action="/voorbeeld" busyWord="Even geduld…">
      <ErrorSummary
        title="Kijk deze 2 dingen nog even na"
        errors={[
          { fieldId: fieldId("naam"), text: "Kies een naam voor in deze leerplek." },
          { fieldId: `${fieldId("leeftijd")}-0`, text: "Zeg of je 16 of ouder bent." },
        ]}
      />
      <TextField
        name="naam"
        label="Hoe wil je hier heten?"
        hint="Je eigen naam of een bijnaam. Je kan dit later veranderen."
        error="Kies een naam voor in deze leerplek."
        autoComplete="nickname"
      />
      <PasswordField
        name="wachtwoord"
        label="Wachtwoord"
        showWord="Toon wachtwoord"
        hideWord="Verberg wachtwoord"
        autoComplete="current-password"
      />
      <TextField name="code" label="Code van je kaartje" size="code" inputMode="numeric" defaultValue="4821 7730" />
      <Select
        name="dorp"
        label="In welk dorp woon je?"
        emptyWord="Kies je dorp"
        options={[]}
        groups={[
          { word: "Zonnedorp", options: [{ value: "1", word: "Molenhoek" }] },
          { word: "Waterdorp", options: [{ value: "2", word: "Sluishoek" }] },
        ]}
      />
      <RadioGroup
        name="leeftijd"
        legend="Ben je 16 of ouder?"
        error="Zeg of je 16 of ouder bent."
        options={[
          { value: "ja", word: "Ja, ik ben 16 of ouder" },
          { value: "nee", word: "Nee, ik ben jonger" },
        ]}
      />
      <RadioGroup
        name="studie"
        equal
        legend="Mag deze studie zien wat je doet in Leerhoek?"
        hint="Je kan later altijd nog nee zeggen."
        options={[
          { value: "ja", word: "Ja, dat mag" },
          { value: "nee", word: "Nee, liever niet" },
        ]}
      />
      <RadioGroup
        name="toestel"
        legend="Op welk toestel zit je?"
        defaultValue="gedeeld"
        options={[
          { value: "gedeeld", word: "Gedeelde computer", hint: "In de bibliotheek of bij iemand anders. We melden je snel af." },
          { value: "eigen", word: "Mijn eigen toestel", hint: "Je blijft 30 dagen aangemeld." },
        ]}
      />
      <Checkbox name="afspraken" word="Ik volg de afspraken van deze leerplek" hint="We luisteren naar elkaar en blijven vriendelijk." />
      <TextArea
        name="vraag"
        label="Wat wil jij leren?"
        hint="Schrijf het zoals je het zou zeggen."
        maxLength={60}
        counterText="Nog {{count}} tekens"
        defaultValue="Hoe koop ik een buskaartje met mijn gsm? Help je?"
      />
      <FormActions>
        <Button icon="send">Verstuur</Button>
        <LinkButton href="#" kind="quiet">
          Annuleer
        </LinkButton>
      </FormActions>
    </Form>
  );
}
