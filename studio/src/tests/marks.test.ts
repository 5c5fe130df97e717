import { describe, expect, it } from "vitest";
import { dash, MOST, shape } from "../lib/marks";

describe("marks", () => {
  it("differ in shape and in dash for as many series as one paper takes", () => {
    const all = Array.from({ length: MOST }, (_, i) => i);
    expect(new Set(all.map((i) => shape(i, 10, 10, 3))).size).toBe(MOST);
    expect(new Set(all.map(dash)).size).toBe(MOST);
    expect(MOST).toBeGreaterThanOrEqual(6);
  });
});
