/** A binary answer of the server: a header in JSON, then numbers, [run or baseline][theory][chart][level][year]. */

import type { Bands } from "../lib/kinds";
import type { Header } from "./types";

export type Answer = {
  header: Header;
  bands: (baseline: boolean, theory: string, chart: string) => Bands | null;
};

const LEVELS = 5;

/** Read one answer; throws a RangeError where the numbers do not fit the header. */
export function readAnswer(buffer: ArrayBuffer): Answer {
  const size = new DataView(buffer).getUint32(0, true);
  const header = JSON.parse(new TextDecoder().decode(new Uint8Array(buffer, 4, size))) as Header;
  const numbers = new Float32Array(buffer, 4 + size);
  const { theories, charts } = header;
  const rows = (header.baseline ? 2 : 1) * theories.length * charts.length * LEVELS;
  if (!rows || numbers.length % rows) throw new RangeError("the answer's numbers do not fit its header");
  const years = numbers.length / rows;
  const bands = (baseline: boolean, theory: string, chart: string): Bands | null => {
    const t = theories.indexOf(theory);
    const c = charts.indexOf(chart);
    if (t < 0 || c < 0 || (baseline && !header.baseline)) return null;
    const from = (((baseline ? 1 : 0) * theories.length + t) * charts.length + c) * LEVELS;
    const row = (level: number) => numbers.subarray((from + level) * years, (from + level + 1) * years);
    return { q05: row(0), q25: row(1), q50: row(2), q75: row(3), q95: row(4) };
  };
  return { header, bands };
}
