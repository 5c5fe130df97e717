/** Runs that were pinned: scenarios in the state, their theories in one word of the view, answers in slots pin1 to pin4. */

import type { Theory } from "../net/types";
import type { Studio } from "../studio.svelte";
import type { Line } from "./kinds";
import { fully } from "./named";
import { HISTORY, readScenario, same, type Scenario } from "./query";
import { soundScenario } from "./sound";

export const MOST = 4;
const LETTERS = "ABCD";
const WORD = "pins.";

export type Pin = { query: string; theory: Theory; scenario: Scenario; title: string };

/** Return the pinned runs. */
export function pinned(studio: Studio): Pin[] {
  const shorts = (studio.now.view.find((one) => one.startsWith(WORD)) ?? "").slice(WORD.length).split(".");
  return studio.now.pins.map((query, i) => {
    const theory = studio.start.theories.find((one) => one.short === shorts[i]) ?? studio.theories.get(studio.chosenTheories()[0])!;
    const scenario = soundScenario(readScenario(query, studio.start.scenarios), studio.start);
    return { query, theory, scenario, title: fully(scenario, studio.start.scenarios) };
  });
}

/** Return the run that is looked at, as a pin. */
export function here(studio: Studio): Pin {
  const query = studio.scenarioQuery() || `id=${HISTORY}`;
  return { query, theory: studio.theories.get(studio.chosenTheories()[0])!, scenario: studio.scenario, title: fully(studio.scenario, studio.start.scenarios) };
}

/** Put these pins in the state. */
export function keep(studio: Studio, pins: Pin[]): void {
  const rest = studio.view.view.filter((one) => !one.startsWith(WORD));
  const word = pins.length ? [WORD + pins.map((one) => one.theory.short).join(".")] : [];
  studio.change({ pins: pins.map((one) => one.query), view: [...rest, ...word] });
}

/** Return whether two pins are one run. */
export const alike = (first: Pin, second: Pin): boolean =>
  first.theory.id === second.theory.id && same(first.scenario.levers, second.scenario.levers);

/** Return the thin lines of the pinned runs on one chart. */
export function pinLines(studio: Studio, chart: string): Line[] {
  return pinned(studio).flatMap(({ theory, title }, i) => {
    const rows = studio.answers[`pin${i + 1}`]?.bands(false, theory.id, chart);
    const look = `t${studio.start.theories.indexOf(theory) + 1} thin`;
    const name = `${theory.short}, ${title}`;
    return rows ? [{ key: `pin${i}`, label: LETTERS[i], name, look, dash: theory.dash, rows, bands: false }] : [];
  });
}

/** Return the letter of a pin. */
export const letter = (i: number): string => LETTERS[i];
