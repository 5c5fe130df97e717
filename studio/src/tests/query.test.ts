import { describe, expect, it } from "vitest";
import { HISTORY, inFull, OWN, readQuery, readScenario, writeQuery, writeScenario } from "../lib/query";
import type { Levers } from "../net/types";

const german = { id: "german", title: "German", kind: "counterfactual", levers: { path: "germany" }, query: "schema=1&id=german&lever.path=%22germany%22" };
const packaged = [{ id: HISTORY, title: "History", kind: "baseline", levers: {}, query: "" }, german];

// A small generator with its own seed: the same two hundred scenarios at every run.
function* random(seed: number) {
  for (let x = seed; ; ) yield (x = (x * 48271) % 2147483647) / 2147483647;
}

describe("the query", () => {
  it("comes back as it went, for two hundred scenarios", () => {
    const dice = random(7);
    const next = () => dice.next().value as number;
    for (let i = 0; i < 200; i++) {
      const levers: Levers = { number: next() * 3, "a.b": next() < 0.5, word: `"&=+%#é ${i}`, timed: { value: next(), from: 1920, to: 1930 } };
      const scenario = { id: OWN, title: `Mine & yours ${i}`, levers };
      const view = { ...readQuery(""), theories: ["a", "b"], seed: i, pins: ["id=mine&lever.x=1"], view: ["over"], scenario };
      const back = readQuery(writeQuery(view, writeScenario(scenario, packaged, 1, "0.1.0")));
      expect(back).toEqual(view);
    }
  });
  it("leaves history out and says a packaged scenario in the server's words", () => {
    expect(writeScenario({ id: HISTORY, title: "History", levers: {} }, packaged, 1, "0")).toBe("");
    expect(writeScenario({ id: "german", title: "", levers: { path: "germany" } }, packaged, 1, "0")).toBe(german.query);
  });
  it("calls a packaged scenario with another lever one's own", () => {
    expect(readScenario(writeScenario({ id: "german", title: "", levers: { path: "none" } }, packaged, 1, "0")).id).toBe(OWN);
  });
  it("calls a packaged id with other levers one's own, by the link's own title", () => {
    expect(readScenario("id=german&lever.oil=2", packaged)).toEqual({ id: OWN, title: "", levers: { oil: 2 } });
    expect(readScenario("id=german&title=Oil&lever.oil=2", packaged).title).toBe("Oil");
    expect(readScenario("id=german&title=German&lever.oil=2", packaged).title).toBe("German, changed");
    expect(readScenario(german.query, packaged).id).toBe("german");
  });
  it("takes history where a scenario is unknown", () => {
    expect(readScenario("id=removed", packaged).id).toBe(HISTORY);
  });
  it("says a scenario in full, levers and all", () => {
    const full = inFull({ id: "german", title: "German", levers: german.levers }, packaged, 1, "0");
    expect(full).toContain("id=german&title=German&lever.path=");
    expect(readScenario(full, packaged)).toEqual({ id: "german", title: "German", levers: german.levers });
    expect(inFull({ id: HISTORY, title: "History", levers: {} }, packaged, 1, "0")).toContain(`id=${HISTORY}`);
  });
  it("takes no number that is none", () => {
    expect(readQuery("seed=1e9&draws=-4")).toMatchObject({ seed: null, draws: null });
  });
});
