import { describe, expect, it } from "vitest";
import { hasWords, orderRead, orderSaid, pressed, sorted, spoken } from "../lib/sort";

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
  it("is kept in a word, and an unknown heading is none", () => {
    const headings = ["id", "state-capitalism"];
    for (const order of headings.flatMap((by) => [{ by, down: false }, { by, down: true }])) expect(orderRead(orderSaid(order), headings)).toEqual(order);
    expect(orderSaid({ by: "id", down: false }, "id")).toBe("");
    expect(orderSaid({ by: "id", down: true }, "id")).toBe("id down");
    expect(orderRead("", headings, "id")).toEqual({ by: "id", down: false });
    expect(orderRead("constructor down", headings, "id")).toEqual({ by: "id", down: false });
  });
  it("finds every word, wherever it stands", () => {
    expect(hasWords("Grain harvest, USSR", " ussr  grain ")).toBe(true);
    expect(hasWords("Grain harvest", "grain rye")).toBe(false);
    expect(hasWords("anything", "")).toBe(true);
  });
  it("turns round when the same heading is pressed again", () => {
    const once = pressed({ by: "id", down: true }, "n");
    expect(once).toEqual({ by: "n", down: false });
    expect(spoken(pressed(once, "n"), "n")).toBe("descending");
    expect(spoken(once, "id")).toBeUndefined();
  });
});
