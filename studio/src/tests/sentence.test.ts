import { describe, expect, it } from "vitest";
import { swamped, within } from "../lib/sentence";

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
