/** Tables, procedures and plans as the server tells them, and a plan as CSV. */

export type Menu = { tables: { name: string; products: number; resources: number }[]; procedures: { name: string; source: string; what: string }[] };
export type PlanTable = { name: string; products: { name: string; unit: string; asked: number | null }[]; resources: unknown[] };
export type Row = { product: string; unit: string; output: number | null; before: number | null; final: number | null; asked: number | null; price: number | null };
export type Neck = { kind: string; name: string; unit: string; used: number | null; there: number | null; worth: number | null; share: number | null };
export type Made = {
  table: string;
  source: string;
  procedure: string;
  verdict: { found: boolean; said: string[] };
  measures: { worth: string; price: string };
  certificate: { gap: number | null; says: string };
  rounds: number;
  cpu_seconds: number;
  messages: { from: string; to: string; numbers: number }[];
  products: Row[];
  limits: unknown[];
  bottlenecks: Neck[];
  cli: string;
  python: string;
};

/** A change of demand in per cent as the command line writes it, held within what can be asked. */
export const setting = (product: string, change: number): string => {
  const held = Math.min(MOST, Math.max(-100, change || 0));
  return `${product}=${held < 0 ? "" : "+"}${held}%`;
};
export const MOST = 1000;

/** The product and the change in per cent of a setting. */
export function settingRead(text: string): { product: string; change: number } {
  const at = text.lastIndexOf("=");
  return { product: text.slice(0, at), change: Number.parseFloat(text.slice(at + 1)) || 0 };
}

/** A plan as CSV, row by row; what a spreadsheet would run as a formula is made a text. */
export function planCsv(rows: Row[]): string {
  const cell = (one: string | number | null) => {
    const text = one === null ? "" : typeof one === "string" && /^[\s]*[=+\-@|%]/.test(one) ? "'" + one : String(one);
    return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const columns = ["product", "unit", "output", "before", "final", "asked", "price"] as const;
  return [columns.join(","), ...rows.map((row) => columns.map((one) => cell(row[one])).join(","))].join("\r\n") + "\r\n";
}
