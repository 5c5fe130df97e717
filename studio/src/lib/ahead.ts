/** Foresight: which value of a lever a hand is likely to ask next. */

type Range = { low: number; high: number };

const STEPS = 100; // of a slider from end to end

/** Return the step of a slider. */
export const stepOf = ({ low, high }: Range) => (high - low) / STEPS;

/** Return a number without the noise of its last digits. */
export const tidy = (number: number) => Number(number.toPrecision(6));

/**
 * Return the likely next values, the likelier first: the last step once more, or where none is known one step up
 * and one down. Nothing lies beyond the ends of the range.
 */
export function likelyNext(range: Range, value: number, before: number | null): number[] {
  const step = stepOf(range);
  const at = (number: number) => Math.round((number - range.low) / step);
  const last = before === null ? 0 : at(value) - at(before);
  const next = (last ? [last] : [1, -1]).map((by) => Math.max(0, Math.min(STEPS, at(value) + by)));
  return next.filter((one) => one !== at(value)).map((one) => tidy(range.low + one * step));
}

/** Do something once the frame that shows what just changed is done. */
export function afterPaint(then: () => void): void {
  requestAnimationFrame(() => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(0);
  });
}
