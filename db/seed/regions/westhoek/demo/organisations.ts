import type { DemoOrganisation } from "../../demonstration";

const mailbox = (name: string) => `${name}@leerhoek.example`;

/** Invented organisations, placed in real municipalities. The numbers do not exist. */
export const organisations: DemoOrganisation[] = [
  { key: "ijzermeers", name: "Lokaal bestuur IJzermeers (voorbeeld)", kind: "municipality", nis: "32003", phone: "051 00 00 10", email: mailbox("ijzermeers"), stewards: ["katrien"] },
  { key: "kemmelbeke", name: "OCMW Kemmelbeke (voorbeeld)", kind: "ocmw", nis: "33039", phone: "057 00 00 20", email: mailbox("kemmelbeke"), stewards: ["wim"] },
  { key: "volle-korf", name: "Sociale kruidenier De Volle Korf (voorbeeld)", kind: "association", nis: "33011", phone: "057 00 00 30", email: mailbox("volle-korf"), stewards: ["ingrid"] },
  { key: "allemaal-mee", name: "Vereniging Allemaal Mee (voorbeeld)", kind: "association", nis: "32006", phone: "051 00 00 40", email: mailbox("allemaal-mee"), stewards: ["stijn"] },
  { key: "de-omweg", name: "Vervoersdienst De Omweg (voorbeeld)", kind: "association", nis: "33040", phone: "057 00 00 50", email: mailbox("de-omweg"), stewards: ["sofie"] },
  { key: "de-ketting", name: "Fietsatelier De Ketting (voorbeeld)", kind: "association", nis: "38025", phone: "058 00 00 60", email: mailbox("de-ketting"), stewards: ["rik"] },
  { key: "knotwilg", name: "Lokaal Dienstencentrum De Knotwilg (voorbeeld)", kind: "ocmw", nis: "33021", phone: "057 00 00 70", email: mailbox("knotwilg"), stewards: ["nadia"] },
  { key: "boerenzwaluw", name: "Dorpshuis De Boerenzwaluw (voorbeeld)", kind: "association", nis: "32030", phone: "058 00 00 80", email: mailbox("boerenzwaluw"), stewards: ["bruno"] },
  { key: "de-schaaf", name: "Leerwerkplaats De Schaaf (voorbeeld)", kind: "employer", nis: "33029", phone: "056 00 00 90", email: mailbox("de-schaaf"), stewards: ["tine"] },
  { key: "korenbloem", name: "Bakkerij De Korenbloem (voorbeeld)", kind: "employer", nis: "33037", phone: null, email: mailbox("korenbloem"), stewards: [] },
  { key: "leeslicht", name: "Bibliotheek Het Leeslicht (voorbeeld)", kind: "municipality", nis: "32011", phone: "051 00 00 15", email: mailbox("leeslicht"), stewards: ["jo"] },
  { key: "streekdienst", name: "Streekdienst Samen Leren (voorbeeld)", kind: "other", nis: null, phone: "050 00 00 00", email: mailbox("streekdienst"), stewards: ["greet"] },
  { key: "noordzee", name: "Hogeschool Noordzee (voorbeeld)", kind: "school", nis: null, phone: null, email: mailbox("noordzee"), stewards: ["lotte"] },
];
