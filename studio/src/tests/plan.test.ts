import { describe, expect, it } from "vitest";
import { planCsv, setting, settingRead } from "../parts/plan";

const row = { unit: "t", output: 1.5, before: null, final: 1, asked: 1, price: 0.1 };

describe("plans", () => {
  it("write a change of demand as the command line reads it, and read it back", () => {
    expect(setting("a=b", 20)).toBe("a=b=+20%");
    expect(settingRead("a=b=+20%")).toEqual({ product: "a=b", change: 20 });
    expect(settingRead(setting("Coal", -5))).toEqual({ product: "Coal", change: -5 });
    expect(setting("Coal", 1e308)).toBe("Coal=+1000%");
    expect(setting("Coal", Number.NaN)).toBe("Coal=+0%");
  });
  it("are kept as CSV that no spreadsheet runs", () => {
    const lines = planCsv([{ product: "Food, drink", ...row }, { product: "=1+1", ...row }]).split("\r\n");
    expect(lines[1]).toBe('"Food, drink",t,1.5,,1,1,0.1');
    expect(lines[2].startsWith("'=1+1,")).toBe(true);
  });
});
