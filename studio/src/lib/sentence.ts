/** A chart in words: what a screen reader says, and what is printed under it. */

import type { Line, Point } from "./kinds";
import { show, showRange } from "./number";
import { extent } from "./scale";

const SWAMPED = 6; // a band so many times as wide as the record moves says little

/** Return one sentence on each line, and one on its distance from the record. */
export function describe(title: string, unit: string, years: ArrayLike<number>, lines: Line[], points: Point[]): string {
  const last = years.length - 1;
  const each = lines.map((line) => {
    const { q05, q50, q95 } = line.rows;
    const until = lastKnown(q50, last);
    if (until < 0) return `${line.name}: no values.`;
    return (
      `${line.name}: ${show(q50[firstKnown(q50)])} in ${years[firstKnown(q50)]}, ` +
      `${showRange(q50[until], q05[until], q95[until])} in ${years[until]}.`
    );
  });
  const recorded = points.length ? `Record: ${points.length} values, ${points[0].year} to ${points.at(-1)!.year}.` : "";
  return [`${title}, ${unit}.`, ...each, recorded, ...(lines[0] && points.length ? [within(years, lines[0], points)] : [])]
    .filter(Boolean)
    .join(" ");
}

/** Return what a chart says of one year, line by line: the median, its 90 % band where it is drawn, the record. */
export function inYear(year: number, years: ArrayLike<number>, lines: Line[], points: Point[]): string[] {
  const i = year - years[0];
  const each = lines.map(({ label, bands, rows }) =>
    `${label} ${bands ? showRange(rows.q50[i], rows.q05[i], rows.q95[i]) : show(rows.q50[i])}`,
  );
  const recorded = points
    .filter((p) => Math.round(p.year) === year)
    .map((p) => `record ${p.low < p.high ? showRange(p.value, p.low, p.high) : show(p.value)}`);
  return [...each, ...recorded];
}

/** Return how many values of the record lie within the 90 % band of a line. */
export function within(years: ArrayLike<number>, line: Line, points: Point[]): string {
  const seen = points.filter((p) => placeOf(p, years) >= 0);
  const inside = seen.filter((p) => {
    const i = placeOf(p, years);
    return p.high >= line.rows.q05[i] && p.low <= line.rows.q95[i];
  });
  return seen.length ? `${inside.length} of ${seen.length} recorded values touch the 90 % band.` : "";
}

/** Return a warning where the 90 % band of a recorded year is so wide that it says little there. */
export function swamped(years: ArrayLike<number>, line: Line, points: Point[]): string {
  const widths = points.flatMap((p) => {
    const i = placeOf(p, years);
    return i < 0 ? [] : [line.rows.q95[i] - line.rows.q05[i]];
  });
  const [low, high] = extent([points.map((p) => p.value)]);
  return high > low && Math.max(...widths) > SWAMPED * (high - low)
    ? `At its widest in a recorded year, the band is more than ${SWAMPED} times as wide as all the record moves: there it says little.`
    : "";
}

/** Return the place of a point among the years, one after another; less than 0 beyond them. */
function placeOf(point: Point, years: ArrayLike<number>): number {
  const i = Math.round(point.year) - years[0];
  return i < years.length ? i : -1;
}

function firstKnown(row: ArrayLike<number>): number {
  for (let i = 0; i < row.length; i++) if (Number.isFinite(row[i])) return i;
  return 0;
}

function lastKnown(row: ArrayLike<number>, from: number): number {
  for (let i = from; i >= 0; i--) if (Number.isFinite(row[i])) return i;
  return -1;
}
