import { describe, expect, it } from "vitest";
import { apartOf, changeOf, lessOf, recordOf, spreadOf } from "../lib/headline";

const spread = (median: number | null, share = 1) => ({ low: median, median, high: median, share });
const ends = { id: "ended", label: "End of the order", unit: "", kind: "year" };

describe("headline numbers", () => {
  it("say in how many draws a year is reached before they say which", () => {
    expect(spreadOf({ low: 1987, median: 1995, high: 1999, share: 0.13 }, "year")).toBe("in 13 % of draws: 1995 (1987 to 1999)");
    expect(spreadOf({ low: 1987, median: 1995, high: 1999, share: 1 }, "year")).toBe("1995 (1987 to 1999)");
    expect(spreadOf(spread(null, 0), "year")).toBe("in no draw");
    expect(spreadOf({ ...spread(1990), share: 0.999 }, "year")).toContain("in >99 % of draws");
  });
  it("compare how often before when, and take no difference of years that are not of the same draws", () => {
    expect(apartOf(spread(1990, 0.5), spread(1995, 0.13), "year")).toBe("+37 points of draws");
    expect(changeOf({ ...ends, run: spread(1990, 0.5), base: spread(1995, 0.13), change: -3 })).toBe("+37 points of draws; where in both, −3 years");
    expect(changeOf({ ...ends, run: spread(1990, 0.5), base: spread(null, 0), change: null })).toBe("+50 points of draws");
    expect(changeOf({ ...ends, run: spread(1990), base: spread(1995), change: -5 })).toBe("−5 years");
  });
  it("call nothing what is nothing beside the numbers", () => {
    expect(lessOf(1.2e-12, "amount", [spread(3000), spread(3000)])).toBe("0");
    expect(lessOf(-1531, "amount", [spread(3000), spread(4531)])).toBe("−1531");
    expect(lessOf(1e-5, "amount", [spread(2e-5), spread(1e-5)])).not.toBe("0");
    expect(lessOf(-1, "year", [spread(1990), spread(1991)])).toBe("−1 years");
  });
  it("stand beside the record", () => {
    expect(recordOf(undefined, "amount")).toBe("–");
    expect(recordOf({ low: 1990, value: 1990, high: 1991, of: [] }, "year")).toBe("1990 to 1991");
    expect(recordOf({ low: 8.7, value: 12.5, high: 13.5, of: [] }, "amount")).toBe("12.5 (8.7 to 13.5)");
    expect(recordOf({ low: 3566, value: 3566, high: 3566, of: [] }, "amount")).toBe("3566");
  });
});
