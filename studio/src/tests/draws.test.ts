import { describe, expect, it } from "vitest";
import { drawAt, drawLine, drawOf, spanOf, stepped, withDraw } from "../lib/draws";
import { minus } from "../lib/compare";
import type { Line } from "../lib/kinds";

const told = { draws: 3, of: 1000, theories: { sc: { gdp: [[1, 2], [3, null], [5, 6]] } } };
const rows = { q05: [0, 0], q25: [0, 0], q50: [1, 1], q75: [2, 2], q95: [2, 2] };
const line: Line = { key: "sc", label: "SC", name: "State capitalism", look: "t5", dash: "", rows, bands: true };

describe("single draws", () => {
  it("stand in the address counted from one", () => {
    expect(drawAt(withDraw(["over", "draw=3"], 6))).toBe(6);
    expect(withDraw(["over", "draw=3"], null)).toEqual(["over"]);
    for (const odd of ["draw=0", "draw=-1", "draw=1e9", "draw=x", "draw="]) expect(drawAt([odd])).toBeNull();
  });
  it("go round", () => {
    expect(stepped(2, 1, 3)).toBe(0);
    expect(stepped(0, -1, 3)).toBe(2);
    expect(stepped(7, 0, 3)).toBe(1);
  });
  it("are read with their gaps, and are none where they are not there", () => {
    expect([...drawOf(told, "sc", "gdp", 1)!]).toEqual([3, NaN]);
    expect([...drawOf(told, "sc", "gdp", 5)!]).toEqual([5, 6]);
    expect(drawOf(told, "sc", "hunger", 0)).toBeNull();
    expect(drawOf(undefined, "sc", "gdp", 0)).toBeNull();
  });
  it("are drawn as one line without bands, and differ draw by draw", () => {
    const one = drawLine(line, drawOf(told, "sc", "gdp", 2)!, 2);
    expect(one).toMatchObject({ key: "sc", name: "State capitalism, draw 3", bands: false });
    expect(Array.from(one.rows.q95)).toEqual([5, 6]);
    const [less] = minus([drawLine(line, Float64Array.of(1, 2), 0), { ...one, key: "b" }]);
    expect(Array.from(less.rows.q50)).toEqual([4, 4]);
  });
  it("have one axis, whatever is missing", () => {
    const [low, high] = spanOf([Float64Array.of(1, NaN), Float64Array.of(9, 3)]);
    expect(low).toBeLessThanOrEqual(1);
    expect(high).toBeGreaterThanOrEqual(9);
  });
});
