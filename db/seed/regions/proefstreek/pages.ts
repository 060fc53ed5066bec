import { p } from "../block";
import type { Region } from "../region";

export const pages: Region["pages"] = {
  nl: { about: { title: "Over Leerproef", summary: "Leerproef is een verzonnen installatie om alles mee uit te proberen.", blocks: [p("Deze streek bestaat niet. Ze dient om uit te proberen of alles werkt.")] } },
  fr: { about: { title: "À propos de Leerproef", summary: "Leerproef est une installation inventée pour tout essayer.", blocks: [p("Cette région n’existe pas. Elle sert à essayer.")] } },
  en: { about: { title: "About Leerproef", summary: "Leerproef is an invented installation for trying things out.", blocks: [p("This region does not exist. It is there for trying things out.")] } },
};
