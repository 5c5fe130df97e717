import { describe, expect, it } from "vitest";
import { wrapped } from "../lib/picture";

describe("the foot of a saved chart", () => {
  it("fits the width and loses no word", () => {
    const text = "The Maddison Project Database, version 2023, with a long name and more words than one line holds";
    const lines = wrapped(text, 200, 10);
    expect(lines.join(" ")).toBe(text);
    expect(lines.length).toBeGreaterThan(2);
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(37);
  });
  it("breaks a word that is longer than a line", () => {
    const lines = wrapped("a https://example.org/a/very/long/address b", 60, 10);
    expect(lines.slice(0, 2)).toEqual(["a https://e", "xample.or"]);
    expect(lines.join("")).toBe("a https://example.org/a/very/long/address b");
  });
});
