/** Scales of charts: from a value to a place, and the round numbers to write beside an axis. */

export type Span = readonly [low: number, high: number];

/** Return the place of a value: `from` is laid on `to`, straight. */
export function place(from: Span, to: Span): (value: number) => number {
  const slope = (to[1] - to[0]) / (from[1] - from[0] || 1);
  return (value) => to[0] + (value - from[0]) * slope;
}

/** Return at most `wanted` + 2 round numbers that cover the span. */
export function ticks([low, high]: Span, wanted = 4): number[] {
  const step = roundStep((high - low) / wanted);
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => (first + i) * step);
}

/** Return the span widened to round numbers; zero is kept in where it is near. */
export function roundSpan([low, high]: Span, wanted = 4): Span {
  if (!(high > low)) return [low - (Math.abs(low) || 1) * 0.1, high + (Math.abs(high) || 1) * 0.1];
  const from = low > 0 && low < 0.4 * high ? 0 : low;
  const step = roundStep((high - from) / wanted);
  return [Math.floor(from / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step];
}

/** Return the least and greatest finite number of many rows. */
export function extent(rows: Iterable<ArrayLike<number>>): Span {
  let low = Infinity;
  let high = -Infinity;
  for (const row of rows)
    for (let i = 0; i < row.length; i++) {
      const value = row[i];
      if (value < low) low = value;
      if (value > high && value !== Infinity) high = value;
    }
  return low <= high ? [low, high] : [0, 1];
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough || 1));
  const left = rough / power;
  return power * (left <= 1 ? 1 : left <= 2 ? 2 : left <= 5 ? 5 : 10);
}
