export { countUnread } from "./count-unread.server";
