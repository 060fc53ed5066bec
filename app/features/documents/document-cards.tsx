import { useLanguage } from "~/platform/define-words";
import { shorten } from "~/platform/shorten";
import { Card, CardList, DateText } from "~/ui";
import type { DocumentInShort } from "./list-documents.server";

/** Shared texts as cards; `heading` fits the page that they stand on. */
export function DocumentCards({ documents, inGroup, heading = "h3" }: { documents: DocumentInShort[]; inGroup?: boolean; heading?: "h2" | "h3" }) {
  const language = useLanguage();
  return (
    <CardList>
      {documents.map((one) => (
        <Card
          key={one.id}
          title={one.title}
          href={one.href}
          heading={heading}
          meta={
            <>
              {inGroup ? null : <span>{one.group.name}</span>}
              <DateText at={one.changedAt} language={language} weekday={false} />
            </>
          }
        >
          {shorten(one.text, 160)}
        </Card>
      ))}
    </CardList>
  );
}
