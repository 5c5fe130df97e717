import { describe, expect, it } from "vitest";
import { cell, COLUMNS, filterOf, passes, type SeriesRow } from "../parts/record";
import { sorted } from "../lib/sort";

const row = (part: Partial<SeriesRow>): SeriesRow => ({
  series: "s", name: "Series", role: "fit", observation: "", variable: "national_income", entity: "USSR", unit: "roubles",
  first: 1913, last: 1990, rows: 3, scored: false, use: "", ...part,
});

describe("the list of the record", () => {
  it("is filtered by what the address says", () => {
    const filter = filterOf(["over", "record.search=national ussr", "record.role=fit", "record.scored=only", "claims.search=x"]);
    expect(filter).toEqual({ search: "national ussr", role: "fit", scored: true });
    expect(passes(row({ scored: 2 }), filter)).toBe(true);
    expect(passes(row({ scored: 0 }), filter)).toBe(false);
    expect(passes(row({ scored: 2, role: "check" }), filter)).toBe(false);
    expect(passes(row({ scored: 2, variable: "grain" }), filter)).toBe(false);
  });
  it("is whole where the address says nothing", () => {
    expect(filterOf([])).toEqual({ search: "", role: "", scored: false });
    expect(passes(row({}), filterOf([]))).toBe(true);
  });
  it("is sorted under every heading", () => {
    const rows = [row({ series: "b", name: "B", entity: "B", unit: "b", first: 2, rows: 2, role: "b", scored: 9 }), row({ series: "a", name: "A", entity: "A", unit: "a", first: 1, rows: 1, role: "a", scored: 1 })];
    for (const by of COLUMNS) expect(sorted(rows, { by, down: false }, cell)[0].series, by).toBe("a");
  });
});
