import { bullets, h2, p, type TextPage } from "../../block";

export const accessibility: TextPage = {
  title: "Toegankelijk voor iedereen",
  summary: "Wat {{installation}} doet zodat iedereen mee kan, wat nog niet lukt, en wie je dan helpt.",
  blocks: [
    p("We willen dat iedereen kan meedoen. Ook als je moeilijk leest, slecht ziet of niet met een muis werkt. Ook op een oude gsm. Lukt er iets niet? Zeg het ons. Dan lossen we het op, en intussen helpen we je op een andere manier."),
    h2("Hoe staan we ervoor?"),
    p("We volgen de regels die in Europa afgesproken zijn: WCAG 2.2, niveau AA. We voldoen aan de meeste van die regels. De wet noemt dat 'gedeeltelijk in overeenstemming'. Wat nog niet lukt, lees je hieronder."),
    h2("Wat kun je verwachten?"),
    bullets(
      "Gewone woorden en korte zinnen.",
      "Grote letters en duidelijke kleuren, in het licht en in het donker.",
      "Alles werkt met het toetsenbord alleen.",
      "Je kunt de pagina vier keer groter maken.",
      "Lezen en schrijven lukt ook als JavaScript uit staat.",
      "Een scherm dat stil blijft terwijl je leest. Nieuwe berichten schuiven niets weg.",
      "Een waarschuwing voor je afgemeld wordt, met één tik om langer te blijven.",
    ),
    h2("Wat lukt nog niet?"),
    bullets(
      "Samen schrijven in een tekst werkt alleen met JavaScript. Zonder JavaScript kun je de tekst lezen en een opmerking geven.",
      "Deelnemers schrijven zelf. We kunnen niet beloven dat elk bericht makkelijk te lezen is.",
      "Leermateriaal van vroeger of van anderen is soms niet aangepast. Vraag ons om een versie die voor jou werkt.",
      "Voorlezen lukt alleen als je toestel een Nederlandse stem heeft.",
    ),
    h2("Hoe kijken we dat na?"),
    p("We doen het zelf, bij elke nieuwe versie van {{installation}}. Een programma controleert elke pagina. Daarna proberen mensen de pagina's uit met het toetsenbord en met een klein scherm. Een buitenstaander heeft dit nog niet nagekeken."),
    h2("Lukt er iets niet? Laat het weten"),
    p("Bel {{contactName}} op {{contactPhone}}. Of schrijf naar {{contactEmail}}. Zeg op welke pagina je was en wat er misging. Je hoeft geen moeilijke woorden te kennen. Je krijgt een antwoord binnen twee weken."),
    p("Je kunt ook vragen om informatie in een andere vorm. Bijvoorbeeld op papier, in grote letters of aan de telefoon."),
    h2("Niet tevreden met ons antwoord?"),
    p("Dan kun je terecht bij de ombudsdienst. Het adres staat onderaan deze pagina."),
  ],
};
