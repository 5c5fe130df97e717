import { describe, expect, it } from "vitest";
import { pressed, sorted, spoken } from "../lib/sort";

const rows = [{ id: "b", n: 10 }, { id: "a", n: 9 }, { id: "c", n: 9 }];
const cell = (row: (typeof rows)[0], by: string) => (by === "n" ? row.n : row.id);
const ids = (by: string, down = false) => sorted(rows, { by, down }, cell).map((row) => row.id).join("");

describe("sorting", () => {
  it("takes numbers as numbers and words as words", () => {
    expect(ids("n")).toBe("acb");
    expect(ids("id")).toBe("abc");
  });
  it("leaves equals as they stood, either way round", () => {
    expect(ids("n", true)).toBe("bac");
  });
  it("does not touch the rows it was given", () => {
    ids("id");
    expect(rows[0].id).toBe("b");
  });
  it("turns round when the same heading is pressed again", () => {
    const once = pressed({ by: "id", down: true }, "n");
    expect(once).toEqual({ by: "n", down: false });
    expect(spoken(pressed(once, "n"), "n")).toBe("descending");
    expect(spoken(once, "id")).toBeUndefined();
  });
});
