/** What stands side by side: theories under one scenario, or scenarios under one theory. */

import type { Levers, Theory } from "../net/types";
import type { Studio } from "../studio.svelte";
import type { Line, Point } from "./kinds";
import { WITH } from "./query";
import { extent, roundSpan, type Span } from "./scale";

export type Compared = {
  key: string;
  slot: string;
  theory: Theory;
  levers: Levers;
  label: string;
  name: string;
  look: string;
  dash: string;
};

export const MOST = 5;
const BY_SCENARIO = "scenarios";
// The server answers at most eight slots of a page; here the pinned runs are not seen, so theirs serve.
const SLOTS = ["compare", "pin1", "pin2", "pin3", "pin4"];
const DASHES = ["", "8 3", "2 3", "8 3 2 3", "12 4"];

/** Return whether scenarios are compared, not theories. */
export const byScenario = (studio: Studio): boolean => studio.view.view.includes(BY_SCENARIO);

/** Return the ids of the scenarios compared, besides the one of the state. */
export const others = (studio: Studio): string[] =>
  studio.view.view.filter((one) => one.startsWith(WITH)).map((one) => one.slice(WITH.length)).slice(0, MOST - 1);

/** Return the words of the view that say what is compared. */
export function viewOf(studio: Studio, scenarios: boolean, ids: string[]): string[] {
  const rest = studio.view.view.filter((one) => one !== BY_SCENARIO && !one.startsWith(WITH));
  return [...rest, ...(scenarios ? [BY_SCENARIO] : []), ...ids.map((id) => WITH + id)];
}

/** Return what is compared, the first being what the others are measured from. */
export function compared(studio: Studio): Compared[] {
  return byScenario(studio) ? scenarios(studio) : theories(studio);
}

function theories(studio: Studio): Compared[] {
  const chosen = studio.view.theories.length > 1 ? studio.view.theories : studio.start.theories.map((one) => one.id);
  return chosen.map((id) => {
    const theory = studio.theories.get(id)!;
    const look = `t${studio.start.theories.indexOf(theory) + 1}`;
    const { levers } = studio.scenario;
    return { key: id, slot: "compare", theory, levers, label: theory.short, name: theory.name, look, dash: theory.dash };
  });
}

function scenarios(studio: Studio): Compared[] {
  const theory = studio.theories.get(studio.chosenTheories()[0])!;
  const look = `t${studio.start.theories.indexOf(theory) + 1}`;
  const packaged = others(studio).flatMap((id) => studio.start.scenarios.filter((one) => one.id === id));
  const all = [{ title: studio.title, levers: studio.scenario.levers }, ...packaged];
  return all.map((one, i) => ({
    key: "ABCDE"[i], // the same scenario may be chosen twice
    slot: SLOTS[i],
    theory,
    levers: one.levers,
    label: "ABCDE"[i],
    name: one.title,
    look,
    dash: DASHES[i],
  }));
}

const NOISE = 1e-6; // of the size of a line: what the single precision of an answer leaves

/** Return every line less the first: differences of medians. */
export function minus(lines: Line[]): Line[] {
  const first = lines[0]?.rows.q50;
  const noise = NOISE * Math.max(...extent([first ?? []]).map(Math.abs));
  return lines.slice(1).map((line) => {
    const row = Float64Array.from(line.rows.q50, (value, i) => (Math.abs(value - first[i]) > noise ? value - first[i] : 0));
    return { ...line, bands: false, rows: { q05: row, q25: row, q50: row, q75: row, q95: row } };
  });
}

/** Return one span for all charts of a row, with room for more rows. */
export function rowSpan(lines: Line[], points: Point[], more: ArrayLike<number>[] = []): Span {
  const rows = lines.flatMap((one) => [one.rows.q05, one.rows.q95]);
  return roundSpan(extent([...rows, ...more, points.map((p) => p.low), points.map((p) => p.high)]));
}
