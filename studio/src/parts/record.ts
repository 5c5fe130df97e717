/** The record as the server tells it. */

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
