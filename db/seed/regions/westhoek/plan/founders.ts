import type { Founder } from "../../plan";

/** As the action plan names them. The earlier call for partners leaves one out; see the source notes. */
export const founders: Founder[] = [
  { name: "Provincie West-Vlaanderen", explanation: "Met haar Expertisecel Onderwijs." },
  { name: "POM West-Vlaanderen", explanation: "De Provinciale Ontwikkelingsmaatschappij." },
  { name: "TUA West", explanation: "Technische Universitaire Alliantie voor economische transformatie in West-Vlaanderen." },
  { name: "Huis van het Leren West-Vlaanderen vzw", explanation: "Vereniging zonder winstoogmerk." },
];
