/** What is drawn: lines with bands, points of the record, marked years. */

export type Bands = {
  q05: ArrayLike<number>;
  q25: ArrayLike<number>;
  q50: ArrayLike<number>;
  q75: ArrayLike<number>;
  q95: ArrayLike<number>;
};

/** One line of a chart; `bands` false draws the median alone. */
export type Line = {
  key: string;
  label: string;
  name: string;
  look: string;
  dash: string;
  rows: Bands;
  bands: boolean;
};

/** One value of the record with its range; `poor` where the record rates it poor or not at all. */
export type Point = { year: number; value: number; low: number; high: number; poor: boolean };

/** A year of history marked on every chart. */
export type Mark = { n: number; year: number; text: string };
