import { describe, expect, it } from "vitest";
import { likelyNext, standing, stepOf, stepped } from "../lib/ahead";

const price = { low: 0.5, high: 3, home: 1 };

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
    expect(likelyNext({ low: 0, high: 3, home: 1 }, 1, null)).toEqual([1.03, 0.97]);
    expect(stepOf({ low: 0, high: 3 })).toBe(0.03);
  });
});

describe("a slider", () => {
  const target = { low: 0.02, high: 0.5, home: 0.25 }; // home lies between two hundredths of the range
  it("can stand at history, and comes back to it", () => {
    expect(standing(target, 0.2504)).toBe(0.25);
    expect(stepped(target, stepped(target, 0.25, 1), -1)).toBe(0.25);
    expect(stepped(target, stepped(target, 0.25, 10), -10)).toBe(0.25);
  });
  it("can stand at both ends, and comes back from them", () => {
    expect([standing(target, 0.0201), standing(target, 0.4999)]).toEqual([0.02, 0.5]);
    expect(stepped(target, 0.4996, 1)).toBe(0.5);
    const back = Array.from({ length: 110 }).reduce<number>((value) => stepped(target, value, -1), 0.5);
    expect(back).toBe(0.02);
  });
});
