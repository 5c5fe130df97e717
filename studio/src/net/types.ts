/** What the server says, as it says it. */

export type LeverValue = number | boolean | string | { value: number | boolean | string; from?: number; to?: number };
export type Levers = Record<string, LeverValue>;

export type Domain =
  | { kind: "number"; low: number; high: number }
  | { kind: "choice"; words: string[] }
  | { kind: "switch" };

export type Lever = {
  id: string;
  group: string;
  meaning: string;
  unit: string;
  historical: number | boolean | string;
  years: [number, number];
  why: string;
  domain: Domain;
};

export type Theory = { id: string; name: string; short: string; authors: string; dash: string };
export type Packaged = { id: string; title: string; kind: string; levers: Levers; query: string };

export type ChartInfo = {
  id: string;
  title: string;
  unit: string;
  group: string;
  recorded: boolean;
  forced: boolean;
  explain: string;
  about: string;
  record: [year: number, low: number | null, value: number, high: number | null][];
  quality: string[];
  sources: string[];
};

/** A year of history that charts mark, under its number. */
export type Marked = { n: number; year: number; happened: string; kind: string };

export type Start = {
  version: string;
  laws: string;
  schema: number;
  years: [number, number];
  levels: number[];
  seed: number;
  draws: { moving: number; still: number; most: number };
  limits: { charts: number; pins: number; seed: number };
  licence: string;
  citation: string;
  theories: Theory[];
  levers: Lever[];
  scenarios: Packaged[];
  charts: ChartInfo[];
  chosen: string[];
  shown?: string[];
  pages: string[];
  recorded: Record<string, Recorded>;
  events: Marked[];
};

export type Ask = {
  slot: string;
  theories: string[];
  levers: Levers;
  charts: string[];
  draws: number;
  seed: number;
  baseline: boolean;
  final: boolean;
};

/** Moves that are likely to be asked next, by their levers; nothing answers it. */
export type Ahead = { slot: string; theories: string[]; ahead: Levers[]; charts: string[]; draws: number; seed: number };

export type Spread = { low: number | null; median: number | null; high: number | null; share: number | null };
export type Headline = { id: string; label: string; unit: string; kind: string; run: Spread; base: Spread | null; change: number | null };
/** What the record says of a headline: estimates from low to high, and their names. */
export type Recorded = { low: number; value: number; high: number; of: string[] };
export type Met = { met: number; of: number; base: number };

export type Header = {
  n: number;
  slot: string;
  hash: string;
  draws: number;
  seed: number;
  theories: string[];
  charts: string[];
  baseline: boolean;
  final: boolean;
  cached: boolean;
  ms: number;
  headlines: Record<string, Headline[]>;
  words: Record<string, string>;
  patterns: Record<string, Met>;
};

export type Told = {
  hello?: { version: string; laws: string };
  warming?: boolean;
  n?: number;
  slot?: string;
  error?: { message: string };
};
