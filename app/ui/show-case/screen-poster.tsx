import { Cluster } from "../cluster";
import { PageBody } from "../page-body";
import { PageHead } from "../page-head";
import { Poster } from "../poster";
import { PrintButton } from "../print-button";
import { SignUpList } from "../sign-up-list";
import { Stack } from "../stack";
import { ExampleShell } from "./example-shell";

// A drawn example, not a code that can be scanned: real path data comes from the feature that knows the address.
const QR_PATH = Array.from({ length: 25 * 25 }, (_, i) => [i % 25, Math.floor(i / 25)] as const)
  .filter(([x, y]) => {
    const corner = (cx: number, cy: number) => Math.max(Math.abs(x - cx), Math.abs(y - cy));
    for (const [cx, cy] of [[3, 3], [21, 3], [3, 21]] as const) {
      const far = corner(cx, cy);
      if (far <= 4) return far !== 2 && far !== 4;
    }
    return (x * 7 + y * 13 + ((x * y) % 5)) % 3 === 0;
  })
  .map(([x, y]) => `M${x} ${y}h1v1h-1z`)
  .join("");

/** A poster and a list to print. */
export function ScreenPoster() {
  return (
    <ExampleShell current="activiteiten">
      <PageBody>
        <div className="no-print">
          <PageHead
            title="Affiche voor je activiteit"
            lead="Druk ze af op A5 en hang ze in de bibliotheek of bij de bakker."
            actions={
              <Cluster>
                <PrintButton word="Druk af" kind="primary" />
              </Cluster>
            }
          />
        </div>
        <Stack space="sections">
          <Poster
            brandName="Leerhoek"
            theme="Onderweg"
            title="Samen de bus leren nemen"
            when="dinsdag 3 december van 14 tot 16 uur"
            text="We kopen samen een kaartje, lezen de uren en rijden een stukje mee. Je hoeft niets te kennen."
            facts={[
              { term: "Waar", value: "Station Waterdorp, bij de fietsen" },
              { term: "Prijs", value: "Gratis" },
            ]}
            qr={{ path: QR_PATH, size: 25, label: "leerhoek.voorbeeld/a/bus" }}
            invite="Schrijf je in of lees meer:"
            address="leerhoek.voorbeeld/a/bus"
            phoneLine="Of bel Fatima: 050 00 00 00"
            by="Buurthuis De Linde (voorbeeld)"
          />
          <SignUpList
            title="Samen de bus leren nemen"
            text="dinsdag 3 december van 14 tot 16 uur, station Waterdorp"
            columns={["Naam", "Is er"]}
            rows={[["Rita V."], ["Marc"]]}
            emptyLines={4}
            emptyLabel="leeg"
          />
        </Stack>
      </PageBody>
    </ExampleShell>
  );
}
