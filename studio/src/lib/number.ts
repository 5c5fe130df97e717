/** Numbers as a reader wants them: few digits, thin spaces between thousands, a true minus. */

/** Return a number in at most `digits` significant digits. */
export function show(value: number | null | undefined, digits = 3): string {
  if (value === null || value === undefined || !Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size < 1e-4 || size >= 1e9) return value.toExponential(digits - 1).replace("-", "−");
  const after = Math.max(0, digits - 1 - Math.floor(Math.log10(size)));
  const text = size.toFixed(Math.min(after, 8));
  const [whole, part] = text.split(".");
  const spaced = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, "\u202f") : whole;
  const rest = part?.replace(/0+$/, "");
  const shown = spaced + (rest ? "." + rest : "");
  return (value < 0 && /[1-9]/.test(shown) ? "−" : "") + shown;
}

/** Return a difference with its sign. */
export function showDifference(value: number | null | undefined, digits = 2): string {
  const text = show(value, digits);
  return value !== null && value !== undefined && value > 0 && text !== "–" ? "+" + text : text;
}

/** Return a share in per cent; what is rare is not told as never, nor nearly all as all. */
export function percent(share: number): string {
  if (share > 0 && share < 0.005) return "<1 %";
  return share >= 0.995 && share < 1 ? ">99 %" : `${Math.round(100 * share)} %`;
}

/** Return a median with its range. */
export function showRange(middle: number, low: number, high: number, digits = 3): string {
  return `${show(middle, digits)} (${show(low, digits)} to ${show(high, digits)})`;
}
