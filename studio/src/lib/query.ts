/** The state of the studio as a query, the same that the server and scenario files speak. */

import type { Levers, LeverValue, Packaged } from "../net/types";

export type View = {
  page: string;
  theories: string[];
  charts: string[];
  seed: number | null;
  draws: number | null;
  open: string;
  view: string[];
  pins: string[];
  scenario: Scenario;
};

/** A scenario: a packaged one by its id, or one's own by its levers. */
export type Scenario = { id: string; title: string; levers: Levers };

export const HISTORY = "historical-baseline";
export const OWN = "mine";
export const WITH = "with."; // words of the view that name the scenarios to compare

/** Read a query. A lever that is no JSON is taken as a word, for the server to judge. */
export function readQuery(query: string, packaged: Packaged[] = []): View {
  const said = new URLSearchParams(query);
  const number = (key: string) => (/^\d+$/.test(said.get(key) ?? "") ? Number(said.get(key)) : null);
  return {
    page: said.get("page") ?? "explore",
    theories: said.getAll("theory"),
    charts: said.getAll("chart"),
    seed: number("seed"),
    draws: number("draws"),
    open: said.get("open") ?? "",
    view: said.getAll("view"),
    pins: said.getAll("pin").slice(0, 4),
    scenario: readScenario(query, packaged),
  };
}

/** Read the part of a query that says the scenario: a packaged one by its id, and if it says levers by these too. */
export function readScenario(query: string, packaged: Packaged[] = []): Scenario {
  const said = new URLSearchParams(query);
  const levers: Levers = {};
  for (const [key, value] of said) if (key.startsWith("lever.")) levers[key.slice("lever.".length)] = parse(value);
  const title = said.get("title") ?? "";
  const bare = !Object.keys(levers).length;
  const known = packaged.find((one) => one.id === said.get("id"));
  if (known && (bare || same(known.levers, levers))) return { id: known.id, title: known.title, levers: known.levers };
  if (bare && !title) return { id: HISTORY, title: "", levers };
  return { id: OWN, title: known && title === known.title ? `${title}, changed` : title, levers };
}

/** Write a scenario: a packaged one as the server wrote it, one's own by what differs from history. */
export function writeScenario(scenario: Scenario, packaged: Packaged[], schema: number, model: string): string {
  const known = packaged.find((one) => one.id === scenario.id && same(one.levers, scenario.levers));
  if (known) return known.id === HISTORY ? "" : known.query.replace(/^\?/, "");
  return inFull({ ...scenario, id: OWN }, packaged, schema, model);
}

/** Write a scenario with all its levers: what is packaged, and what is usual, may change. */
export function inFull(scenario: Scenario, packaged: Packaged[], schema: number, model: string): string {
  const known = packaged.find((one) => one.id === scenario.id && same(one.levers, scenario.levers));
  const title = known?.title ?? scenario.title;
  const said = new URLSearchParams({ schema: String(schema), model, id: known?.id ?? OWN });
  if (title) said.set("title", title);
  for (const id of Object.keys(scenario.levers).sort()) said.set("lever." + id, JSON.stringify(scenario.levers[id]));
  return said.toString();
}

/** Write the whole state; what is as at the start is left out. */
export function writeQuery(view: View, scenario: string): string {
  const said = new URLSearchParams({ page: view.page });
  view.theories.forEach((one) => said.append("theory", one));
  view.charts.forEach((one) => said.append("chart", one));
  if (view.seed !== null) said.set("seed", String(view.seed));
  if (view.draws !== null) said.set("draws", String(view.draws));
  if (view.open) said.set("open", view.open);
  view.view.forEach((one) => said.append("view", one));
  view.pins.forEach((one) => said.append("pin", one));
  return said.toString() + (scenario ? "&" + scenario : "");
}

/** Return whether two sets of levers are the same. */
export function same(first: Levers, second: Levers): boolean {
  return sorted(first) === sorted(second);
}

/** Return a lever's setting with another value, its years kept. */
export const valued = (said: LeverValue, value: number | boolean | string): LeverValue =>
  typeof said === "object" ? { ...said, value } : value;

/** Return the bare value of a lever that may hold for some years only. */
export function bare(value: LeverValue): number | boolean | string {
  return typeof value === "object" ? value.value : value;
}

function sorted(levers: Levers): string {
  return JSON.stringify(Object.keys(levers).sort().map((id) => [id, levers[id]]));
}

function parse(text: string): LeverValue {
  try {
    return JSON.parse(text) as LeverValue;
  } catch {
    return text;
  }
}
