/** What is looked at now, part by part: what reads one part does not stir when another changes. */

import { HISTORY, type Scenario, type View } from "./lib/query";
import type { Lever, LeverValue } from "./net/types";

/** One lever's own setting; nothing where it is as it was in history. */
class Setting {
  said = $state.raw<LeverValue | undefined>(undefined);
}

export class Now {
  page = $state.raw("explore");
  theories = $state.raw<string[]>([]);
  charts = $state.raw<string[]>([]);
  seed = $state.raw<number | null>(null);
  draws = $state.raw<number | null>(null);
  view = $state.raw<string[]>([]);
  pins = $state.raw<string[]>([]);
  scenario = $state.raw<Scenario>({ id: HISTORY, title: "", levers: {} });
  changed = $state.raw(0); // how many levers are not as they were in history
  readonly settings: ReadonlyMap<string, Setting>;

  constructor(levers: Lever[]) {
    this.settings = new Map(levers.map(({ id }) => [id, new Setting()]));
  }

  /** Show a view; a part that is as it was stirs nobody. */
  show({ page, theories, charts, seed, draws, view, pins, scenario }: View): void {
    Object.assign(this, { page, theories, charts, seed, draws, view, pins, scenario });
    this.changed = Object.keys(scenario.levers).length;
    for (const [id, setting] of this.settings) setting.said = scenario.levers[id];
  }
}
