import { reportPath } from "~/features/house-rules/report-path";
import { useLanguage } from "~/platform/define-words";
import { DrawnOnce } from "~/platform/drawn-once";
import { MarkedText } from "~/platform/marked-text/marked-text";
import { uiWords } from "~/platform/ui-words";
import { DateText, MessageItem, MessageList, UnreadLine, yearNow, type MenuItem } from "~/ui";
import { namesIn } from "./mentions/mentions";
import { MessageMarker } from "./message-marker";
import { useAuthorName, useSignature } from "./mentions/person-words";
import { holds } from "./reading/ranges";
import type { DiscussionPage } from "./read-discussion.server";
import { MessagePicture } from "./pictures/message-picture";
import { reactionIcons } from "./reactions/reaction-icons";
import { reactionKinds, type ReactionKind } from "./reactions/kinds";
import { discussionHref, historyHref, messageHref, reactionsHref, type MessageView } from "./views";
import { discussionWords } from "./words";

export interface MessageLogProps {
  page: DiscussionPage;
  messages: MessageView[];
  /** Which stand at the top, by id. */
  pins: readonly string[];
  /** What the reader reacted to a message. */
  reactedTo: (id: string) => readonly ReactionKind[];
}

/** The messages of a page, oldest first, with a line above the first that the reader has not seen. */
export function MessageLog({ page, messages, pins, reactedTo }: MessageLogProps) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const seen = page.me?.seen ?? null;
  const isNew = (message: MessageView) => seen !== null && message.number <= page.window.total && !holds(seen, message.number);
  const firstNew = messages.find(isNew)?.id;
  const thisYear = yearNow();
  const look = (message: MessageView): MessageLook => ({
    message,
    typed: page.me !== null && page.me.membership !== null && message.typedBy?.id === page.me.membership,
    own: page.me !== null && message.author.id !== null && message.author.id === page.me.membership,
    fresh: isNew(message),
    mayPost: page.may.post === true,
    mayBeAnswer: page.may.answer === true && page.discussion.type === "question",
    from: page.window.from,
    thisYear,
    reacted: reactedTo(message.id).join(" "),
    seeWhoReacted: page.may.seeWhoReacted === true,
    mayMove: page.may.move === true,
    seeHistory: message.edited !== null && page.may.seeHistory === true,
    pin: page.may.pin === true ? (pins.includes(message.id) ? "off" : "on") : null,
  });
  return (
    <MessageList label={t("log_label")}>
      {messages.flatMap((message) => [
        ...(message.id === firstNew && message !== messages[0] ? [<UnreadLine key="new" id="nieuw" word={ui("new_for_you")} />] : []),
        message.gone ? <MessageMarker key={message.id} message={message} mayPutBack={page.window.putBack.includes(message.id)} /> : <DrawnOnce key={message.id} part={OneMessage} properties={look(message)} />,
      ])}
    </MessageList>
  );
}

/** All that the look of a message depends on, beside the language. */
interface MessageLook {
  message: MessageView;
  own: boolean;
  /** The reader typed it in for its author. */
  typed: boolean;
  fresh: boolean;
  mayPost: boolean;
  mayBeAnswer: boolean;
  /** The first number of the page that it stands on. */
  from: number;
  thisYear: number;
  /** The kinds that the reader gave, parted by spaces. */
  reacted: string;
  seeWhoReacted: boolean;
  mayMove: boolean;
  seeHistory: boolean;
  /** Whether it may be put at the top (on), or away from there (off); null for who may not. */
  pin: "on" | "off" | null;
}

function OneMessage({ message, own, typed, fresh, mayPost, mayBeAnswer, from, thisYear, reacted, seeWhoReacted, mayMove, seeHistory, pin }: MessageLook) {
  const t = discussionWords.use();
  const ui = uiWords.use();
  const language = useLanguage();
  const nameOf = useAuthorName();
  const signature = useSignature();
  const { author, replyTo } = message;
  const href = discussionHref(message.discussion);
  const menu: MenuItem[] = [];
  if (own || typed) {
    if (own && mayPost) menu.push({ word: t("edit_message"), icon: "pencil", href: `/gesprekken/berichten/${message.id}` });
    menu.push({ word: t("remove_message"), icon: "trash-2", href: `/gesprekken/berichten/${message.id}#verwijderen`, danger: true });
  } else {
    menu.push({ word: ui("report"), icon: "flag", href: reportPath("message", message.id) });
  }
  if (mayBeAnswer) {
    menu.push({ word: t("is_answer"), icon: "circle-check", action: href, hidden: { intent: "answer", toKind: "message", toId: message.id } });
  }
  if (pin) menu.push({ word: t(pin === "on" ? "pin" : "unpin"), icon: "pin", action: href, hidden: { intent: "pin", message: message.id, on: String(pin === "on") } });
  if (mayMove) menu.push({ word: t("move_message"), icon: "arrow-right", href: `/gesprekken/berichten/${message.id}/verplaatsen` });
  if (seeHistory) menu.push({ word: t("history"), icon: "history", href: historyHref(message.id) });
  const given = reacted === "" ? [] : reacted.split(" ");
  const kinds = reactionKinds.filter((kind) => given.includes(kind) || (mayPost && !own));
  const reactions = reactionKinds.flatMap((kind) => {
    const count = message.reactions?.[kind];
    return count ? [{ word: t(`reaction_${kind}`), count, own: given.includes(kind) ? t("reacted_you_too") : undefined }] : [];
  });
  const react = kinds.map((kind): MenuItem => {
    const on = !given.includes(kind);
    const word = t(`reaction_${kind}`);
    return { word: on ? word : t("react_undo", { word }), icon: on ? reactionIcons[kind] : "x", action: href, hidden: { intent: "react", message: message.id, kind, on: String(on) } };
  });
  // In a list that is there already, so that a first reaction makes no button appear.
  if (reactions.length > 0 && seeWhoReacted) (react.length > 0 ? react : menu).push({ word: t("who_reacted"), icon: "users-round", href: reactionsHref(message.id) });
  return (
    <MessageItem
      id={`bericht-${message.number}`}
      author={signature(message)}
      nameless={author.name === null}
      staffFunction={author.staff ?? undefined}
      time={<DateText at={message.at} language={language} weekday={false} thisYear={thisYear} />}
      href={messageHref(message.discussion, message.number)}
      editedWord={
        message.edited ? (
          <>
            {ui("edited")} <DateText at={message.edited} language={language} weekday={false} thisYear={thisYear} />
          </>
        ) : undefined
      }
      note={message.labelled ? t("label_note") : message.moved ? t("moved_note") : undefined}
      own={own}
      fresh={fresh}
      quote={
        replyTo
          ? { author: replyTo.gone ? "…" : nameOf(replyTo.author), text: replyTo.gone ? t("quote_gone") : replyTo.excerpt, href: messageHref(message.discussion, replyTo.number) }
          : undefined
      }
      reply={mayPost ? { href: `${href}?vanaf=${from}&antwoord=${message.number}#schrijven`, word: ui("reply") } : undefined}
      react={{ word: t("react"), label: t("react_label"), items: react }}
      reactions={reactions.length > 0 ? { label: t("reactions"), items: reactions } : undefined}
      actions={{ word: ui("more"), label: ui("message_menu"), items: menu }}
    >
      {message.picture ? <MessagePicture picture={message.picture} /> : null}
      {/* What the picture says already need not be heard twice. */}
      {message.picture?.alt === message.text ? <p aria-hidden="true">{message.text}</p> : <MarkedText text={message.text} names={namesIn(message.text, message.mentions, nameOf)} />}
    </MessageItem>
  );
}
