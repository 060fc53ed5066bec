import { giveMarkup } from "~/platform/page-markup.server";
import { ContentView } from "./content-view";
import type { DocumentPage, ReadDocument } from "./read-document.server";
import { numberTasks, TaskNumbersProvider } from "./tasks/task-numbers";
import { textMarkup } from "./views";

/** Has the page draw the text where its screen has a place for it. @returns what may travel as data. */
export function handText(args: { context: unknown }, { content, pictures, ...page }: ReadDocument): DocumentPage {
  giveMarkup(args, textMarkup, <NumberedText content={content} people={page.people} pictures={pictures} />, { of: content, by: [page.people, pictures] });
  return page;
}

function NumberedText({ content, people, pictures }: Pick<ReadDocument, "content" | "people" | "pictures">) {
  return (
    <TaskNumbersProvider value={numberTasks(content)}>
      <ContentView content={content} people={people} pictures={pictures} frames />
    </TaskNumbersProvider>
  );
}
