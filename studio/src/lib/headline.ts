/** Headline numbers in words: how often, how much, how far from another run and from the record. */

import type { Headline, Recorded, Spread } from "../net/types";
import { percent, show, showDifference, showRange } from "./number";

const digitsOf = (kind: string): number => (kind === "year" ? 4 : 3);

/** Return median and range; what comes in some of the draws alone is told as such. */
export function spreadOf(one: Spread | null | undefined, kind: string): string {
  if (!one) return "–";
  if (one.median === null) return one.share === 0 ? "in no draw" : "–";
  const middle = showRange(one.median, one.low!, one.high!, digitsOf(kind));
  return one.share !== null && one.share < 1 ? `in ${percent(one.share)} of draws: ${middle}` : middle;
}

/** Return a difference with its sign; what is nothing beside the numbers it lies between is nought. */
export function lessOf(value: number | null, kind: string, of: (Spread | null)[]): string {
  if (value === null) return "–";
  const size = Math.max(...of.flatMap((one) => [one?.low, one?.median, one?.high]).map((one) => Math.abs(one ?? 0)));
  const rounded = Math.abs(value) < 5e-4 * size && kind !== "year" ? 0 : value;
  return showDifference(rounded) + (kind === "year" ? " years" : "");
}

/** Return how a run differs from history: by draws, each from itself; where it comes at times, by how often too. */
export function changeOf({ run, base, change, kind }: Headline): string {
  if (!base || (run.share === 1 && base.share === 1)) return lessOf(change, kind, [run, base]);
  const often = oftenOf(run, base);
  return change === null ? often : `${often}; where in both, ${lessOf(change, kind, [run, base])}`;
}

/** Return how a run differs from another by their medians; where it comes at times, by how often alone. */
export function apartOf(run: Spread, first: Spread, kind: string): string {
  if (run.share !== 1 || first.share !== 1) return oftenOf(run, first);
  return run.median === null || first.median === null ? "" : lessOf(run.median - first.median, kind, [run, first]);
}

const oftenOf = (run: Spread, other: Spread): string =>
  `${showDifference(Math.round(1000 * ((run.share ?? 0) - (other.share ?? 0))) / 10)} points of draws`;

/** Return what the record says, or that it says nothing. */
export function recordOf(one: Recorded | undefined, kind: string): string {
  if (!one) return "–";
  const digits = digitsOf(kind);
  if (one.low === one.high) return show(one.value, digits);
  return kind === "year" ? `${show(one.low, digits)} to ${show(one.high, digits)}` : showRange(one.value, one.low, one.high, digits);
}
