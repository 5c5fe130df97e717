import { describe, expect, it } from "vitest";
import { extent, place, roundSpan, ticks } from "../lib/scale";

describe("scales", () => {
  it("lays a span on another, backwards too", () => {
    const y = place([0, 10], [100, 0]);
    expect([y(0), y(5), y(10)]).toEqual([100, 50, 0]);
  });
  it("gives round ticks within the span", () => {
    expect(ticks([0, 1])).toEqual([0, 0.5, 1]);
    expect(ticks([13, 97]).every((one) => one % 10 === 0 && one >= 13 && one <= 97)).toBe(true);
  });
  it("keeps zero where it is near and leaves it where it is far", () => {
    expect(roundSpan([3, 90])[0]).toBe(0);
    expect(roundSpan([80, 90])[0]).toBeGreaterThan(0);
  });
  it("widens a span of one value", () => {
    const [low, high] = roundSpan([5, 5]);
    expect(low).toBeLessThan(5);
    expect(high).toBeGreaterThan(5);
  });
  it("passes over what is no number", () => {
    expect(extent([[NaN, 2, 7], [NaN]])).toEqual([2, 7]);
    expect(extent([[NaN]])).toEqual([0, 1]);
  });
});
