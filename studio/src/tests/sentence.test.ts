import { describe, expect, it } from "vitest";
import { inYear, swamped, within } from "../lib/sentence";

const years = [1928, 1929, 1930, 1931];
const point = (year: number, value: number) => ({ year, value, low: value, high: value, poor: false });
const line = (low: number[], high: number[]) => {
  const rows = { q05: low, q25: low, q50: low, q75: high, q95: high };
  return { key: "t", label: "T", name: "T", look: "t1", dash: "", bands: true, rows };
};

describe("a band and the record", () => {
  const record = [point(1929, 10), point(1930, 11)];
  it("is not called wide because the line moves far", () => {
    const steep = line([0, 100, 200, 300], [1, 101, 201, 301]);
    expect(swamped(years, steep, record)).toBe("");
    expect(within(years, steep, record)).toBe("0 of 2 recorded values touch the 90 % band.");
  });
  it("is called wide by its widest recorded year, not by others", () => {
    expect(swamped(years, line([0, 9, 9, 0], [90, 12, 12, 90]), record)).toBe("");
    expect(swamped(years, line([9, 9, 4, 9], [12, 12, 11, 12]), record)).toContain("more than 6 times as wide");
  });
  it("is not measured by a record that stands still", () => {
    expect(swamped(years, line([0, 0, 0, 0], [9, 9, 9, 9]), [point(1929, 5)])).toBe("");
  });
});

describe("one year of a chart", () => {
  it("gives medians with their bands where they are drawn, and the record with its range", () => {
    const own = { key: "t", label: "T", name: "T", look: "t1", dash: "", bands: true, rows: { q05: [1], q25: [2], q50: [3], q75: [4], q95: [5] } };
    const bare = { ...own, label: "hist", bands: false };
    const seen = [{ year: 1928, value: 4, low: 3.5, high: 4.5, poor: false }];
    expect(inYear(1928, [1928], [own, bare], seen)).toEqual(["T 3 (1 to 5)", "hist 3", "record 4 (3.5 to 4.5)"]);
    expect(inYear(1928, [1928], [own], [])).toEqual(["T 3 (1 to 5)"]);
  });
});
