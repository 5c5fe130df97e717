/** What the hand on a lever is likely to ask next is named to the server, so that the answer is there before. */

import { likelyNext, pointed, underway } from "./lib/ahead";
import { bare, valued } from "./lib/query";
import type { Lever } from "./net/types";
import type { Studio } from "./studio.svelte";

/** The lever that was touched or moved last, and its value before the move. */
export type Hand = { lever: Lever; before: number | null };

const SLOT = "main"; // whose question a lever changes
const SPACE = 60; // ms between what is named while a lever is dragged: each frame brings a question already

const thrifty = () => (navigator as { connection?: { saveData?: boolean } }).connection?.saveData === true;
let dragged = 0;

/** Name the likely next moves of the lever in hand: on its way where it is dragged, else what its keys do. */
export function foresee(studio: Studio): void {
  if (!studio.hand) return;
  const { lever, before } = studio.hand;
  if (!studio.held) return name(studio, lever, (range, value) => likelyNext(range, value, before));
  if (performance.now() - dragged < SPACE) return;
  dragged = performance.now();
  name(studio, lever, (range, value) => underway(range, value, before));
}

/** Name the move of a click where the pointer stands on a slider. */
export function foreseeClick(studio: Studio, lever: Lever, slider: HTMLElement, x: number): void {
  const { left, width } = slider.getBoundingClientRect();
  if (width) name(studio, lever, (range, value) => [pointed(range, x - left, width)].filter((one) => one !== value));
}

type Likely = (range: { low: number; high: number; home: number }, value: number) => number[];

// Unless a move is asked already, or nobody looks. A run of all draws on its way is no move: the server sees to both.
function name(studio: Studio, lever: Lever, likely: Likely): void {
  const { answers, socket, start } = studio;
  const header = answers[SLOT]?.header;
  if (!header || lever.domain.kind !== "number" || socket.moving(SLOT) || document.hidden || thrifty()) return;
  const said = studio.scenario.levers[lever.id] ?? lever.historical;
  const next = likely({ ...lever.domain, home: Number(lever.historical) }, Number(bare(said)));
  const ahead = next.map((value) => studio.leversWith(lever.id, valued(said, value)));
  const { theories, charts, seed } = header;
  const draws = Math.min(start.draws.moving, studio.draws);
  if (ahead.length) socket.ahead({ slot: "ahead", theories, ahead, charts, draws, seed });
}
