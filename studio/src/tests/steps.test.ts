import { describe, expect, it } from "vitest";
import { begin, redo, step, undo } from "../lib/steps";

describe("steps", () => {
  it("go back and forth, and a new one forgets what was undone", () => {
    const three = step(step(begin(1), 2), 3);
    expect(undo(undo(three)).now).toBe(1);
    expect(redo(undo(three))).toEqual(three);
    expect(step(undo(three), 9).future).toEqual([]);
  });
  it("stay where there is no further", () => {
    expect(undo(begin(1)).now).toBe(1);
    expect(redo(begin(1)).now).toBe(1);
    expect(step(begin({ a: 1 }), { a: 1 }).past).toEqual([]);
  });
});
