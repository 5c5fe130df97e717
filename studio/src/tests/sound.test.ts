import { describe, expect, it } from "vitest";
import { fully } from "../lib/named";
import { readQuery } from "../lib/query";
import { lacking, sound } from "../lib/sound";
import type { Start } from "../net/types";

const number = { id: "oil", domain: { kind: "number", low: 0, high: 3 } };
const choice = { id: "leader", domain: { kind: "choice", words: ["left", "right"] } };
const start = {
  pages: ["explore", "claims"], theories: [{ id: "sc" }], charts: [{ id: "gdp" }], levers: [number, choice], scenarios: [],
  years: [1917, 1999], draws: { moving: 64, still: 1000, most: 2000 }, limits: { charts: 24, pins: 4, seed: 9999 },
} as unknown as Start;
const read = (query: string) => sound(readQuery(query), start);

describe("what an address says", () => {
  it("is kept where it is known, and left out where not", () => {
    const view = read("page=nowhere&theory=sc&theory=marx&chart=gdp&chart=x&lever.oil=2&lever.gas=1&lever.leader=up");
    expect(view).toMatchObject({ page: "explore", theories: ["sc"], charts: ["gdp"] });
    expect(view.scenario.levers).toEqual({ oil: 2 });
  });
  it("is told where it lacks something", () => {
    const query = "page=nowhere&theory=marx&chart=gdp&chart=x&lever.oil=2&lever.gas=1&draws=9999";
    expect(lacking(readQuery(query), read(query))).toBe("Left out: nowhere, marx, x, gas. Brought into range: draws 2000. ");
    expect(lacking(readQuery("lever.oil=2"), read("lever.oil=2"))).toBe("");
  });
  it("names no scenario to compare that is not there, and keeps every other word of the view", () => {
    const known = { ...start, scenarios: [{ id: "no-oil" }] } as unknown as Start;
    const view = sound(readQuery("view=scenarios&view=with.no-oil&view=with.gone&view=with.&view=record.search%3Dwith."), known).view;
    expect(view).toEqual(["scenarios", "with.no-oil", "record.search=with."]);
  });
  it("is brought into range where it counts", () => {
    expect(read("draws=5000000&seed=99999999999")).toMatchObject({ draws: 2000, seed: 9999 });
    expect(read("draws=0").draws).toBe(1);
  });
  it.each(["99", "true", "null", "[1]", '{"value":1,"from":1800}', '{"value":1,"from":1950,"to":1940}'])("is no lever as %s", (said) => {
    expect(read(`lever.oil=${encodeURIComponent(said)}`).scenario.levers).toEqual({});
  });
  it("may hold for some years", () => {
    const levers = { oil: { value: 1, from: 1950, to: 1960 } };
    expect(read(`lever.oil=${JSON.stringify(levers.oil)}`).scenario.levers).toEqual(levers);
  });
});

describe("a scenario's name", () => {
  it("tells what sets one's own apart", () => {
    const levers = { oil_price: { value: 0.5, from: 1973 }, leader: "right-wing", free: true };
    expect(fully({ id: "mine", title: "", levers }, [])).toBe("Own scenario (free yes, leader right wing, oil price 0.5 from 1973)");
  });
});
