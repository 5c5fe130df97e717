/** SVG path data of lines and bands; a value that is not a number leaves a gap. */

type Place = (value: number) => number;

const COMMON = 8192; // tenths of a pixel that are written often: their texts are kept
const kept: string[] = [];

/** Return a place on the paper as it is written, in tenths of a pixel. */
export function tenths(at: number): string {
  const whole = Math.round(at * 10);
  return whole >= 0 && whole < COMMON ? (kept[whole] ??= String(whole / 10)) : String(whole / 10);
}

/** Return the places of the years as paths write them; they stay the same while the values move. */
export const across = (years: ArrayLike<number>, x: Place): string[] => Array.from(years, (year) => `${tenths(x(year))} `);

/** Return the path of one line over the years, whose places are written. */
export function line(xs: readonly string[], values: ArrayLike<number>, y: Place): string {
  let path = "";
  let pen = "M";
  for (let i = 0; i < xs.length; i++) {
    if (!Number.isFinite(values[i])) {
      pen = "M";
      continue;
    }
    path += pen + xs[i] + tenths(y(values[i]));
    pen = "L";
  }
  return path;
}

/** Return the closed path between a low and a high row, one piece for each run of numbers. */
export function band(xs: readonly string[], low: ArrayLike<number>, high: ArrayLike<number>, y: Place): string {
  const known = (i: number) => Number.isFinite(low[i]) && Number.isFinite(high[i]);
  let path = "";
  for (let from = 0; from < xs.length; from++) {
    if (!known(from)) continue;
    let to = from;
    while (to + 1 < xs.length && known(to + 1)) to++;
    path += "M" + xs[from] + tenths(y(high[from]));
    for (let i = from + 1; i <= to; i++) path += "L" + xs[i] + tenths(y(high[i]));
    for (let i = to; i >= from; i--) path += "L" + xs[i] + tenths(y(low[i]));
    path += "Z";
    from = to;
  }
  return path;
}
