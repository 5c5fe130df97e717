/** Runs that were pinned: their scenario queries stand in the state, their answers under slots pin1 to pin4. */

import type { Studio } from "../studio.svelte";
import type { Line } from "./kinds";
import { readQuery, writeQuery } from "./query";

export const MOST = 4;
const LETTERS = "ABCD";

/** Return the query that a pin keeps: theory and scenario. */
export function pinOf(studio: Studio): string {
  const view = { ...readQuery(""), page: "explore", theories: [studio.chosenTheories()[0]] };
  return writeQuery({ ...view, scenario: studio.scenario }, studio.scenarioQuery());
}

/** Return what a pin stands for. */
export function pinned(studio: Studio, query: string) {
  const { theories, scenario } = readQuery(query, studio.start.scenarios);
  const theory = studio.theories.get(theories[0]) ?? studio.start.theories[0];
  const title = studio.start.scenarios.find((one) => one.id === scenario.id)?.title ?? (scenario.title || "Own scenario");
  return { theory, scenario, title };
}

/** Return the thin lines of the pinned runs on one chart. */
export function pinLines(studio: Studio, chart: string): Line[] {
  return studio.view.pins.flatMap((query, i) => {
    const { theory, title } = pinned(studio, query);
    const rows = studio.answers[`pin${i + 1}`]?.bands(false, theory.id, chart);
    const look = `t${studio.start.theories.indexOf(theory) + 1} thin`;
    const name = `${LETTERS[i]}: ${theory.short}, ${title}`;
    return rows ? [{ key: `pin${i}`, label: LETTERS[i], name, look, dash: theory.dash, rows, bands: false }] : [];
  });
}

/** Return the letter of a pin. */
export const letter = (i: number): string => LETTERS[i];
