/** Steps taken, to be undone and done again. A new step forgets what was undone. */

export type Steps<T> = { readonly past: readonly T[]; readonly now: T; readonly future: readonly T[] };

const MOST = 200;

/** Return steps that begin here. */
export function begin<T>(now: T): Steps<T> {
  return { past: [], now, future: [] };
}

/** Return the steps with one more; the same thing again is no step. */
export function step<T>(steps: Steps<T>, next: T): Steps<T> {
  if (JSON.stringify(next) === JSON.stringify(steps.now)) return steps;
  return { past: [...steps.past, steps.now].slice(-MOST), now: next, future: [] };
}

/** Return the steps with the last one taken back. */
export function undo<T>(steps: Steps<T>): Steps<T> {
  const before = steps.past.at(-1);
  if (before === undefined) return steps;
  return { past: steps.past.slice(0, -1), now: before, future: [steps.now, ...steps.future] };
}

/** Return the steps with the last undone one taken again. */
export function redo<T>(steps: Steps<T>): Steps<T> {
  const [after, ...rest] = steps.future;
  if (after === undefined) return steps;
  return { past: [...steps.past, steps.now], now: after, future: rest };
}
