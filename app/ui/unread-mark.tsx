/** "nieuw", beside a title. */
export function UnreadMark({ word }: { word: string }) {
  return <span className="unread">{word}</span>;
}

/** The line in a list above which everything was read: "Nieuw voor jou". */
export function UnreadLine({ id, word }: { id?: string; word: string }) {
  return (
    <p className="unread-line" id={id}>
      <span>{word}</span>
    </p>
  );
}
