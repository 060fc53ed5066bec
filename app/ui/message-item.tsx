import type { ReactNode } from "react";
import { Avatar } from "./avatar";
import { Icon } from "./icon";
import { joinClasses } from "./join-classes";
import { LinkButton } from "./link-button";
import { PopoverMenu, type MenuItem } from "./popover-menu";

export interface MessageItemProps {
  /** The anchor of the message. */
  id: string;
  author: string;
  /** Staff only: function and organisation. */
  staffFunction?: string;
  /** The author shows no name here: "een deelnemer", "vroegere deelnemer". */
  nameless?: boolean;
  /** A DateText. */
  time: ReactNode;
  href?: string;
  /** What was written, as plain text; blank lines make paragraphs. */
  text?: string;
  /** Instead of `text`, where it is more than text. */
  children?: ReactNode;
  /** "aangepast" and when. */
  editedWord?: ReactNode;
  quote?: { author: string; text: string; href?: string };
  /** Why this is not (or not for all) to be read: "Verwijderd door de auteur.", "Wacht op de moderator …" */
  note?: string;
  /** hidden: nothing but the note is shown; held: the author still sees it, with the note. */
  state?: "shown" | "held" | "hidden";
  own?: boolean;
  fresh?: boolean;
  /** Where an answer is begun. */
  reply?: { href: string; word: string };
  actions?: { word: string; label: string; items: MenuItem[] };
  /** Short answers that can be given or taken back. */
  react?: { word: string; label: string; items: MenuItem[] };
  /** How often each short answer was given: "Bedankt 3". It lies over the edge, so that its coming moves nothing. */
  reactions?: { label: string; items: { word: string; count: number; own?: string }[] };
  /** Attachments under the text. */
  below?: ReactNode;
}

/** One message with who wrote it, when, and what you can do with it. */
export function MessageItem(props: MessageItemProps) {
  const { id, author, staffFunction, nameless, time, href, text, children, editedWord, quote, note } = props;
  const { state = "shown", own, fresh, reply, actions, react, reactions, below } = props;
  return (
    <article
      id={id}
      aria-labelledby={`${id}-author`}
      className={joinClasses("message", own && "message--own", fresh && "message--new", state !== "shown" && "message--quiet")}
    >
      <div className="message__avatar">
        <Avatar name={author} staff={staffFunction !== undefined} nameless={nameless} />
      </div>
      <div className="message__body">
        <header className="message__head">
          <span className="message__author" id={`${id}-author`}>
            {author}
          </span>
          {staffFunction ? <span className="message__function">{staffFunction}</span> : null}
          <span className="message__time">
            {href ? <a href={href}>{time}</a> : time}
            {editedWord ? <> · {editedWord}</> : null}
          </span>
        </header>
        {quote ? <MessageQuote {...quote} /> : null}
        {state === "hidden" ? null : <div className="message__text">{children ?? <PlainText text={text ?? ""} />}</div>}
        {note ? (
          <p className="message__note">
            <Icon name="info" />
            <span>{note}</span>
          </p>
        ) : null}
        {below}
        {reply || react?.items.length || actions?.items.length ? (
          <div className="message__foot">
            {reply ? (
              <LinkButton kind="quiet" small icon="reply" href={reply.href}>
                {reply.word}
              </LinkButton>
            ) : null}
            {react?.items.length ? <PopoverMenu id={`${id}-react`} icon="smile-plus" {...react} /> : null}
            {actions ? <MessageActions id={id} {...actions} /> : null}
          </div>
        ) : null}
      </div>
      {reactions ? <Reactions {...reactions} /> : null}
    </article>
  );
}

function Reactions({ label, items }: NonNullable<MessageItemProps["reactions"]>) {
  return (
    <p className="message__reactions">
      <span className="visually-hidden">{label} </span>
      {items.map(({ word, count, own }, index) => (
        <span key={word}>
          {index > 0 ? " · " : null}
          {own ? <strong>{`${word} ${count}`}</strong> : `${word} ${count}`}
          {own ? <span className="visually-hidden"> ({own})</span> : null}
        </span>
      ))}
    </p>
  );
}

/** A single action is a plain link; several share a menu. */
function MessageActions({ id, word, label, items }: { id: string; word: string; label: string; items: MenuItem[] }) {
  const [only] = items;
  if (!only) return null;
  if (items.length === 1 && only.href) {
    return (
      <LinkButton kind="quiet" small icon={only.icon} href={only.href}>
        {only.word}
      </LinkButton>
    );
  }
  return <PopoverMenu id={`${id}-menu`} word={word} label={label} items={items} />;
}

function MessageQuote({ author, text, href }: { author: string; text: string; href?: string }) {
  return (
    <blockquote className="message__quote">
      <p>
        {href ? <a href={href}>{author}</a> : <strong>{author}</strong>}: {text}
      </p>
    </blockquote>
  );
}

/** Plain text as paragraphs: a blank line begins a new one, a single line break stays one. */
export function PlainText({ text }: { text: string }) {
  return (
    <>
      {text.trim().split(/\n\s*\n/).map((paragraph, index) => (
        <p key={index}>
          {paragraph.split("\n").map((line, number) => (
            <span key={number}>
              {number > 0 ? <br /> : null}
              {line}
            </span>
          ))}
        </p>
      ))}
    </>
  );
}
