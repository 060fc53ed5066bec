import { bullets, h2, link, p } from "../block";
import type { Region } from "../region";

const planWebsite = "https://www.west-vlaanderen.be/onderwijs-en-vorming/levenslang-leren/volwasseneneducatie-en-levenslang-leren";

export const pages: Region["pages"] = {
  nl: {
    about: {
      title: "Over Leerhoek",
      summary: "Leerhoek is de plek op het internet waar mensen in de Westhoek samen leren, rond iets uit het dagelijks leven.",
      blocks: [
        p("Leren is meer dan op een stoel zitten en luisteren. Je leert ook als je samen uitzoekt hoe de bus rijdt. Of als je iemand vraagt hoe zij met haar rekeningen omgaat."),
        p("In de Westhoek wonen we ver uit elkaar. Er zijn weinig cursussen in de buurt. Daardoor komen er weinig mensen, en daardoor komen er nog minder cursussen. Dat willen we omdraaien. We beginnen bij wat jij wilt leren."),
        h2("Hoe werkt het?"),
        bullets(
          "Je zegt wat je wilt leren. Dat is een leervraag.",
          "Anderen klikken op 'Dat wil ik ook leren'. Zo zien we dat je niet alleen bent, ook al woont iedereen in een ander dorp.",
          "Samen proberen we iets uit: een namiddag, een rit met de bus, een tafel vol mensen.",
          "Wat we leren, schrijven we op. Ook wat niet lukte. Zo hoeft een ander dorp niet opnieuw te beginnen.",
        ),
        h2("Wat is een leerplek?"),
        p("Een leerplek draait rond één thema: rondkomen, op weg, samen niet alleen, of werk dat lukt. Gemeenten, diensten en verenigingen houden ze samen open. Je leest altijd wie verantwoordelijk is en op welk nummer je die persoon bereikt."),
        h2("Waar komt dit vandaan?"),
        p("Het West-Vlaams Partnerschap Levenslang Leren maakte een actieplan. Eén van de acties is: uitproberen hoe mensen, diensten en verenigingen in de Westhoek samen kunnen leren. In het plan heet dat een 'leerecosysteem'. Wij zeggen: een leerplek."),
        link("Lees meer over het partnerschap", planWebsite),
        h2("Wil je meedoen als organisatie?"),
        p("Werk je bij een gemeente, een vereniging, een school of een bedrijf? Je bent welkom. Stuur een e-mail naar het partnerschap."),
        link("blijfkennismaken@west-vlaanderen.be", "mailto:blijfkennismaken@west-vlaanderen.be"),
      ],
    },
  },
  fr: {
    about: {
      title: "À propos de Leerhoek",
      summary: "Leerhoek est l’endroit en ligne où les habitants du Westhoek apprennent ensemble, à partir de la vie de tous les jours.",
      blocks: [
        p("Apprendre, ce n’est pas seulement suivre un cours. On apprend aussi en cherchant ensemble comment prendre le bus, ou en demandant à quelqu’un comment il s’en sort avec ses factures."),
        p("Le Westhoek est vaste et il y a peu de cours près de chez soi. Peu de cours, donc peu de participants, donc encore moins de cours. Nous voulons inverser ce mouvement : nous partons de ce que vous voulez apprendre."),
        bullets(
          "Vous dites ce que vous voulez apprendre.",
          "D’autres répondent : « Moi aussi. »",
          "Nous essayons quelque chose ensemble.",
          "Nous notons ce que nous avons appris, aussi ce qui n’a pas marché.",
        ),
        p("Cela fait partie du plan d’action du partenariat de Flandre-Occidentale pour l’apprentissage tout au long de la vie. Le plan parle d’un « écosystème d’apprentissage » ; ici, nous disons un lieu d’apprentissage."),
        link("En savoir plus sur le partenariat (en néerlandais)", planWebsite),
        link("blijfkennismaken@west-vlaanderen.be", "mailto:blijfkennismaken@west-vlaanderen.be"),
      ],
    },
  },
  en: {
    about: {
      title: "About Leerhoek",
      summary: "Leerhoek is the place on the internet where people in the Westhoek learn together, starting from daily life.",
      blocks: [
        p("Learning is more than taking a course. You also learn when you find out together how the bus runs, or when you ask somebody how she copes with her bills."),
        p("In the Westhoek people live far apart and there are few courses nearby. Few courses mean few participants, and so even fewer courses. We want to turn that around, starting from what you want to learn."),
        bullets(
          "You say what you want to learn.",
          "Others say: “I want to learn that too.”",
          "Together we try something out.",
          "We write down what we learnt, also what did not work.",
        ),
        p("This is part of the action plan of the West-Flemish Partnership for Lifelong Learning. The plan speaks of a “learning ecosystem”; here we call it a learning space."),
        link("Read more about the partnership (in Dutch)", planWebsite),
        link("blijfkennismaken@west-vlaanderen.be", "mailto:blijfkennismaken@west-vlaanderen.be"),
      ],
    },
  },
};
