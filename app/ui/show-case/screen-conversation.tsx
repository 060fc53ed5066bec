import { BackLink } from "../back-link";
import { Badge } from "../badge";
import { Card } from "../card";
import { Columns } from "../columns";
import { Composer } from "../composer";
import { DateText } from "../date-text";
import { MessageItem } from "../message-item";
import { MessageList } from "../message-list";
import { NewsBar } from "../news-bar";
import { PageHead } from "../page-head";
import { Pagination } from "../pagination";
import { Person } from "../person";
import type { MenuItem } from "../popover-menu";
import { Stack } from "../stack";
import { UnreadLine } from "../unread-mark";
import { ExampleShell } from "./example-shell";
import { ExampleSpace } from "./example-space";

const report: MenuItem = { word: "Niet oké? Zeg het ons", icon: "flag", href: "/meld/1" };
const own: MenuItem[] = [
  { word: "Pas aan", icon: "pencil", href: "/b/2/aanpassen" },
  { word: "Verwijder", icon: "trash-2", href: "/b/2/verwijderen", danger: true },
];
const menu = { word: "Meer", label: "Wat je met dit bericht kan doen" };
const at = (iso: string) => <DateText at={iso} language="nl" thisYear={2030} weekday={false} />;

/** A conversation with every kind of message and the composer. */
export function ScreenConversation() {
  return (
    <ExampleShell current="gesprekken" sharedComputer>
      <ExampleSpace current="gesprekken">
        <Columns
          asideLabel="Over dit gesprek"
          aside={
            <Stack space="loose">
              <Card soft heading="h2" title="Wie begeleidt dit?">
                <Person name="Fatima Voorbeeld" staffFunction="begeleider, buurthuis De Linde" />
              </Card>
              <Card soft heading="h2" title="De afspraken hier">
                <p>We luisteren naar elkaar. Wat je hier schrijft, komt niet in je dossier.</p>
                <p>
                  <a href="/afspraken">Lees de afspraken</a>
                </p>
              </Card>
            </Stack>
          }
        >
          <PageHead
            back={<BackLink href="/leerplek/gesprekken">Terug naar de gesprekken</BackLink>}
            title="Wie rijdt er op zaterdag naar de markt?"
            above={<Badge kind="accent" icon="globe">Iedereen kan dit lezen</Badge>}
          />
          <Stack>
            <Pagination label="Bladeren" previous={{ href: "?voor=1", word: "Oudere berichten" }} text="Berichten 51 tot 56 van 56" />
            <NewsBar stream="group:0" head={12} about="" text="Er zijn nieuwe berichten." showWord="Toon ze" href="?" />
            <MessageList label="Berichten in dit gesprek">
              <MessageItem
                id="bericht-1"
                author="Rita V."
                time={at("2030-11-29T08:05:00Z")}
                href="#bericht-1"
                text={"Zaterdag wil ik naar de markt in Waterdorp. Maar de bus rijdt pas om 11 uur.\n\nHeeft iemand plaats in de auto? Ik betaal graag mee voor de benzine."}
                reply={{ href: "?antwoord=1", word: "Antwoord" }}
                actions={{ ...menu, items: [report] }}
              />
              <MessageItem
                id="bericht-2"
                own
                author="Marc"
                time={at("2030-11-29T09:40:00Z")}
                href="#bericht-2"
                editedWord="aangepast"
                quote={{ author: "Rita V.", text: "Heeft iemand plaats in de auto?", href: "#bericht-1" }}
                text="Ja, ik rij om 9 uur. Ik kan nog twee mensen meenemen."
                reply={{ href: "?antwoord=2", word: "Antwoord" }}
                actions={{ ...menu, items: own }}
              />
              <MessageItem
                id="bericht-3"
                author="vroegere deelnemer"
                nameless
                time={at("2030-11-29T10:00:00Z")}
                state="hidden"
                note="Dit bericht is verborgen. Het volgde onze afspraak 2 niet: we blijven vriendelijk."
              />
              <MessageItem
                id="bericht-4"
                author="Fatima Voorbeeld"
                staffFunction="begeleider, buurthuis De Linde"
                time={at("2030-11-29T12:30:00Z")}
                href="#bericht-4"
                text="Mooi dat jullie elkaar vinden! Zullen we op dinsdag samen een lijstje maken van wie wanneer rijdt?"
                reply={{ href: "?antwoord=4", word: "Antwoord" }}
                actions={{ ...menu, items: [report, { word: "Kopieer het adres", icon: "link", href: "#bericht-4" }] }}
              />
              <UnreadLine id="nieuw" word="Nieuw voor jou" />
              <MessageItem
                id="bericht-5"
                fresh
                author="een deelnemer"
                nameless
                time={at("2030-11-30T09:12:00Z")}
                href="#bericht-5"
                text="Ik kan zondag rijden."
                reply={{ href: "?antwoord=5", word: "Antwoord" }}
                actions={{ ...menu, items: [report, ...own] }}
              />
              <MessageItem
                id="bericht-6"
                own
                author="Marc"
                time={at("2030-11-30T09:30:00Z")}
                state="held"
                text="Kijk ook eens op deze pagina met alle buslijnen."
                note="De moderator leest je bericht vanaf maandag 9 uur. Nu zie alleen jij het."
              />
            </MessageList>
            <Composer
              action="/b"
              name="tekst"
              label="Jouw bericht"
              readers="Wie leest dit? Iedereen, ook zonder account."
              sendWord="Verstuur"
              busyWord="Even geduld…"
              maxLength={10000}
              counterText="Nog {{count}} tekens"
            />
          </Stack>
        </Columns>
      </ExampleSpace>
    </ExampleShell>
  );
}
