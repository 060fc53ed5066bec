import type { Editor } from "@tiptap/core";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, fixTables, isInTable, toggleHeaderColumn, toggleHeaderRow } from "@tiptap/pm/tables";
import type { Command } from "@tiptap/pm/state";

/** What can be done to the table that the caret is in. */
export const tableTools = {
  row_add: addRowAfter,
  column_add: addColumnAfter,
  row_remove: deleteRow,
  column_remove: deleteColumn,
  heading_row: toggleHeaderRow,
  heading_column: toggleHeaderColumn,
  table_remove: deleteTable,
} satisfies Record<string, Command>;
export type TableTool = keyof typeof tableTools;

/** Whether the caret is in a table. */
export const inTable = (editor: Editor): boolean => isInTable(editor.state);

/**
 * Does it. Rows that two people left uneven are evened out first, and only here: an editor that did so by itself would write
 * without anybody having written, in each open tab its own cells.
 */
export function editTable(editor: Editor, tool: TableTool): void {
  const evened = fixTables(editor.state);
  if (evened) editor.view.dispatch(evened);
  tableTools[tool](editor.state, editor.view.dispatch);
  editor.commands.focus();
}
