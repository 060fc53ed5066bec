/** Where a task stands on the reading page, by its number in the text. */
export const taskAnchor = (position: number) => `taak-${position}`;
