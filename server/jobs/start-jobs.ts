import { forgetGuests } from "~/features/activities/index.server";
import { removeExpired } from "~/features/accounts/index.server";
import { forgetPictures, forgetTakenBack } from "~/features/discussions/index.server";
import { closeLanes, deleteTrashedDocuments, foldDocuments, forgetDocumentPictures } from "~/features/documents/index.server";
import { checkEveryCaseHasOwner, passOnOverdueCases, tellReporters } from "~/features/moderation/index.server";
import { deliverMail, deliverPush, forgetLetters, forgetReplyAddresses, gatherNews, openPost, openPushDoor } from "~/features/notifications/index.server";
import { makeReleases } from "~/features/research/index.server";
import { gatherWords } from "~/features/search/index.server";
import { makeCtx, theHouse, type House } from "~/platform/ctx.server";
import { handleFacts } from "~/platform/fact-handlers.server";
import { factTypes } from "~/platform/facts";
import { openMailIn } from "../mail-in/open-mail-in";
import { every } from "./every";

export interface Jobs {
  stop: () => Promise<void>;
}

/** Starts the work that nobody waits for; the order in which they stop does not matter. */
export async function startJobs(house: House): Promise<Jobs> {
  const { logger } = house;
  const post = openPost(house);
  const mail = every(10, "mail", logger, async () => {
    await gatherNews(house);
    await deliverMail(house, post);
  });
  const handOver = openPushDoor();
  const push = every(20, "push", logger, () => deliverPush(house, handOver));
  const facts = every(2, "facts", logger, async () => {
    while ((await handleFacts(house)) > 0) {
      mail.wake();
      push.wake();
    }
  });
  const asHouse = () => makeCtx(house, { actor: theHouse });
  const jobs = [
    facts,
    mail,
    push,
    every(60, "cases", logger, async () => {
      await passOnOverdueCases(house);
      await tellReporters(house);
      await checkEveryCaseHasOwner(house);
    }),
    every(20, "documents", logger, () => foldDocuments(house)),
    every(5, "releases", logger, () => makeReleases(house)),
    every(600, "expired", logger, () => removeExpired(asHouse())),
    every(60, "taken back", logger, () => forgetTakenBack(asHouse())),
    every(600, "pictures", logger, () => forgetPictures(asHouse())),
    every(6 * 3_600, "pictures of texts", logger, () => forgetDocumentPictures(asHouse())),
    every(3_600, "trash of texts", logger, () => deleteTrashedDocuments(house)),
    every(3_600, "guests", logger, () => forgetGuests(asHouse())),
    every(6 * 3_600, "words", logger, () => gatherWords(asHouse())),
    every(3_600, "letters", logger, () => forgetLetters(asHouse())),
    every(3_600, "reply-addresses", logger, () => forgetReplyAddresses(asHouse())),
    await openMailIn(house),
  ];
  house.publisher.onPublish((written) => {
    if (written.some((one) => factTypes().get(one.type)?.wakes === true)) facts.wake();
  });
  return {
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()));
      await closeLanes(house);
    },
  };
}
