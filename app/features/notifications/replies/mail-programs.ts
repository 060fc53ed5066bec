/** How mail programs of people here introduce what they quote and what they hang below, in Dutch, French and English. */

/** "Op ma 24 nov 2025 om 10:12 schreef Leerhoek <…>:", as Gmail, Apple Mail, Thunderbird and webmails write it. */
export const introducesQuote = /^(?:op|le|on)\s.{4,300}?(?:\bschreef\b.{0,200}|\bgeschreven|\ba écrit\b.{0,100}|\bwrote\b.{0,100})\s*:(?:\s{2,}\S.*)?$/i;

/** "-----Oorspronkelijk bericht-----" and the like. */
export const dividesQuote = /^[-_=\s]{2,}(?:oorspronkelijk|origineel|doorgestuurd|original|forwarded|message d.origine|message original|message transféré|e-mail d.origine)[^-_=]{0,40}[-_=\s]*$/i;

/** The line of Outlook between an answer and what it answers. */
export const rules = /^[_-]{10,}$/;

/** "Van: …", the head of a quoted mail; it counts when lines as `headsOn` stand by it. */
export const headsQuote = /^\*?(?:van|from|de|expéditeur)\s?:\*?\s/i;
export const headsOn = /^\*?(?:verzonden|verstuurd|datum|sent|date|envoyé|aan|to|à|destinataire|cc|onderwerp|subject|objet)(?:\s+op)?\s?:\*?(?:\s|$)/i;

/** "Verstuurd vanaf mijn iPhone" and the like, as the last line. */
export const advertises = [
  /^(?:verstuurd|verzonden|gestuurd)\s+(?:vanaf|vanuit|via|met|van|door)\s+.{2,80}$/i,
  /^envoyé\s+(?:de|depuis|à partir de|avec|via)\s+.{2,80}$/i,
  /^provenance\s?:\s.{2,60}$/i,
  /^sent\s+(?:from|with|via|using)\s+.{2,80}$/i,
  /^(?:outlook voor .{2,20} (?:downloaden|ophalen)|(?:download|get|haal|verkrijg) outlook (?:for|voor) .{2,20}|(?:télécharger|obtenir) outlook pour .{2,20})(?:\s*[<[]http\S+[>\]])?$/i,
  /^virus-?(?:vrij|free)\b.{0,80}$/i,
];

/** A greeting at the end, on a line of its own. */
export const greets =
  /^(?:met\s+(?:de\s+)?(?:vriendelijke|hartelijke|beste|sportieve)\s+groet(?:en|jes)?|(?:vriendelijke|hartelijke|beste)\s+groet(?:en|jes)?|mvg|m\.v\.g\.?|hoogachtend|groet(?:en|jes)|(?:bien\s+)?cordialement|bien\s+à\s+vous|(?:meilleures\s+|sincères\s+)?salutations|(?:kind|best|warm)\s+regards|regards)\s*[,.!]?$/i;

/** Details of who writes, which nobody means to put into a conversation: a phone number, an address of mail or web, a disclaimer. */
export const givesDetails = /(?:^|[^\d])(?:\+\d{2}|0\d)[\d\s./()-]{6,}\d|\S+@\S+\.\w{2,}|https?:\/\/|\bwww\.\S|\bdisclaimer\b/i;

/** A text of lawyers under a mail. */
export const disclaims = /^(?:disclaimer\b|dit (?:e-?mail)?bericht .{0,60}(?:vertrouwelijk|bestemd)|deze e-?mail .{0,60}(?:vertrouwelijk|bestemd)|ce (?:message|courriel) .{0,60}(?:confidentiel|destin)|this (?:e-?mail|message) .{0,60}(?:confidential|intended))/i;

/** What an out-of-office answer is called where the program does not say that it is one. */
export const answersByItself = /^(?:automatisch(?:e)? (?:antwoord|beantwoording)|afwezig(?:heid)?(?:sbericht|smelding)?\b|out of (?:the )?office|automatic reply|auto(?:-|matic )?repl|réponse automatique|absence du bureau|niet bezorgd|onbestelbaar|undeliver|delivery status|mail delivery|delivery failure|échec de (?:la )?remise)/i;
