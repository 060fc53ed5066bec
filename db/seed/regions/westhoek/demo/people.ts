import type { DemoPerson } from "../../demonstration";

/** Everyone here is invented, and every name that is shown says so. */
const example = (name: string) => `${name} (voorbeeld)`;

function resident(key: string, name: string, more: Partial<DemoPerson> = {}): DemoPerson {
  return { key, name: example(name), ageGroup: "16_plus", email: null, installationRoles: [], tryOut: null, ...more };
}

function staff(key: string, name: string, more: Partial<DemoPerson> = {}): DemoPerson {
  return resident(key, name, { email: `${key}@leerhoek.example`, ...more });
}

const staffMembers: DemoPerson[] = [
  staff("katrien", "Katrien Desmet", { tryOut: "Beheerder: houdt twee leerplekken open voor een lokaal bestuur." }),
  staff("wim", "Wim Decrock"),
  staff("nadia", "Nadia Bouazza"),
  staff("stijn", "Stijn Vandewalle"),
  staff("ingrid", "Ingrid Vanhee"),
  staff("sofie", "Sofie Ampe", { tryOut: "Begeleider: opent gesprekken, schrijft mee en plant activiteiten." }),
  staff("rik", "Rik Deleu"),
  staff("bruno", "Bruno Pauwels"),
  staff("tine", "Tine Verhelst"),
  staff("hilde", "Hilde Lagae", { tryOut: "Moderator: behandelt meldingen, twee voormiddagen in de week." }),
  staff("veerle", "Veerle Hoet"),
  staff("jo", "Jo Callewaert", { tryOut: "Helper: zit naast mensen in de bibliotheek." }),
  staff("greet", "Greet Maertens", { installationRoles: ["coordinator", "duty_desk"], tryOut: "Coördinator van het partnerschap: ziet aantallen, nooit personen." }),
  staff("ann", "Ann Bulcke", { installationRoles: ["data_steward"], tryOut: "Gegevensbewaker: keurt studies en leveringen goed." }),
  staff("pieter", "Pieter Dewaele", { installationRoles: ["administrator"], tryOut: "Systeembeheerder: stelt de installatie in." }),
  staff("lotte", "Lotte Vermeersch", { tryOut: "Onderzoeker: krijgt enkel gegevens van wie ja zei." }),
];

const residents: DemoPerson[] = [
  resident("rita", "Rita", { tryOut: "Inwoner: praat mee, stelt leervragen en schrijft zich in." }),
  resident("noel", "Noël"),
  resident("fatima", "Fatima", { email: "fatima@leerhoek.example" }),
  resident("shana", "Shana"),
  resident("marnix", "Marnix"),
  resident("godelieve", "Moeke Godelieve"),
  resident("olena", "Olena", { email: "olena@leerhoek.example" }),
  resident("kevin", "Kevin D."),
  resident("annie", "Annie"),
  resident("dirk", "Dirk"),
  resident("mieke", "Mieke"),
  resident("zahra", "Zahra"),
  resident("gerard", "Gerard"),
  resident("lieve", "Lieve V."),
  resident("tesfay", "Tesfay", { email: "tesfay@leerhoek.example" }),
  resident("monique", "Monique"),
  resident("emma", "Emma", { ageGroup: "13_to_15" }),
  resident("wout", "Wout"),
  resident("roza", "Roza"),
  resident("patrick", "Patrick"),
  resident("christine", "Christine"),
  resident("joris", "Joris", { email: "joris@leerhoek.example" }),
  resident("yana", "Yana"),
  resident("hugo", "Hugo"),
  resident("martine", "Martine", { email: "martine@leerhoek.example" }),
  resident("andre", "André"),
  resident("carine", "Carine"),
  resident("freddy", "Freddy"),
  resident("jeannine", "Jeannine"),
  resident("ibrahim", "Ibrahim"),
  resident("els", "Els"),
  resident("luc", "Luc"),
  resident("simonne", "Simonne"),
  resident("bea", "Bea"),
  resident("jordy", "Jordy"),
  resident("nancy", "Nancy"),
  resident("samira", "Samira", { email: "samira@leerhoek.example" }),
  resident("geert", "Geert"),
  resident("sandra", "Sandra"),
  resident("milan", "Milan"),
  resident("kristof", "Kristof"),
  resident("ilse", "Ilse"),
];

export const people: DemoPerson[] = [...staffMembers, ...residents];
