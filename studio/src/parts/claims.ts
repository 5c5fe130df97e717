/** Claims as the server tells them. */

export type ClaimRow = {
  id: string;
  theory: string;
  kind: string;
  priority: string;
  paraphrase: string;
  anchors: string[];
  forecast: boolean;
  slip: string;
  verdicts: Record<string, string>;
  agrees: Record<string, string>;
};

export type Board = {
  about: { version: string; draws: number; seed: number };
  witnesses: string[];
  verdicts?: string[];
  claims: ClaimRow[];
};

export type Reading = {
  reading: string;
  meaning: string;
  code: string;
  unit: string;
  low: number | null;
  high: number | null;
  rows: {
    witness: string;
    verdict: string;
    share: number | null;
    median: number | null;
    low: number | null;
    high: number | null;
    rows: number;
    note: string;
    agrees: string;
    cited: string;
  }[];
};

/** Where an assertion stands: the first words of the paragraph, its number, the essay, whose theory that is. */
export type Where = { opening: string; paragraph: number; essay: string; theory: string };

export type ClaimFull = ClaimRow & { where: Where[]; refuted_by: string; correction: string; readings: Reading[] };

/** A sign for each verdict, beside its word, for the eye that runs down a column. */
export const signs: Record<string, string> = { "borne out": "✓", "borne-out": "✓", against: "✗", open: "?", silent: "·", mixed: "±" };

/** Return a verdict as words. */
export const plain = (verdict: string): string => verdict.replaceAll("-", " ") || "not put";

/** Return a unit as it is written beside numbers; a bare number has none. */
export const written = (unit: string): string => (unit === "1" ? "" : unit);
