/** What of an address can be shown: unknown words and values out of range are left out, counts brought into range. */

import type { Lever, LeverValue, Start } from "../net/types";
import { bare, WITH, type Scenario, type View } from "./query";

/** Return a view with what the studio knows alone. */
export function sound(view: View, start: Start): View {
  const known = (ids: string[], all: { id: string }[], most: number) =>
    ids.filter((id) => all.some((one) => one.id === id)).slice(0, most);
  return {
    ...view,
    page: start.pages.includes(view.page) ? view.page : start.pages[0],
    theories: known(view.theories, start.theories, start.theories.length),
    charts: known(view.charts, start.charts, start.limits.charts),
    seed: within(view.seed, 0, start.limits.seed),
    draws: within(view.draws, 1, start.draws.most),
    view: view.view.filter((one) => !one.startsWith(WITH) || start.scenarios.some(({ id }) => WITH + id === one)),
    scenario: soundScenario(view.scenario, start),
  };
}

/** Return a scenario with the levers that can be set so. */
export function soundScenario(scenario: Scenario, start: Start): Scenario {
  const set = Object.entries(scenario.levers).filter(([id, said]) => fits(start.levers.find((one) => one.id === id), said, start.years));
  return { ...scenario, levers: Object.fromEntries(set) };
}

/** Return in words what a sound view lacks of what was asked. */
export function lacking(asked: View, view: View): string {
  const gone = (before: string[], after: string[]) => before.filter((one) => !after.includes(one));
  const levers = gone(Object.keys(asked.scenario.levers), Object.keys(view.scenario.levers));
  const left = [...gone([asked.page], [view.page]), ...gone(asked.theories, view.theories), ...gone(asked.charts, view.charts), ...levers];
  const put = (["seed", "draws"] as const).filter((key) => asked[key] !== view[key]).map((key) => `${key} ${view[key]}`);
  return (left.length ? `Left out: ${left.join(", ")}. ` : "") + (put.length ? `Brought into range: ${put.join(", ")}. ` : "");
}

/** Return a number no lower and no higher than it may be. */
export const within = (value: number | null, low: number, high: number): number | null =>
  value === null ? null : Math.min(high, Math.max(low, value));

function fits(lever: Lever | undefined, said: LeverValue, [first, last]: [number, number]): boolean {
  if (!lever || said === null || Array.isArray(said)) return false;
  const value = bare(said);
  const { from = first, to = last } = typeof said === "object" ? said : {};
  const timely = [from, to].every((year) => Number.isInteger(year) && year >= first && year <= last) && from <= to;
  const { domain } = lever;
  if (domain.kind === "number") return timely && typeof value === "number" && value >= domain.low && value <= domain.high;
  return timely && (domain.kind === "choice" ? domain.words.includes(value as string) : typeof value === "boolean");
}
