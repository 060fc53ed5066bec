import { giveMarkup } from "~/platform/page-markup.server";
import { ContentView } from "./content-view";
import type { DocumentPage, ReadDocument } from "./read-document.server";
import { numberTasks, TaskNumbersProvider } from "./tasks/task-numbers";
import { textMarkup } from "./views";

/** Has the page draw the text where its screen has a place for it. @returns what may travel as data. */
export function handText(args: { context: unknown }, { content, pictures, ...page }: ReadDocument): DocumentPage {
  giveMarkup(
    args,
    textMarkup,
    <TaskNumbersProvider value={numberTasks(content)}>
      <ContentView content={content} people={page.people} pictures={pictures} />
    </TaskNumbersProvider>,
  );
  return page;
}
