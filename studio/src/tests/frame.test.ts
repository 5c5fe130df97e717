import { describe, expect, it } from "vitest";
import { readAnswer } from "../net/frame";

function packed(header: object, numbers: number[]): ArrayBuffer {
  let text = JSON.stringify(header);
  while (text.length % 4) text += " ";
  const buffer = new ArrayBuffer(4 + text.length + 4 * numbers.length);
  new DataView(buffer).setUint32(0, text.length, true);
  new Uint8Array(buffer, 4).set(new TextEncoder().encode(text));
  new Float32Array(buffer, 4 + text.length).set(numbers);
  return buffer;
}

describe("a frame", () => {
  const header = { theories: ["a", "b"], charts: ["x", "y", "z"], baseline: true };
  const numbers = Array.from({ length: 2 * 2 * 3 * 5 * 4 }, (_, i) => i);

  it("gives each row its own numbers", () => {
    const { bands } = readAnswer(packed(header, numbers));
    expect([...bands(false, "a", "x")!.q05 as Float32Array]).toEqual([0, 1, 2, 3]);
    expect([...bands(false, "b", "y")!.q50 as Float32Array]).toEqual([88, 89, 90, 91]);
    expect([...bands(true, "b", "z")!.q95 as Float32Array]).toEqual([236, 237, 238, 239]);
  });
  it("has no row for what was not asked", () => {
    const { bands } = readAnswer(packed({ ...header, baseline: false }, numbers.slice(0, 120)));
    expect(bands(true, "a", "x")).toBeNull();
    expect(bands(false, "a", "w")).toBeNull();
  });
  it("refuses numbers that do not fit", () => {
    expect(() => readAnswer(packed(header, numbers.slice(1)))).toThrow(RangeError);
  });
});
