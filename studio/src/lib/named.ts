/** What a scenario is called, and what its levers are set to, for a reader. */

import type { LeverValue, Packaged } from "../net/types";
import { bare, type Scenario } from "./query";
import { show } from "./number";

/** Return the name of a scenario: a packaged one's, or that which its maker gave it. */
export const titled = (scenario: Scenario, packaged: Packaged[]): string =>
  packaged.find((one) => one.id === scenario.id)?.title ?? (scenario.title || "Own scenario");

/** Return the name of a scenario, and of one's own what sets it apart from others. */
export function fully(scenario: Scenario, packaged: Packaged[]): string {
  const set = Object.entries(scenario.levers).sort(([first], [second]) => (first < second ? -1 : 1));
  const title = titled(scenario, packaged);
  if (!set.length || packaged.some((one) => one.id === scenario.id)) return title;
  return `${title} (${set.map(([id, said]) => `${plain(id)} ${valueOf(said)}${yearsOf(said)}`).join(", ")})`;
}

function valueOf(said: LeverValue): string {
  const value = bare(said);
  return typeof value === "number" ? show(value, 4) : typeof value === "boolean" ? (value ? "yes" : "no") : plain(value);
}

function yearsOf(said: LeverValue): string {
  if (typeof said !== "object") return "";
  return (said.from === undefined ? "" : ` from ${said.from}`) + (said.to === undefined ? "" : ` to ${said.to}`);
}

const plain = (id: string): string => id.replace(/[_-]/g, " ");
