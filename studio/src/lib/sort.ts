/** Tables sorted by the heading that was pressed; pressed again, the other way round. */

export type Order = { by: string; down: boolean };

/** Return the order after a heading was pressed. */
export const pressed = (order: Order, by: string): Order => ({ by, down: order.by === by && !order.down });

/** Return what a heading says of itself to a screen reader. */
export const spoken = ({ by, down }: Order, heading: string): "ascending" | "descending" | undefined =>
  by !== heading ? undefined : down ? "descending" : "ascending";

/** Return the rows in an order: numbers as numbers, words as words; equals stand as they stood. */
export function sorted<T>(rows: readonly T[], { by, down }: Order, cell: (row: T, by: string) => string | number): T[] {
  return [...rows].sort((a, b) => compare(cell(a, by), cell(b, by)) * (down ? -1 : 1));
}

function compare(a: string | number, b: string | number): number {
  return typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b));
}
