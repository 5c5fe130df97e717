/** A link that outlives what is usual: theories, charts, seed, draws, levers and the stamp of the laws stand in it. */

import type { Studio } from "../studio.svelte";
import { compared } from "./compare";
import { HISTORY, inFull, readScenario, writeQuery, type View } from "./query";

/** Return the theories whose runs the page shows. */
export function theoriesShown(studio: Studio): string[] {
  if (studio.view.page !== "compare") return studio.chosenTheories();
  return [...new Set(compared(studio).map((one) => one.theory.id))];
}

/** Return what the page runs, as the server reads it: the scenario, and on a page that compares what stands beside it. */
export function shownQuery(studio: Studio): string {
  const { page, view } = studio.view;
  const words = new URLSearchParams([["page", page], ...view.map((one) => ["view", one])]);
  return `${studio.scenarioQuery() || "id=" + HISTORY}&${words}`;
}

/** Return the state, or the state with a part otherwise, as a query with nothing left out. */
export function sharedQuery(studio: Studio, part: Partial<View> = {}): string {
  const { start, seed, draws } = studio;
  const view = { ...studio.view, theories: theoriesShown(studio), charts: studio.chosenCharts(), seed, draws, ...part };
  const full = (scenario: View["scenario"]) => inFull(scenario, start.scenarios, start.schema, start.version);
  const pins = view.pins.map((pin) => full(readScenario(pin, start.scenarios)));
  return "?" + writeQuery({ ...view, pins }, `laws=${start.laws}&${full(view.scenario)}`);
}
