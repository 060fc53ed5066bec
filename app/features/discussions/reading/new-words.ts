import { useLanguage } from "~/platform/define-words";
import { formatDay } from "~/ui";
import { discussionWords } from "../words";
import type { NewSince } from "./since.server";

/** "12 nieuwe sinds gisteren" */
export function useNewWords(): (count: number, since: NewSince) => string {
  const t = discussionWords.use();
  const language = useLanguage();
  return (count, { day, at }) => t(`unread_${day}`, { count, day: formatDay(new Date(at), { language, weekday: false }) });
}
