/** The single draws that a page shows: asked of the server once the page's own answers are there. */

import { untrack } from "svelte";
import { get } from "../net/api";
import type { Levers } from "../net/types";
import type { Studio } from "../studio.svelte";
import { drawAt, drawOf, stepped, withDraw, type Told } from "./draws";
import { inFull, OWN } from "./query";

/** A run of which draws are shown: its slot, theories and levers. */
export type Run = { slot: string; theories: string[]; levers: Levers };

export class Single {
  #studio: Studio;
  #told = $state.raw<Record<string, Told>>({});
  #asked = "";
  fault = $state("");

  /** Watch what is shown; to be made where a component is. */
  constructor(studio: Studio, runs: () => Run[], ready: () => boolean) {
    this.#studio = studio;
    $effect(() => {
      if (drawAt(studio.words) === null) return;
      const wanted = ready() ? runs().map((run): [string, string] => [run.slot, this.#address(run)]) : [];
      untrack(() => this.#ask(wanted));
    });
  }

  // The same question is asked once, whichever draw is shown; an answer that comes too late is left.
  #ask(wanted: [slot: string, address: string][]): void {
    const asked = JSON.stringify(wanted);
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#told = {}; // draws of another run are none of this one
    const all = wanted.map(async ([slot, address]) => [slot, await get<Told>(address)] as const);
    Promise.all(all).then(
      (found) => asked === this.#asked && ([this.#told, this.fault] = [Object.fromEntries(found), ""]),
      (wrong: Error) => asked === this.#asked && ([this.#asked, this.fault] = ["", wrong.message]),
    );
  }

  /** Which draw is shown, from nought. */
  get at(): number | null {
    const at = drawAt(this.#studio.words);
    return at === null || !this.of ? at : stepped(at, 0, this.of);
  }

  /** How many can be shown. */
  get of(): number {
    const counts = Object.values(this.#told).map((one) => one.draws);
    return counts.length ? Math.min(...counts) : 0;
  }

  /** Show another draw, or none; which one is no step to be undone, whether is. */
  show(at: number | null): void {
    const settled = (at === null) !== (this.at === null);
    this.#studio.change({ view: withDraw(this.#studio.view.view, at) }, settled);
  }

  /** Return the draw that is shown of a run. */
  row(slot: string, theory: string, chart: string): Float64Array | null {
    return this.at === null ? null : drawOf(this.#told[slot], theory, chart, this.at);
  }

  /** Return every draw of a run, for the axis. */
  rows(slot: string, theory: string, chart: string): Float64Array[] {
    return Array.from({ length: this.#told[slot]?.draws ?? 0 }, (_, at) => drawOf(this.#told[slot], theory, chart, at) ?? new Float64Array());
  }

  #address({ theories, levers }: Run): string {
    const { start, seed, draws } = this.#studio;
    const asked = new URLSearchParams({ seed: String(seed), draws: String(draws) });
    theories.forEach((one) => asked.append("theory", one));
    this.#studio.chosenCharts().forEach((one) => asked.append("chart", one));
    return `api/draws?${asked}&${inFull({ id: OWN, title: "", levers }, start.scenarios, start.schema, start.version)}`;
  }
}
