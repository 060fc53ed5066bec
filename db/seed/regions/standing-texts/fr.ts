import { bullets, h2, link, p, steps } from "../block";
import type { StandingTexts } from "./standing-text";

/** Shorter than the Dutch, and complete. The Dutch text counts. */
export const fr: StandingTexts = {
  privacy: {
    title: "Votre vie privée",
    summary: "Ce que {{installation}} garde sur vous, pourquoi, combien de temps, et comment vous décidez.",
    blocks: [
      p("Nous gardons le moins possible sur vous. Une question ? Appelez {{contactName}} au {{contactPhone}}. Le texte néerlandais fait foi."),
      h2("Qui est responsable ?"),
      p("Chaque lieu d’apprentissage est tenu par une ou plusieurs organisations, par exemple une commune. Ensemble, elles sont responsables de ce qui s’y passe. Leurs noms sont sur la page du lieu. Contact pour la protection des données : {{dpoContact}}."),
      h2("Ce que nous gardons"),
      bullets(
        "votre compte : le nom pour vous connecter, votre mot de passe sous une forme illisible, votre e-mail si vous le donnez ;",
        "si vous avez 16 ans ou plus, jamais votre date de naissance ;",
        "le nom que vous choisissez dans chaque lieu et vos groupes ;",
        "ce que vous écrivez et vos inscriptions ;",
        "un journal : que vous avez fait quelque chose et quand, jamais ce que vous avez écrit ;",
        "les signalements et les décisions.",
      ),
      p("Nous ne gardons pas votre adresse ni votre numéro national. Votre adresse internet sert seulement à arrêter les abus."),
      h2("Pourquoi nous pouvons le faire"),
      p("Pour vous permettre de participer, une commune agit dans l’intérêt général. Pour traiter les signalements, la loi nous y oblige. Pour la recherche, nous demandons toujours votre accord."),
      h2("Qui lit quoi ?"),
      p("Au-dessus de chaque champ, vous voyez qui lira votre texte. Dans un groupe ouvert, tout le monde peut lire. Sans compte, on voit « un participant » au lieu de votre nom. Dans un groupe fermé, seuls les membres lisent. Un modérateur peut y regarder après un signalement ; les membres voient que cela a eu lieu."),
      h2("Recherche"),
      p("Vous choisissez « oui » ou « plutôt non », pour chaque étude. Sans réponse, c’est non. Les chercheurs reçoivent un code au lieu de votre nom, et jamais vos textes. Vous pouvez toujours changer d’avis : vous disparaissez alors de tout ce qui est livré ensuite."),
      h2("Combien de temps ?"),
      p("Votre compte reste jusqu’à ce que vous l’effaciez. Vous choisissez si vos messages restent, sans nom, ou partent aussi. Le journal et les décisions restent sans rien qui mène à vous."),
      h2("Cookies"),
      p("Seulement ceux qui sont nécessaires : pour rester connecté, pour la langue et pour la sécurité. Aucun ne vous suit."),
      h2("Vos droits"),
      p("Vous pouvez voir, corriger, emporter et effacer vos données, limiter leur usage ou vous y opposer. Écrivez à {{dpoContact}}. Réponse dans le mois, gratuitement. Pas satisfait ? Vous pouvez vous plaindre auprès de l’autorité ; les adresses sont en bas de cette page."),
    ],
  },
  accessibility: {
    title: "Accessible à tous",
    summary: "Ce que {{installation}} fait pour que chacun puisse participer, et ce qui ne va pas encore.",
    blocks: [
      p("Nous suivons les règles WCAG 2.2, niveau AA. Nous respectons la plupart : la loi parle de « conformité partielle ». Nous l’avons vérifié nous-mêmes, à chaque nouvelle version. Personne d’extérieur ne l’a encore contrôlé."),
      h2("Ce qui ne va pas encore"),
      bullets(
        "Écrire ensemble un texte demande JavaScript. Sans JavaScript, vous pouvez lire et laisser une remarque.",
        "Les participants écrivent eux-mêmes. Leurs textes ne sont pas toujours faciles à lire.",
        "Certains documents plus anciens ne sont pas adaptés.",
        "La lecture à voix haute demande une voix installée sur votre appareil.",
      ),
      h2("Quelque chose ne marche pas ?"),
      p("Appelez {{contactName}} au {{contactPhone}} ou écrivez à {{contactEmail}}. Réponse dans les deux semaines. Vous pouvez aussi demander une information sous une autre forme. Pas satisfait ? L’adresse du service de médiation est en bas de cette page."),
    ],
  },
  "house-rules": {
    title: "Nos règles communes",
    summary: "Comment nous vivons ensemble dans chaque lieu de {{installation}}.",
    blocks: [
      bullets(
        "Ce que vous écrivez ici n’entre pas dans votre dossier.",
        "Soyez aimable. Vous vous croiserez peut-être chez le boulanger.",
        "Parlez de vous. Ne racontez rien sur quelqu’un d’autre à son insu.",
        "Ce que vous lisez dans un groupe fermé reste là.",
        "Pas d’accord ? Parlez de l’idée, pas de la personne.",
        "Pas de publicité. Donner ou échanger est permis.",
        "Personne n’est obligé d’écrire. Lire, c’est aussi participer.",
      ),
      p("La première règle ne change jamais. Seule exception : un danger pour la vie de quelqu’un ou pour un enfant. Alors nous cherchons de l’aide."),
      h2("Jamais permis"),
      p("Menacer, harceler, inciter à la haine, montrer les données d’autres personnes, tromper, se faire passer pour quelqu’un, partager ce que la loi interdit."),
      p("Quelque chose ne va pas ? Utilisez le bouton de signalement à côté de chaque message. Vous n’avez pas besoin de compte."),
    ],
  },
  help: {
    title: "Besoin d’aide ?",
    summary: "Une personne et un numéro de téléphone.",
    blocks: [
      p("Appelez {{contactName}} au {{contactPhone}}. Chaque lieu a aussi sa propre personne de contact."),
      link("Envoyer un e-mail", "mailto:{{contactEmail}}"),
      bullets(
        "Connectez-vous avec le nom sur votre carte, ou avec votre e-mail.",
        "Mot de passe oublié ? Recevez un code par e-mail, ou demandez un code sur papier à un accompagnateur.",
        "Ordinateur partagé ? Choisissez « ordinateur partagé » et déconnectez-vous à la fin.",
        "Vous ne pouvez pas vous déplacer ? Appelez le numéro de l’activité : quelqu’un peut souvent vous conduire.",
      ),
      p("En danger : 112. Parler à quelqu’un en français : Télé-Accueil, 107. Pensées suicidaires : 0800 32 123. Jeunes : Écoute-Enfants, 103."),
    ],
  },
  "what-is-a-space": {
    title: "Qu’est-ce qu’un lieu d’apprentissage ?",
    summary: "Un lieu où des gens apprennent ensemble autour d’un thème.",
    blocks: [
      p("Un lieu d’apprentissage réunit des gens autour d’un thème de la vie de tous les jours. Habitants, services, associations et entreprises y apprennent les uns des autres."),
      steps(
        "Lisez. Un compte n’est pas nécessaire.",
        "Dites ce que vous voulez apprendre, ou cliquez sur « Moi aussi ».",
        "Parlez avec les autres dans un groupe.",
        "Écrivez un texte ensemble.",
        "Participez à une activité, en vrai.",
      ),
      p("Une question n’est jamais laissée seule : nous réunissons celles qui se ressemblent, et nous essayons quelque chose. Nous notons ce que nous apprenons, aussi quand cela n’a pas marché."),
      p("C’est gratuit. Si une activité coûte quelque chose, le prix est indiqué."),
    ],
  },
  moderation: {
    title: "Signalements et décisions",
    summary: "Ce qui se passe après un signalement, et que faire si vous n’êtes pas d’accord.",
    blocks: [
      p("Quelqu’un est en danger ? Appelez d’abord le 112."),
      h2("Signaler"),
      p("Le bouton se trouve à côté de chaque message. Sans compte, c’est possible aussi. Vous recevez un numéro pour suivre votre signalement. L’auteur ne sait jamais qui l’a signalé."),
      h2("Décider"),
      p("Une personne décide, jamais un ordinateur seul. Un programme peut retenir un message, par exemple s’il y en a trop à la suite ; vous lisez alors pourquoi. Les mesures possibles : rien, une note, cacher ou retirer, fermer une conversation, avertir, ne plus laisser écrire ou participer pendant un temps. Vous lisez toujours la raison."),
      h2("Pas d’accord ?"),
      p("Pendant six mois, vous pouvez demander un réexamen. Une autre personne regarde, si possible d’une autre commune, et répond par écrit. Vous pouvez aussi vous adresser à un organisme agréé de règlement des litiges, ou au juge."),
      p("Qui signale sans cesse des choses qu’il sait fausses, ou place sans cesse des contenus clairement interdits, reçoit un avertissement, puis une pause. Chaque étape est dans un journal que personne ne peut changer. Les chiffres sont publics, sans noms."),
      h2("Point de contact"),
      p("Point de contact selon les articles 11 et 12 du règlement européen sur les services numériques : {{contactName}}, {{contactPhone}}, {{contactEmail}}. Langues : néerlandais, français, anglais. L’adresse de l’autorité est en bas de cette page."),
    ],
  },
  children: {
    title: "Vous avez moins de 16 ans ?",
    summary: "Ce que les jeunes et leurs parents doivent savoir sur {{installation}}.",
    blocks: [
      bullets(
        "À partir de 13 ans, vous pouvez faire un compte. Plus jeune ? Lisez avec un adulte.",
        "Nous demandons seulement si vous avez 16 ans ou plus.",
        "Les jeunes ne sont dans aucune étude. Il n’y a pas de publicité ni de profil.",
        "Choisissez un surnom. N’écrivez ni adresse, ni école, ni numéro de téléphone.",
        "Ne rencontrez jamais seul quelqu’un que vous connaissez seulement d’ici.",
      ),
      p("Quelque chose vous gêne ? Ce n’est pas votre faute. Utilisez le bouton de signalement, parlez-en à un adulte, ou appelez {{contactName}} au {{contactPhone}}. Vous pouvez aussi appeler le 103. En danger : 112."),
      p("Parents : demandez à voir ou à effacer le compte via {{dpoContact}}, de préférence avec votre enfant."),
    ],
  },
};
