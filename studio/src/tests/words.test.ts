import { describe, expect, it } from "vitest";
import { keeping, kept } from "../lib/words";

describe("words of the address", () => {
  it("are read back as they were kept, other words untouched", () => {
    const words = keeping(["side", "plan.demand=Old=+1%"], "plan.demand", ["Textiles, clothing=+20%", "", "Coal=5"]);
    expect(words).toEqual(["side", "plan.demand=Textiles, clothing=+20%", "plan.demand=Coal=5"]);
    expect(kept(words, "plan.demand")).toEqual(["Textiles, clothing=+20%", "Coal=5"]);
    expect(kept(words, "plan")).toEqual([]);
    expect(keeping(words, "plan.demand", [])).toEqual(["side"]);
  });
});
