import { describe, expect, it } from "vitest";
import { apart } from "../lib/labels";
import { show, showDifference } from "../lib/number";

describe("numbers", () => {
  it.each([
    [0, "0"], [1234.5, "1235"], [12345, "12\u202f345"], [0.12345, "0.123"], [-2.5, "−2.5"], [100, "100"], [null, "–"], [NaN, "–"],
  ])("shows %s as %s", (value, text) => expect(show(value)).toBe(text));
  it("signs a difference", () => {
    expect(showDifference(0.5)).toBe("+0.5");
    expect(showDifference(-0.5)).toBe("−0.5");
    expect(showDifference(null)).toBe("–");
  });
  it("moves labels apart and keeps their order", () => {
    const places = apart([{ key: "a", at: 50 }, { key: "b", at: 50 }, { key: "c", at: 99 }], 10, 0, 100);
    expect(places[1] - places[0]).toBeGreaterThanOrEqual(10);
    expect(Math.max(...places)).toBeLessThanOrEqual(100);
  });
});
