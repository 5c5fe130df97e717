/** Tables sorted by the heading that was pressed; pressed again, the other way round. */

export type Order = { by: string; down: boolean };

/** Return the order after a heading was pressed. */
export const pressed = (order: Order, by: string): Order => ({ by, down: order.by === by && !order.down });

/** Return what a heading says of itself to a screen reader. */
export const spoken = ({ by, down }: Order, heading: string): "ascending" | "descending" | undefined =>
  by !== heading ? undefined : down ? "descending" : "ascending";

/** Read an order from the word that keeps it: a heading, and "down" after it for the other way round. */
export function orderRead(word: string, headings: readonly string[], usual = ""): Order {
  const [, by, down] = /^(.*?)( down)?$/.exec(word)!;
  return headings.includes(by) ? { by, down: Boolean(down) } : { by: usual, down: false };
}

/** Write an order as a word to keep; the usual one needs none. */
export const orderSaid = ({ by, down }: Order, usual = ""): string => (by === usual && !down ? "" : by + (down ? " down" : ""));

/** Return whether a text has every word that is searched for, in small or capital letters. */
export function hasWords(text: string, search: string): boolean {
  const said = text.toLowerCase();
  return search.toLowerCase().split(/\s+/).every((word) => said.includes(word));
}

/** Return the rows in an order: numbers as numbers, words as words; equals stand as they stood. */
export function sorted<T>(rows: readonly T[], { by, down }: Order, cell: (row: T, by: string) => string | number): T[] {
  return [...rows].sort((a, b) => compare(cell(a, by), cell(b, by)) * (down ? -1 : 1));
}

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
}
