import { describe, expect, it } from "vitest";
import { across, band, line } from "../lib/path";

const same = (value: number) => value;

describe("paths", () => {
  it("lifts the pen over a gap", () => {
    expect(line(across([1, 2, 3, 4], same), [1, NaN, 3, 4], same)).toBe("M1 1M3 3L4 4");
  });
  it("closes one piece for each run of numbers", () => {
    const path = band(across([1, 2, 3, 4], same), [0, 0, NaN, 0], [1, 1, 1, 1], same);
    expect(path.match(/Z/g)).toHaveLength(2);
    expect(path.startsWith("M1 1L2 1L2 0L1 0Z")).toBe(true);
  });
});
