/** Single draws of runs, one after another: possible courses, where bands show how far all of them spread. */

import type { Line } from "./kinds";
import { extent, roundSpan, type Span } from "./scale";
import { keeping, kept } from "./words";

/** What the server tells of a run's first draws: by theory and chart a row of years for each. */
export type Told = { draws: number; of: number; theories: Record<string, Record<string, (number | null)[][]>> };

const WORD = "draw";

/** Return which draw the address names, from nought; nothing if none is shown. */
export function drawAt(words: readonly string[]): number | null {
  const said = kept(words, WORD)[0] ?? "";
  return /^[1-9]\d{0,3}$/.test(said) ? Number(said) - 1 : null;
}

/** Return the words with another draw, or with none. */
export const withDraw = (words: readonly string[], at: number | null): string[] => keeping(words, WORD, at === null ? [] : [String(at + 1)]);

/** Return the draw after or before one, the last being followed by the first. */
export const stepped = (at: number, by: number, of: number): number => (((at + by) % of) + of) % of;

/** Return one draw of a theory on a chart; nothing where it is not there. */
export function drawOf(told: Told | undefined, theory: string, chart: string, at: number): Float64Array | null {
  const rows = told?.theories[theory]?.[chart];
  return rows?.length ? Float64Array.from(rows[stepped(at, 0, rows.length)], (value) => value ?? NaN) : null;
}

/** Return a line that is one draw and no more, in the looks of another. */
export function drawLine(line: Line, row: Float64Array, at: number): Line {
  return { ...line, name: `${line.name}, draw ${at + 1}`, rows: { q05: row, q25: row, q50: row, q75: row, q95: row }, bands: false };
}

/** Return one span for all draws of some rows, so that no axis moves from draw to draw. */
export const spanOf = (rows: ArrayLike<number>[]): Span => roundSpan(extent(rows));
