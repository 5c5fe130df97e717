import { describe, expect, it } from "vitest";
import { band, line } from "../lib/path";

const same = (value: number) => value;

describe("paths", () => {
  it("lifts the pen over a gap", () => {
    expect(line([1, 2, 3, 4], [1, NaN, 3, 4], same, same)).toBe("M1.0 1.0M3.0 3.0L4.0 4.0");
  });
  it("closes one piece for each run of numbers", () => {
    const path = band([1, 2, 3, 4], [0, 0, NaN, 0], [1, 1, 1, 1], same, same);
    expect(path.match(/Z/g)).toHaveLength(2);
    expect(path.startsWith("M1.0 1.0L2.0 1.0L2.0 0.0L1.0 0.0Z")).toBe(true);
  });
});
