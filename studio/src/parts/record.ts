/** The record as the server tells it, and what of it is listed. */

import { hasWords } from "../lib/sort";
import { kept } from "../lib/words";

export type SeriesRow = {
  series: string;
  name: string;
  role: string;
  observation: string;
  variable: string;
  entity: string;
  unit: string;
  first: number;
  last: number;
  rows: number;
  scored: boolean | string | number;
  use: string;
};

export type RecordList = { series: SeriesRow[]; variables: { id: string; unit: string; meaning: string }[] };

export type Value = {
  entity: string;
  year: number;
  year_end: number | null;
  low: number | null;
  value: number | null;
  high: number | null;
  unit: string;
  estimate_of: string;
  quality: string;
  scored: boolean | string;
  source: string;
};

/** Another series, by its id and its name. */
export type Other = { series: string; name: string };

export type SeriesFull = {
  series: string;
  name: string;
  about: SeriesRow;
  observation: null | { quality: string; transformation: string; reason: string; caveat: string; kind: string; source_unit: string };
  rows: Value[];
  sources: { source: string; citation: string; address: string; licence: string }[];
  rivals: Other[];
  like: Other[];
  related: Other[];
};

export const COLUMNS = ["series", "of", "unit", "years", "values", "role", "scored"];

/** What of the record is listed, as the words of the address keep it. */
export type Filter = { search: string; role: string; scored: boolean };

/** Read the filter from the words of the address. */
export function filterOf(words: readonly string[]): Filter {
  const said = (key: string) => kept(words, "record." + key)[0] ?? "";
  return { search: said("search"), role: said("role"), scored: said("scored") === "only" };
}

/** Return whether a series passes the filter. */
export function passes(one: SeriesRow, { search, role, scored }: Filter): boolean {
  const text = [one.name, one.series, one.observation, one.variable.replaceAll("_", " "), one.variable, one.entity, one.unit].join(" ");
  return (!role || one.role === role) && (!scored || Boolean(one.scored)) && hasWords(text, search);
}

/** Return what a series is sorted by under a heading. */
export const cell = (one: SeriesRow, by: string): string | number =>
  ({ series: one.name, of: `${one.variable} ${one.entity}`, unit: one.unit, years: one.first, values: one.rows, role: one.role })[by] ?? Number(one.scored);
