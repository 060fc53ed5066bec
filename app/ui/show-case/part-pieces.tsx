import { ACCENTS, accentClass } from "../accent";
import { Avatar } from "../avatar";
import { Badge } from "../badge";
import { BarChart } from "../bar-chart";
import { Breadcrumb } from "../breadcrumb";
import { Button } from "../button";
import { Cluster } from "../cluster";
import { CopyText } from "../copy-text";
import { DataTable } from "../data-table";
import { Dialog } from "../dialog";
import { EmptyState } from "../empty-state";
import { Facts } from "../facts";
import { LinkButton } from "../link-button";
import { LinkList } from "../link-list";
import { Notice } from "../notice";
import { Pagination } from "../pagination";
import { PopoverMenu } from "../popover-menu";
import { ProgressLine } from "../progress-line";
import { Prose } from "../prose";
import { ReadAloudButton } from "../read-aloud-button";
import { Section } from "../section";
import { Stack } from "../stack";
import { Stepper } from "../stepper";
import { UnreadMark } from "../unread-mark";

const KINDS = ["primary", "secondary", "quiet", "danger"] as const;

/** The pieces that are not forms, each in its states. */
export function PartPieces() {
  return (
    <Stack space="sections">
      <Section id="knoppen" title="Knoppen">
        <Stack>
          {ACCENTS.map((accent) => (
            <div key={accent} className={accentClass(accent)}>
              <Cluster>
                {KINDS.map((kind) => (
                  <Button key={kind} kind={kind} type="button">
                    Bewaar
                  </Button>
                ))}
                <LinkButton href="#" kind="secondary" small icon="plus">
                  Voeg toe
                </LinkButton>
                <Badge kind="accent">{accent}</Badge>
                <UnreadMark word="nieuw" />
              </Cluster>
            </div>
          ))}
          <Cluster>
            <Button type="button" aria-disabled="true">
              Even geduld…
            </Button>
            <PopoverMenu
              id="menu-voorbeeld"
              word="Meer"
              label="Wat je hier kan doen"
              items={[
                { word: "Pas aan", icon: "pencil", href: "#" },
                { word: "Niet oké? Zeg het ons", icon: "flag", href: "#" },
                { word: "Verwijder", icon: "trash-2", action: "/weg", danger: true },
              ]}
            />
          </Cluster>
        </Stack>
      </Section>
      <Section id="meldingen" title="Berichten van de pagina">
        <Stack>
          <Notice kind="info">Deze leerplek opent op maandag 9 december.</Notice>
          <Notice kind="success" title="Bewaard">
            Je tekst staat nu in de leerplek.
          </Notice>
          <Notice kind="warning" title="Let op">
            Deze tekst kan later openbaar worden.
          </Notice>
          <Notice kind="error" title="Dat is niet gelukt">
            <p>Je tekst is nog niet bewaard. Laad de pagina opnieuw.</p>
          </Notice>
        </Stack>
      </Section>
      <Section id="toestanden" title="Toestanden">
        <Stack>
          <Cluster>
            <Badge kind="good" icon="check">Open</Badge>
            <Badge kind="wait" icon="clock">Op vraag</Badge>
            <Badge kind="bad" icon="x">Volzet</Badge>
            <Badge icon="lock">Gesloten</Badge>
            <Avatar name="Rita Verlinde" />
            <Avatar name="Marc" />
            <Avatar name="Fatima" staff />
          </Cluster>
          <EmptyState icon="circle-check" title="Je hebt alles gelezen." />
          <EmptyState icon="lock" title="Je kan hier nog niet in" action={<LinkButton href="#">Vraag om mee te doen</LinkButton>}>
            Deze groep is gesloten. Vraag om mee te doen. De begeleider leest je vraag.
          </EmptyState>
          <EmptyState icon="wifi-off" title="Je hebt geen verbinding.">
            We proberen het opnieuw. Je tekst blijft staan.
          </EmptyState>
        </Stack>
      </Section>
      <Section id="weg-en-stappen" title="De weg en de stappen">
        <Stack space="loose">
          <Breadcrumb label="Je bent hier" items={[{ word: "Leren", href: "#" }, { word: "Leermateriaal", href: "#" }, { word: "De bus nemen" }]} />
          <Stepper
            row
            label="De stappen van dit experiment"
            steps={[
              { word: "Bedenken", state: "done", stateWord: "Gedaan" },
              { word: "Uitproberen", state: "now", stateWord: "Hier zijn we nu" },
              { word: "Meten", state: "next", stateWord: "Komt nog" },
              { word: "Leren", state: "next", stateWord: "Komt nog" },
            ]}
          />
          <ProgressLine sentence="8 van de 12 plaatsen zijn bezet." value={8} max={12} />
          <Pagination label="Bladeren" previous={{ href: "#", word: "Vorige" }} next={{ href: "#", word: "Volgende" }} text="11 tot 20 van 45" />
        </Stack>
      </Section>
      <Section id="cijfers" title="Cijfers en lijsten">
        <Stack space="loose">
          <BarChart
            sentence="Meer dan de helft van de mensen kwam voor “Onderweg”."
            bars={[
              { label: "Onderweg", value: 54, shown: "54 mensen" },
              { label: "Met weinig geld", value: 31, shown: "31 mensen" },
              { label: "Elkaar ontmoeten", value: 12, shown: "12 mensen" },
            ]}
            source="Bron: aantal aanwezigen, geteld door de begeleiders"
            table={{ summary: "Bekijk als tabel", caption: "Aanwezigen per thema", labelWord: "Thema", valueWord: "Aantal" }}
          />
          <DataTable
            caption="Wie doet mee"
            columns={[
              { key: "name", word: "Naam" },
              { key: "role", word: "Rol" },
              { key: "since", word: "Sinds" },
            ]}
            rows={[
              { key: "1", cells: { name: "Fatima Voorbeeld", role: "begeleider", since: "3 maart" } },
              { key: "2", cells: { name: "Rita V.", role: "lid", since: "12 november" } },
            ]}
          />
          <Facts wide items={[{ term: "Wanneer", icon: "calendar-days", value: "dinsdag 3 december om 14 uur" }, { term: "Prijs", icon: "euro", value: "Gratis" }]} />
          <LinkList items={[{ href: "#adres", word: "Het adres van deze pagina" }, { href: "#tekst", word: "Naar de lopende tekst" }]} />
          <CopyText id="adres" label="Het adres van deze pagina" value="leerhoek.voorbeeld/a/bus" copyWord="Kopieer" copiedWord="Gekopieerd" />
        </Stack>
      </Section>
      <Section id="tekst" title="Lopende tekst">
        <div id="voorlezen">
          <Prose>
          <p>De bus nemen is niet moeilijk. Je moet drie dingen weten: waar, wanneer en hoeveel.</p>
          <h3>Wat heb je nodig?</h3>
          <ul>
            <li>Een kaartje of een abonnement.</li>
            <li>De <a href="#uren">uren van de bus</a>.</li>
          </ul>
          <blockquote>
            <p>“De eerste keer had ik schrik. Nu rij ik elke week.”</p>
          </blockquote>
          <p>
            <em>Vraag gerust</em> aan de chauffeur waar je moet uitstappen.
          </p>
          </Prose>
        </div>
        <ReadAloudButton of="voorlezen" word="Lees voor" stopWord="Stop met lezen" />
        <Dialog id="venster" title="Wil je stoppen?">
          <p>Je tekst is bewaard.</p>
        </Dialog>
      </Section>
    </Stack>
  );
}
