/** A table of the reader's own, kept as text within this tab of the browser: it outlives a reload, no more. */

export type Own = { name: string; text: string };

export const LARGEST = 900_000; // bytes that the server reads
const KEY = "thermidor.plan.table";

/** Keep a table in place of the one before; false where the browser does not allow it, or has no room. */
export function keepOwn(own: Own, store: () => Storage = () => sessionStorage): boolean {
  try {
    store().removeItem(KEY); // an older table must not come back under this one's name
    store().setItem(KEY, JSON.stringify(own));
    return true;
  } catch {
    return false;
  }
}

/** Return the table that was kept, or nothing: what is found is judged as if a stranger had put it there. */
export function ownKept(store: () => Storage = () => sessionStorage): Own | null {
  try {
    const found = JSON.parse(store().getItem(KEY) ?? "null") as Partial<Own> | null;
    if (typeof found?.name !== "string" || typeof found.text !== "string" || found.text.length > LARGEST) return null;
    return { name: found.name, text: found.text };
  } catch {
    return null;
  }
}
