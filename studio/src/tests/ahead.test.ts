import { describe, expect, it } from "vitest";
import { likelyNext, stepOf } from "../lib/ahead";

const price = { low: 0.5, high: 3 };

describe("foresight", () => {
  it("repeats the last step in its direction", () => {
    expect(likelyNext(price, 1.05, 1.025)).toEqual([1.075]);
    expect(likelyNext(price, 1.025, 1.05)).toEqual([1]);
    expect(likelyNext(price, 1.5, 1.25)).toEqual([1.75]);
  });
  it("tries up, then down, where no direction is known", () => {
    expect(likelyNext(price, 1, null)).toEqual([1.025, 0.975]);
    expect(likelyNext(price, 1, 1)).toEqual([1.025, 0.975]);
  });
  it("stays within the range, and names no value twice", () => {
    expect(likelyNext(price, 0.5, null)).toEqual([0.525]);
    expect(likelyNext(price, 3, null)).toEqual([2.975]);
    expect(likelyNext(price, 3, 2.975)).toEqual([]);
    expect(likelyNext(price, 2.9, 2.65)).toEqual([3]);
  });
  it("goes by the steps of the slider, where the value lies between two", () => {
    expect(likelyNext({ low: 0, high: 3 }, 1, null)).toEqual([1.02, 0.96]);
    expect(stepOf({ low: 0, high: 3 })).toBe(0.03);
  });
});
