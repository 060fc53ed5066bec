import { renderToStaticMarkup } from "react-dom/server";
import { WordsProvider } from "~/platform/define-words";
import { ContentView } from "../content-view";
import type { ContentNode } from "../content";
import type { ShownPictures } from "../pictures/shown-pictures";

/** The markup of a text as the reading page draws it. */
export function drawContent({ content, pictures }: { content: ContentNode; pictures: ShownPictures | null }): string {
  return renderToStaticMarkup(
    <WordsProvider language="nl">
      <ContentView content={content} pictures={pictures} />
    </WordsProvider>,
  );
}
