import { bullets, h2, link, p, steps } from "../block";
import type { StandingTexts } from "./standing-text";

/** Shorter than the Dutch, and complete. The Dutch text counts. */
export const en: StandingTexts = {
  privacy: {
    title: "Your privacy",
    summary: "What {{installation}} keeps about you, why, for how long, and how you decide.",
    blocks: [
      p("We keep as little as we can about you. A question? Call {{contactName}} on {{contactPhone}}. The Dutch text counts."),
      h2("Who is responsible?"),
      p("Each learning space is run by one or more organisations, such as a municipality. Together they answer for what happens there. Their names are on the page of the space. Contact for data protection: {{dpoContact}}."),
      h2("What we keep"),
      bullets(
        "your account: the name to sign in with, your password in a form that nobody can read, your e-mail address if you give one;",
        "whether you are 16 or older, never your date of birth;",
        "the name you choose in each space, and your groups;",
        "what you write, and what you sign up for;",
        "a log: that you did something and when, never what you wrote;",
        "reports and decisions.",
      ),
      p("We do not keep your address or your national number. Your internet address is only used to stop abuse."),
      h2("Why we may"),
      p("To let you take part, a local government acts in the public interest. To handle reports, the law asks it of us. For research we always ask your consent."),
      h2("Who reads what?"),
      p("Above every box you write in, you see who will read it. In an open group everyone can read along. People without an account see “a participant” instead of your name. In a closed group only members read. A moderator may look in after a report; members can see that this happened."),
      h2("Research"),
      p("You choose “yes” or “rather not” for each study. No answer means no. Researchers get a code instead of your name, and never what you wrote. You can change your mind at any time: you are then gone from everything delivered afterwards."),
      h2("How long?"),
      p("Your account stays until you delete it. You choose whether your messages stay without a name or go too. The log and decisions stay, with nothing that leads to you."),
      h2("Cookies"),
      p("Only those that are needed: to keep you signed in, for your language and for security. None of them follows you."),
      h2("Your rights"),
      p("You may see, correct, take along and delete your data, limit their use or object to it. Write to {{dpoContact}}. You get an answer within a month, free of charge. Not satisfied? You may complain to the authority; the addresses are at the bottom of this page."),
    ],
  },
  accessibility: {
    title: "Accessible to everyone",
    summary: "What {{installation}} does so that everyone can take part, and what does not work yet.",
    blocks: [
      p("We follow WCAG 2.2, level AA. We meet most of it: the law calls this “partially compliant”. We check it ourselves with every new version. Nobody from outside has checked it yet."),
      h2("What does not work yet"),
      bullets(
        "Writing a text together needs JavaScript. Without it you can read the text and leave a comment.",
        "Participants write themselves. Their texts are not always easy to read.",
        "Some older material has not been adapted.",
        "Reading aloud needs a voice on your own device.",
      ),
      h2("Does something not work?"),
      p("Call {{contactName}} on {{contactPhone}} or write to {{contactEmail}}. You get an answer within two weeks. You may also ask for information in another form. Not satisfied? The address of the ombuds service is at the bottom of this page."),
    ],
  },
  "house-rules": {
    title: "Our house rules",
    summary: "How we treat each other in every space of {{installation}}.",
    blocks: [
      bullets(
        "What you write here does not go into your file.",
        "Be kind. You may meet each other at the baker’s.",
        "Write about yourself. Say nothing about somebody else without them knowing.",
        "What you read in a closed group stays there.",
        "You disagree? Speak about the idea, not about the person.",
        "No advertising. Giving or swapping something for free is fine.",
        "Nobody has to write. Reading along is taking part too.",
      ),
      p("The first rule never changes. There is one exception: danger to somebody’s life, or to a child. Then we look for help."),
      h2("Never allowed"),
      p("Threatening, bullying, spreading hatred, showing other people’s data, cheating, pretending to be somebody else, sharing what the law forbids."),
      p("Is something not okay? Use the report button beside every message. You need no account."),
    ],
  },
  help: {
    title: "Need help?",
    summary: "A person and a phone number.",
    blocks: [
      p("Call {{contactName}} on {{contactPhone}}. Each space has its own contact person too."),
      link("Send an e-mail", "mailto:{{contactEmail}}"),
      bullets(
        "Sign in with the name on your card, or with your e-mail address.",
        "Forgot your password? Get a code by e-mail, or ask a facilitator for a code on paper.",
        "On a shared computer? Choose “shared computer” and sign out when you are done.",
        "You cannot get to an activity? Call its number: often somebody can give you a lift.",
      ),
      p("In danger: 112. To talk to somebody in English: Community Help Service, 02 648 40 14."),
    ],
  },
  "what-is-a-space": {
    title: "What is a learning space?",
    summary: "A place where people learn together around one theme.",
    blocks: [
      p("A learning space brings people together around a theme of daily life. Residents, services, associations and companies learn from each other."),
      steps(
        "Read. You need no account.",
        "Say what you want to learn, or press “I want to learn that too”.",
        "Talk with others in a group.",
        "Write a text together.",
        "Take part in an activity, in real life.",
      ),
      p("A learning question is never left alone: we bring similar ones together and try something out. We write down what we learn, also when it did not work."),
      p("It is free. If an activity costs something, the price is shown."),
    ],
  },
  moderation: {
    title: "Reports and decisions",
    summary: "What happens after a report, and what to do if you disagree.",
    blocks: [
      p("Is somebody in danger? Call 112 first."),
      h2("Reporting"),
      p("The button stands beside every message. You need no account. You get a number to follow your report. The author never learns who reported."),
      h2("Deciding"),
      p("A person decides, never a computer alone. A program may hold a message, for example when there are too many in a row; you then read why. Possible measures: nothing, a note, hiding or removing, closing a conversation, a warning, not letting somebody write or take part for a while. You always read the reason."),
      h2("You disagree?"),
      p("For six months you can ask for a second look. Somebody else looks, where possible from another municipality, and answers in writing. You may also go to a certified body for settling disputes, or to court."),
      p("Whoever keeps reporting what they know is untrue, or keeps posting what is clearly forbidden, gets a warning and then a pause. Every step is in a log that nobody can change. The figures are public, without names."),
      h2("Point of contact"),
      p("Point of contact under articles 11 and 12 of the European Digital Services Act: {{contactName}}, {{contactPhone}}, {{contactEmail}}. Languages: Dutch, French, English. The address of the authority is at the bottom of this page."),
    ],
  },
  children: {
    title: "Are you younger than 16?",
    summary: "What young people and their parents should know about {{installation}}.",
    blocks: [
      bullets(
        "From 13 you can make an account. Younger? Read along with an adult.",
        "We only ask whether you are 16 or older.",
        "Young people are in no study. There is no advertising and no profile of you.",
        "Choose a nickname. Write no address, school or phone number.",
        "Never meet somebody you only know from here on your own.",
      ),
      p("Does something feel wrong? It is not your fault. Use the report button, tell an adult you trust, or call {{contactName}} on {{contactPhone}}. In danger: 112."),
      p("Parents: ask to see or delete the account through {{dpoContact}}, preferably together with your child."),
    ],
  },
};
