/** SVG path data of lines and bands; a value that is not a number leaves a gap. */

type Place = (value: number) => number;

/** Return the path of one line over the years. */
export function line(years: ArrayLike<number>, values: ArrayLike<number>, x: Place, y: Place): string {
  let path = "";
  let pen = "M";
  for (let i = 0; i < years.length; i++) {
    if (!Number.isFinite(values[i])) {
      pen = "M";
      continue;
    }
    path += pen + x(years[i]).toFixed(1) + " " + y(values[i]).toFixed(1);
    pen = "L";
  }
  return path;
}

/** Return the closed path between a low and a high row, one piece for each run of numbers. */
export function band(
  years: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  x: Place,
  y: Place,
): string {
  let path = "";
  for (let from = 0; from < years.length; from++) {
    if (!known(low, high, from)) continue;
    let to = from;
    while (to + 1 < years.length && known(low, high, to + 1)) to++;
    path += piece(years, low, high, x, y, from, to);
    from = to;
  }
  return path;
}

function piece(
  years: ArrayLike<number>,
  low: ArrayLike<number>,
  high: ArrayLike<number>,
  x: Place,
  y: Place,
  from: number,
  to: number,
): string {
  let there = "";
  let back = "";
  for (let i = from; i <= to; i++) {
    const at = x(years[i]).toFixed(1) + " ";
    there += (i === from ? "M" : "L") + at + y(high[i]).toFixed(1);
    back = "L" + at + y(low[i]).toFixed(1) + back;
  }
  return there + back + "Z";
}

function known(low: ArrayLike<number>, high: ArrayLike<number>, i: number): boolean {
  return Number.isFinite(low[i]) && Number.isFinite(high[i]);
}
