/** Foresight: which value of a lever a hand is likely to ask next. */

type Range = { low: number; high: number; home: number };

const STEPS = 100; // of a slider from end to end
const THUMB = 16; // px, as browsers draw it; where it is another a click is foreseen in vain

/** How many steps a page up or down takes. */
export const PAGE = 10;

/** Return the step of a slider. */
export const stepOf = ({ low, high }: Pick<Range, "low" | "high">) => (high - low) / STEPS;

/** Return a number without the noise of its last digits. */
export const tidy = (number: number) => Number(number.toPrecision(6));

/** Return the value a slider can stand at that is nearest: so many steps from its home, or an end of its range. */
export function standing(range: Range, value: number): number {
  const { low, high, home } = range;
  const step = stepOf(range);
  const near = home + Math.round((value - home) / step) * step;
  const choices = [near, low, high].filter((one) => one >= low && one <= high);
  const found = choices.reduce((best, one) => (Math.abs(one - value) < Math.abs(best - value) ? one : best));
  return found === home ? home : tidy(found);
}

/** Return where a slider stands so many steps on. */
export const stepped = (range: Range, value: number, by: number): number =>
  standing(range, Math.max(range.low, Math.min(range.high, value + by * stepOf(range))));

/**
 * Return the likely next values of a lever at rest, the likelier first: the last step once more, or where none is
 * known a step up; a step back; what the keys of a slider do else. Nothing lies beyond the ends of the range.
 */
export function likelyNext(range: Range, value: number, before: number | null): number[] {
  const last = stepsOf(range, value, before) || 1;
  const on = Math.sign(last);
  const keys = [last, -on, on, PAGE, -PAGE, -STEPS, STEPS].map((by) => stepped(range, value, by));
  return others(keys, value);
}

/** Return where a lever in motion is soon, at its present speed. */
export function underway(range: Range, value: number, before: number | null): number[] {
  const last = stepsOf(range, value, before);
  return others([stepped(range, value, last), stepped(range, value, 2 * last)], value);
}

/** Return the value that a click sets, so many pixels from the left of a slider so many pixels wide. */
export function pointed(range: Range, at: number, width: number): number {
  const share = Math.max(0, Math.min(1, (at - THUMB / 2) / (width - THUMB)));
  return standing(range, range.low + share * (range.high - range.low));
}

const stepsOf = (range: Range, value: number, before: number | null) =>
  before === null ? 0 : Math.round((value - before) / stepOf(range));

const others = (values: number[], value: number) => [...new Set(values)].filter((one) => one !== value);

/** Do something once the frame that shows what just changed is done. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(0);
  });
}
