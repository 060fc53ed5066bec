import "./forget-person.server";
import "./tell-of-learning.server";
import "./tell-of-moderation.server";
import "./tell-of-people.server";
import "./tell-of-texts.server";
import "./tell-of-talk.server";
import "./tell-of-research.server";

export { countUnread } from "./count-unread.server";
export { deliverMail, openPost } from "./deliver-mail.server";
export { forgetLetters } from "./forget-letters.server";
export { listNotices } from "./list-notices.server";
export { openNotice, readAllNotices } from "./mark-notices-read.server";
export { chooseLevel, dropLevel } from "./levels/choose-level.server";
export { readLevel } from "./levels/levels.server";
export { readLevels, type LevelsView } from "./levels/read-levels.server";
export { chooseMail, readMailChoice, stopMail } from "./letters/choose-mail.server";
export { gatherNews } from "./letters/gather-news.server";
export { readWhoToTell, type ToldPerson } from "./letters/read-who-to-tell.server";
